import { percentEncoded } from './percent'

/** Shorter parts of a token are in every text. */
const shortestPart = 8

/** A secret in the spellings of URLs, forms, JSON, HTML and base64, whole; `spelled.ts` finds the mixed ones. */
export function spellings(value: string): ReadonlySet<string> {
  const percent = percentEncoded(value)
  const form = new URLSearchParams([['', value]]).toString().slice(1)
  const bytes = Buffer.from(value)
  return new Set([
    value,
    percent,
    percent.replace(/%[0-9A-F]{2}/g, (byte) => byte.toLowerCase()),
    percentEncoded(percent),
    form,
    inJson(value),
    inJson(value).replaceAll('/', '\\/'),
    ...escapedJson(value),
    ...inHtml(value),
    bytes.toString('latin1'), // UTF-8 that somebody read as Latin-1
    bytes.toString('base64'),
    bytes.toString('base64url'),
    ...partsOfToken(value),
  ])
}

/** As JSON writes it, without the quotation marks. */
export function inJson(value: string): string {
  return JSON.stringify(value).slice(1, -1)
}

/** The parts of a JSON Web Token, each of which tells what it says. */
function partsOfToken(value: string): readonly string[] {
  return value.startsWith('eyJ') ? value.split('.').filter((part) => part.length >= shortestPart) : []
}

/** As writers of JSON in ASCII spell it. */
function escapedJson(value: string): readonly string[] {
  const text = inJson(value)
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
