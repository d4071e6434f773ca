import { placesCut } from './cut'
import { type Holder, wordsIn } from './encoded-words'
import { hexDigits } from './hex-digits'
import type { SpelledSecret } from './spelled-secret'
import { BEGINS_ESCAPE, type Place, readings, type Unspelled } from './unspelled'
import { escapesIn, plusAsSpace, writtenIn } from './written'

/** Base64 of base64 is read, and no deeper. */
const deepest = 2

/**
 * The text without secrets whose signs are each written as they are, or as URLs, forms, HTML, JSON and C may write them,
 * mixed in any way and escaped more than once; in hexadecimal digits, and in base64, of base64 too. Takes linear time
 * for each secret. Not found: bytes as decimal numbers, quoted-printable, hexadecimal digits of base64, base64 in lines
 * that spaces separate and that are shorter than 16 signs or differ in length, and what `writtenIn` leaves out. Where a
 * text was shortened, at its end if `endIsCut`, the beginning of a secret counts as the secret.
 */
export function withoutSpelled(text: string, secrets: readonly SpelledSecret[], endIsCut: boolean): string {
  if (text === '' || secrets.length === 0) {
    return text
  }
  const all = readings(text)
  const places = [
    ...placesIn(text, all, secrets),
    ...placesMixed(text, secrets),
    ...placesEncoded(all, secrets, holderOf(secrets, deepest)),
    ...(endIsCut || all.at(-1)?.plain.includes('…') ? placesCut(all, secrets, endIsCut) : []),
  ].toSorted((left, right) => left.start - right.start || right.end - left.end)
  let done = 0
  const parts: string[] = []
  for (const { start, end, name } of places) {
    if (start >= done) {
      parts.push(text.slice(done, start), name)
    }
    done = Math.max(done, end)
  }
  return parts.join('') + text.slice(done)
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

/** Places of secrets that hold what looks like an escape, in texts with escapes. */
function placesMixed(text: string, secrets: readonly SpelledSecret[]): Place[] {
  const own = secrets.filter(({ values: [value = ''] }) => BEGINS_ESCAPE.test(value))
  if (own.length === 0 || !BEGINS_ESCAPE.test(text)) {
    return []
  }
  const escapes = escapesIn(text)
  return own.flatMap(({ values, name }) =>
    values.flatMap((value) => writtenIn(text, value, escapes).map((span) => ({ ...span, name }))),
  )
}

/** Places in hexadecimal digits, and in base64 where somebody reads it. */
function placesEncoded(
  all: readonly Unspelled[],
  secrets: readonly SpelledSecret[],
  heldIn: Holder | null,
): Place[] {
  const reading = all.at(-1) as Unspelled
  const hex = hexDigits(reading)
  const inHex = ({ digits, name }: SpelledSecret) => digits.flatMap((each) => found(hex, each, name))
  return [
    ...(hex.plain === '' ? [] : secrets.flatMap(inHex)),
    ...(heldIn === null ? [] : wordsIn(reading, heldIn)),
  ]
}

/** Says which secret a word of base64 holds; a short word holds none, and most words are short. */
function holderOf(secrets: readonly SpelledSecret[], times: number): Holder | null {
  if (times === 0) {
    return null
  }
  const fewest = Math.min(...secrets.map(({ values: [value = ''] }) => value.length))
  const inner = holderOf(secrets, times - 1)
  return (word) => {
    if (word.length * 3 < fewest * 4) {
      return undefined
    }
    const text = decodings(word)
    const all = readings(text)
    return (placesIn(text, all, secrets)[0] ?? placesEncoded(all, secrets, inner)[0])?.name
  }
}

/** What a word of base64 says, wherever in the word it begins. */
function decodings(word: string): string {
  return [0, 1, 2, 3].map((start) => Buffer.from(word.slice(start), 'base64').toString()).join(' ')
}

function found({ plain, start, end }: Unspelled, value: string, name: string): Place[] {
  const read = plusAsSpace(value)
  const [text, secret] = [read(plain), read(value)]
  const places: Place[] = []
  for (let at = text.indexOf(secret); at >= 0; at = text.indexOf(secret, at + secret.length)) {
    places.push({ start: start(at), end: end(at + secret.length - 1), name })
  }
  return places
}
