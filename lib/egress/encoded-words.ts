import type { Place, Unspelled } from './unspelled'

/** Says which secret a word of base64 holds. */
export type Holder = (word: string) => string | undefined

/** What may be base64 of a text that holds a secret, "user:password" for one, in lines as mail breaks them. */
const encodedWord = /[A-Za-z0-9+/_-]{6,65536}(?:[ \t]*\r?\n[ \t]*[A-Za-z0-9+/_-]{1,76}){0,1000}={0,2}/g

/** Words behind each other, the first of them as long as a line of base64 may be. */
const severalWords =
  /(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/_-]{16,76}(?:[ \t]+[A-Za-z0-9+/_-]{1,76}){1,1000}={0,2}/g

/** The words of a text that hold a secret in base64: whole ones, and lines below or behind each other. */
export function wordsIn({ plain, start, end }: Unspelled, heldIn: Holder): Place[] {
  const place = (index: number, length: number, name: string | undefined): Place[] =>
    name === undefined ? [] : [{ start: start(index), end: end(index + length - 1), name }]
  return [
    ...[...plain.matchAll(encodedWord)].flatMap(({ index, 0: word }) =>
      place(index, word.length, heldIn(joined(word)) ?? firstHeld(linesBelow(word), heldIn)),
    ),
    ...[...plain.matchAll(severalWords)].flatMap(({ index, 0: words }) =>
      linesBehind(words).flatMap(({ at, ways: [first = '', ...longer] }) => {
        // The first line alone is a word, which is found as such.
        const lines = heldIn(first) === undefined ? longer.find((each) => heldIn(joined(each))) : undefined
        return lines === undefined ? [] : place(index + at, lines.length, heldIn(joined(lines)))
      }),
    ),
  ]
}

const joined = (lines: string) => lines.replace(/\s+/g, '')

const firstHeld = (words: readonly string[], heldIn: Holder) =>
  words.map(heldIn).find((each) => each !== undefined)

/** Words that stand below each other need not be one. */
function linesBelow(word: string): readonly string[] {
  const lines = word.split(/\s+/)
  return lines.length > 1 ? lines : []
}

/**
 * Words that may be the lines of one word that spaces separate: all of one length, at least 16, and a last one that may
 * be shorter. Others are none, so that sentences are not read as base64. `ways`: the first line, all of one length, and
 * those with the shorter one.
 */
function linesBehind(words: string): readonly { readonly at: number; readonly ways: readonly string[] }[] {
  const all = [...words.matchAll(/\S+/g)].map(({ index, 0: word }) => ({
    at: index,
    length: word.length,
    until: index + word.length,
  }))
  const found: { at: number; ways: string[] }[] = []
  for (let from = 0; from < all.length; ) {
    const first = all[from] as (typeof all)[number]
    let to = from
    while (all[to + 1]?.length === first.length) {
      to += 1
    }
    const next = all[to + 1]
    const ends = [first, all[to], next !== undefined && next.length < first.length ? next : undefined]
    if (first.length >= 16) {
      found.push({
        at: first.at,
        ways: ends.flatMap((end) => (end ? [words.slice(first.at, end.until)] : [])),
      })
    }
    from = to + 1
  }
  return found
}
