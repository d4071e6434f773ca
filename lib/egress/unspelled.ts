import { decodeHTML } from 'entities'

/** A text without its escapes, and where each unit of it stands in the text as it was. */
export type Unspelled = {
  readonly plain: string
  /** Where what the unit at this index was written as begins, and where it ends. */
  readonly start: (at: number) => number
  readonly end: (at: number) => number
}

/** Where a text says a secret, and what stands in its place. */
export type Place = { readonly start: number; readonly end: number; readonly name: string }

/** Escapes of escapes are undone this often. */
const rounds = 8

/** What an escape begins with. */
export const BEGINS_ESCAPE = /[%&\\]/

/** Escapes of URLs, forms, HTML, JSON, JavaScript (the old ones too), Python and C, found in linear time. */
const escapes =
  /((?:%[0-9A-Fa-f]{2})+)|%u([0-9A-Fa-f]{4})|&(?:#0{0,6}(\d{1,7})(?:;|(?![\d&%\\]))|#[xX]0{0,6}([0-9A-Fa-f]{1,6})(?:;|(?![0-9A-Fa-f&%\\]))|([A-Za-z][A-Za-z0-9]{1,31});?)|\\(?:u([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{2})|[ux]\{0{0,6}([0-9A-Fa-f]{1,6})\}|U00([0-9A-Fa-f]{6}))|\\([0-3][0-7]{2})|\\([tnrbf]|[^A-Za-z0-9%&])/g

const short: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', b: '\b', f: '\f' }

/** The text as it is, then without its escapes, then without those of escapes, and so on until none is left. */
export function readings(text: string): readonly Unspelled[] {
  let last: Unspelled = { plain: text, start: (at) => at, end: (at) => at + 1 }
  const all = [last]
  while (all.length <= rounds && BEGINS_ESCAPE.test(last.plain)) {
    const next = once(last)
    if (next.plain === last.plain) {
      break
    }
    all.push(next)
    last = next
  }
  return all
}

function once({ plain, start, end }: Unspelled): Unspelled {
  const parts: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  let done = 0
  const copy = (until: number) => {
    parts.push(plain.slice(done, until))
    for (let at = done; at < until; at += 1) {
      starts.push(start(at))
      ends.push(end(at))
    }
    done = until
  }
  for (const match of plain.matchAll(escapes)) {
    copy(match.index)
    for (const { text, length } of meanings(match)) {
      parts.push(text)
      for (let unit = 0; unit < text.length; unit += 1) {
        starts.push(start(done))
        ends.push(end(done + length - 1))
      }
      done += length
    }
  }
  copy(plain.length)
  return { plain: parts.join(''), start: (at) => starts[at] as number, end: (at) => ends[at] as number }
}

/** What an escape says, and how many units of the text say it. */
function meanings(match: RegExpExecArray): readonly { text: string; length: number }[] {
  const [whole, percent, old, decimal, hexadecimal, name, unit, byte, braced, long, octal, sign] = match
  const length = whole.length
  if (percent !== undefined) {
    return utf8(percent)
  }
  if (name !== undefined) {
    return [{ text: decodeHTML(whole), length }]
  }
  if (sign !== undefined) {
    return [{ text: short[sign] ?? sign, length }]
  }
  const code =
    octal === undefined
      ? Number(decimal ?? `0x${old ?? hexadecimal ?? unit ?? byte ?? braced ?? long}`)
      : Number.parseInt(octal, 8)
  return [{ text: character(code, whole), length }]
}

function character(code: number, otherwise: string): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : otherwise
}

/** Percent-encoded bytes as UTF-8; a byte that is none counts as Latin-1. */
function utf8(text: string): readonly { text: string; length: number }[] {
  const bytes = Buffer.from(text.replaceAll('%', ''), 'hex')
  const all: { text: string; length: number }[] = []
  for (let at = 0; at < bytes.length; ) {
    const first = bytes[at] as number
    const size = first < 0xc0 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4
    const sign = bytes.toString('utf8', at, at + size)
    const isSign = size > 1 && [...sign].length === 1 && sign !== '\ufffd'
    all.push({ text: isSign ? sign : String.fromCharCode(first), length: isSign ? 3 * size : 3 })
    at += isSign ? size : 1
  }
  return all
}
