import { percentEncoded } from './percent'
import { placeholder } from './secret-names'
import { type SpelledSecret, spelledSecret, withoutSpelled } from './spelled'

/** The secrets one Egress has seen, so that an answer which repeats one under another name does not give it away. */
export type KnownSecrets = {
  /** Remembers a value that was sent, or that the caller named. */
  learn(name: string, value: string): void
  /** Remembers a value an answer brought; few and long ones, since whoever answers chooses them. */
  learnFromAnswer(name: string, value: string): void
  /** The text without any remembered value, in the spellings of URLs, forms, JSON, HTML, C, hexadecimal digits and base64. */
  hide(text: string): string
}

/** Shorter values are in every text; they are hidden where they are the whole value. */
const shortest = 4
const shortestOfAnswer = 8
const longest = 16_384
const mostOfAnswers = 64

/** An empty memory of secrets. */
export function rememberSecrets(): KnownSecrets {
  const shown = new Map<string, string>()
  const spelled: SpelledSecret[] = []
  let spellingsByLength: string[] | null = null
  let fromAnswers = 0

  function learn(name: string, value: string): void {
    if (value === '' || value.length > longest || shown.has(value)) {
      return
    }
    for (const spelling of value.length < shortest ? [value] : spellings(value)) {
      shown.set(spelling, placeholder(name))
    }
    if (value.length >= shortest) {
      spelled.push(spelledSecret(value, placeholder(name)))
      // Longest first: a secret may contain another.
      spelled.sort((left, right) => (right.values[0]?.length ?? 0) - (left.values[0]?.length ?? 0))
    }
    spellingsByLength = null
  }

  return {
    learn,
    learnFromAnswer(name, value) {
      if (value.length >= shortestOfAnswer && !shown.has(value) && ++fromAnswers <= mostOfAnswers) {
        learn(name, value)
      }
    },
    hide(text) {
      const whole = shown.get(text)
      if (whole !== undefined) {
        return whole
      }
      // Longest first: a spelling may contain another.
      spellingsByLength ??= [...shown.keys()]
        .filter((spelling) => spelling.length >= shortest)
        .sort((a, b) => b.length - a.length)
      const known = spellingsByLength
      const pieces = known.reduce(
        (rest, spelling) => withoutSpelling(rest, spelling, shown.get(spelling) ?? ''),
        piecesOf(text, shown),
      )
      return pieces
        .map(({ said, told }) => told ?? (known.length === 0 ? said : withoutSpelled(said, spelled)))
        .join('')
    },
  }
}

/** A part of a text: `told` once something stands in its place, which is not looked at again. */
type Piece = { readonly said: string; readonly told?: string }

/** A text that was cleaned before keeps what stands in it for secrets, though a password may be "password". */
function piecesOf(text: string, shown: ReadonlyMap<string, string>): Piece[] {
  const names = [...new Set(shown.values())].filter((name) => text.includes(name))
  // A secret with such a sign may reach into what looks like a name.
  if (names.length === 0 || [...shown.keys()].some((secret) => /[<>]/.test(secret))) {
    return [{ said: text }]
  }
  return names.reduce<Piece[]>((pieces, name) => withoutSpelling(pieces, name, name), [{ said: text }])
}

function withoutSpelling(pieces: readonly Piece[], spelling: string, told: string): Piece[] {
  return pieces.flatMap((piece) =>
    piece.told !== undefined || !piece.said.includes(spelling)
      ? [piece]
      : piece.said
          .split(spelling)
          .flatMap((said, index) => (index === 0 ? [{ said }] : [{ said: '', told }, { said }])),
  )
}

function spellings(value: string): Set<string> {
  const percent = percentEncoded(value)
  const form = new URLSearchParams([['', value]]).toString().slice(1)
  const bytes = Buffer.from(value)
  return new Set([
    value,
    percent,
    percent.replace(/%[0-9A-F]{2}/g, (byte) => byte.toLowerCase()),
    percentEncoded(percent),
    form,
    JSON.stringify(value).slice(1, -1),
    JSON.stringify(value).slice(1, -1).replaceAll('/', '\\/'),
    ...escapedJson(value),
    ...inHtml(value),
    bytes.toString('latin1'), // UTF-8 that somebody read as Latin-1
    bytes.toString('base64'),
    bytes.toString('base64url'),
    ...partsOfToken(value),
  ])
}

/** The parts of a JSON Web Token, each of which tells what it says. */
function partsOfToken(value: string): readonly string[] {
  return value.startsWith('eyJ') ? value.split('.').filter((part) => part.length >= shortestOfAnswer) : []
}

/** As writers of JSON in ASCII spell it. */
function escapedJson(value: string): readonly string[] {
  const text = JSON.stringify(value).slice(1, -1)
  const escaped = (hex: (code: string) => string, what: RegExp) =>
    text.replace(what, (unit) => `\\u${hex(unit.charCodeAt(0).toString(16).padStart(4, '0'))}`)
  const ascii = [/[\u0080-\uffff]/g, /[\u0080-\uffff&<>'+]/g]
  return ascii.flatMap((what) => [
    escaped((code) => code, what),
    escaped((code) => code.toUpperCase(), what),
    escaped((code) => code, what).replaceAll('/', '\\/'),
  ])
}

/** As pages spell it: names or numbers for what has a meaning in HTML, numbers for what is not ASCII. */
function inHtml(value: string): readonly string[] {
  const names: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
  const named = value.replace(/[&<>"]/g, (sign) => names[sign] ?? sign)
  const marks = ["'", '&#39;', '&#x27;', '&#039;', '&apos;']
  const all = marks.map((mark) => named.replaceAll("'", mark))
  const number = (text: string, what: RegExp, write: (code: number) => string) =>
    text.replace(what, (sign) => write(sign.codePointAt(0) ?? 0))
  const writers = [(code: number) => `&#${code};`, (code: number) => `&#x${code.toString(16)};`]
  return [
    ...all,
    ...writers.flatMap((write) => [
      ...all.map((text) => number(text, /[\u{80}-\u{10ffff}]/gu, write)),
      number(value, /[&<>"]/gu, write),
      number(value, /[&<>"']/gu, write),
      number(value, /[&<>"'\u{80}-\u{10ffff}]/gu, write),
    ]),
  ]
}
