import { hexDigits } from './hex-digits'
import type { SpelledSecret } from './spelled-secret'
import type { Place, Unspelled } from './unspelled'

/** A shorter beginning of a secret tells little, and is in every text. */
const shortest = 4

/** This many places where a text was shortened are looked at, the last ones. */
const mostCuts = 8

/** An escape that was cut through. */
const cutEscape = /(?:%[0-9A-Fa-f]?|&[#A-Za-z0-9]{0,8}|\\[uUx]?\{?[0-9A-Fa-f]{0,7})$/

/** The first bytes of a sign of UTF-8, whose escapes were undone one by one. */
const cutBytes = /[\x80-\xff]{1,3}$/

const longestEnd = 10

/** A sign of base64. */
const isOfWord = /[A-Za-z0-9+/_-]/

/** Longer words of base64, and of hexadecimal digits, are not looked through. */
const longestWord = 8192

/**
 * The beginnings of secrets at which a text was cut: before "…", and at its end where `endIsCut`. Written as they are,
 * in escapes, in hexadecimal digits or in base64. Takes linear time for each secret.
 */
export function placesCut(
  all: readonly Unspelled[],
  secrets: readonly SpelledSecret[],
  endIsCut: boolean,
): Place[] {
  return all.flatMap((reading) =>
    cutsIn(reading.plain, endIsCut).flatMap((cut) => {
      const begins = beginsIn(reading.plain.slice(0, cut))
      return secrets.flatMap((secret) => {
        const begin = begins(secret)
        return begin < 0
          ? []
          : [{ start: reading.start(begin), end: reading.end(cut - 1), name: secret.name }]
      })
    }),
  )
}

function cutsIn(text: string, endIsCut: boolean): readonly number[] {
  const cuts = endIsCut ? [text.length] : []
  for (let at = text.lastIndexOf('…'); at > 0; at = text.lastIndexOf('…', at - 1)) {
    cuts.push(at)
    if (cuts.length === mostCuts) {
      break
    }
  }
  return cuts.filter((cut) => cut >= shortest)
}

/** Says where the beginning of a secret begins with which a text ends; -1 where it does not. */
function beginsIn(text: string): (secret: SpelledSecret) => number {
  const unescaped = without(text, cutEscape)
  const ends = [...new Set([text, unescaped, without(unescaped, cutBytes)])]
  const word = lastWord(text)
  const said = word.length < shortest ? [] : decodings(word)
  const digits = lastDigits(text)
  return (secret) => {
    const values = [...secret.values, ...(secret.undone === null ? [] : [secret.undone])]
    const plain = values.flatMap((value) => ends.map((end) => begin(end, value, shortest)))
    const inWord = secret.values.some((value) => said.some((each) => begin(each, value, shortest) >= 0))
    const inHex = secret.digits.map((value) => begin(digits.plain, value, 2 * shortest))
    const begins = [
      ...plain,
      inWord ? text.length - word.length : -1,
      ...inHex.map((at) => (at < 0 ? at : digits.start(at))),
    ].filter((at) => at >= 0)
    return begins.length === 0 ? -1 : Math.min(...begins)
  }
}

/** The text without what it ends in. */
function without(text: string, end: RegExp): string {
  const found = end.exec(text.slice(-longestEnd))?.[0] ?? ''
  return text.slice(0, text.length - found.length)
}

function lastWord(text: string): string {
  let from = text.length
  while (from > 0 && text.length - from < longestWord && isOfWord.test(text.charAt(from - 1))) {
    from -= 1
  }
  return text.slice(from)
}

/** What base64 says that was cut through, wherever in the word it begins. */
function decodings(word: string): readonly string[] {
  return [0, 1, 2, 3].map((from) =>
    Buffer.from(word.slice(from), 'base64')
      .toString()
      .replace(/\ufffd{1,3}$/, ''),
  )
}

/** The bytes in hexadecimal digits with which a text ends. */
function lastDigits(text: string): Unspelled {
  const from = Math.max(0, text.length - longestWord)
  const digits = hexDigits({
    plain: text.slice(from),
    start: (at) => from + at,
    end: (at) => from + at + 1,
  })
  const { plain, end } = digits
  // What stands behind them may belong to the next one.
  return plain !== '' && text.length - end(plain.length - 1) <= 8 ? digits : { ...digits, plain: '' }
}

/** Where the longest beginning of a value begins that a text ends with; -1 where it is shorter than `least`. */
function begin(text: string, value: string, least: number): number {
  const tail = text.slice(-Math.max(1, value.length - 1))
  if (value.length <= least || !tail.includes(value.slice(0, least))) {
    return -1
  }
  // As Knuth, Morris and Pratt look for a text: where each beginning of the value goes on.
  const back: number[] = [0]
  const next = (sign: string | undefined, length: number): number => {
    let held = length
    while (held > 0 && value[held] !== sign) {
      held = back[held - 1] ?? 0
    }
    return value[held] === sign ? held + 1 : 0
  }
  for (let at = 1; at < value.length; at += 1) {
    back.push(next(value[at], back[at - 1] ?? 0))
  }
  let held = 0
  for (let at = 0; at < tail.length; at += 1) {
    held = next(tail[at], held)
  }
  return held >= least ? text.length - held : -1
}
