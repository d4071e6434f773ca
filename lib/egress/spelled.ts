import { readings, type Unspelled } from './unspelled'

/** Shorter texts are everywhere. */
const shortest = 4

/** A secret that is looked for in spellings that nobody lists: any sign in any of its forms. */
export type SpelledSecret = {
  readonly name: string
  /** As a text says it once its escapes are undone; UTF-8 that somebody read as Latin-1 says it in another way. */
  readonly values: readonly string[]
  /** Of a secret that holds what looks like an escape, and may be undone with those around it: what is left then. */
  readonly undone: string | null
}

/** Where a text says a secret. */
type Place = { readonly start: number; readonly end: number; readonly name: string }

/** Makes `value` ready to be looked for; `name` is what stands in its place. */
export function spelledSecret(value: string, name: string): SpelledSecret {
  const undone = readings(value).at(-1)?.plain ?? value
  return {
    name,
    values: [...new Set([value, Buffer.from(value).toString('latin1')])],
    undone: undone === value || undone.trim().length < shortest ? null : undone,
  }
}

/** Says which secret a word of base64 holds. */
type Holder = (word: string) => string | undefined

/**
 * The text without secrets whose signs are each written as they are, or as URLs, forms, HTML and JSON may write them,
 * mixed in any way and escaped more than once, in base64 too; a secret that holds what looks like an escape, where its signs
 * are escaped equally often. Takes linear time for each secret.
 */
export function withoutSpelled(text: string, secrets: readonly SpelledSecret[], heldIn: Holder): string {
  const all = readings(text)
  const deepest = all.at(-1) as Unspelled
  const places = [...placesIn(text, all, secrets), ...wordsIn(deepest, heldIn)].toSorted(
    (left, right) => left.start - right.start || right.end - left.end,
  )
  let done = 0
  const parts: string[] = []
  for (const { start, end, name } of places) {
    if (start >= done) {
      parts.push(text.slice(done, start), name)
      done = end
    }
  }
  return parts.join('') + text.slice(done)
}

/** The name of a secret that a text says once its escapes are undone. */
export function spelledIn(text: string, secrets: readonly SpelledSecret[]): string | undefined {
  return placesIn(text, readings(text), secrets)[0]?.name
}

function placesIn(text: string, all: readonly Unspelled[], secrets: readonly SpelledSecret[]): Place[] {
  return secrets.flatMap(({ values, name, undone }) =>
    all.flatMap((reading) => [
      ...values.flatMap((value) => found(reading, value, name)),
      // Where nothing was undone, the text says something else that only looks like the secret.
      ...(undone === null ? [] : found(reading, undone, name)).filter(
        ({ start, end }) => text.slice(start, end) !== undone,
      ),
    ]),
  )
}

/** Forms write "+" for a space; a "+" of the secret itself stays one. */
function found({ plain, starts, ends }: Unspelled, value: string, name: string): Place[] {
  const spaced = value.includes(' ')
  const [text, secret] = spaced ? [plain.replaceAll('+', ' '), value.replaceAll('+', ' ')] : [plain, value]
  const places: Place[] = []
  for (let at = text.indexOf(secret); at >= 0; at = text.indexOf(secret, at + secret.length)) {
    places.push({ start: starts[at] ?? 0, end: ends[at + secret.length - 1] ?? 0, name })
  }
  return places
}

/** What may be base64 of a text that holds a secret, "user:password" for one, in lines as mail breaks them. */
const encodedWord = /[A-Za-z0-9+/_-]{6,65536}(?:[ \t]*\r?\n[ \t]*[A-Za-z0-9+/_-]{1,76}){0,1000}={0,2}/g

function wordsIn({ plain, starts, ends }: Unspelled, heldIn: Holder): Place[] {
  return [...plain.matchAll(encodedWord)].flatMap(({ index, 0: word }) => {
    const name =
      heldIn(word.replace(/\s+/g, '')) ??
      linesOf(word)
        .map(heldIn)
        .find((each) => each !== undefined)
    return name === undefined
      ? []
      : [{ start: starts[index] ?? 0, end: ends[index + word.length - 1] ?? 0, name }]
  })
}

/** Words that stand below each other need not be one. */
function linesOf(word: string): readonly string[] {
  const lines = word.split(/\s+/)
  return lines.length > 1 ? lines : []
}
