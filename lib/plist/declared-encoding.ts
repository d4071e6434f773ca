import type { SingleByteEncoding } from './single-byte'

/** The encoding that an XML declaration names. */
export type Declared = {
  /** As it is written. */
  readonly name: string
  /** Where the name stands, without its quotation marks. */
  readonly start: number
  readonly end: number
  /** Whether macOS sees it: its reader looks for "encoding=" without white space (CFPropertyList.c). */
  readonly seen: boolean
  readonly encoding: 'utf-8' | 'utf-16' | 'utf-32' | 'ascii' | SingleByteEncoding | undefined
}

const DECLARATION = /^<\?xml[^>]*?[ \t\r\n]encoding([ \t\r\n]*=[ \t\r\n]*)["']([^"']*)["']/
/** More than any declaration; macOS looks as far as its end (CFPropertyList.c). */
const LONGEST = 100_000

/** By their names without case, hyphens and underscores, which macOS does not mind (CFStringEncodingDatabase.c, ICU). */
const ENCODINGS: Readonly<Record<string, Declared['encoding']>> = {
  utf8: 'utf-8',
  utf16: 'utf-16',
  utf16le: 'utf-16',
  utf16be: 'utf-16',
  utf32: 'utf-32',
  utf32le: 'utf-32',
  utf32be: 'utf-32',
  ucs4: 'utf-32',
  usascii: 'ascii',
  ascii: 'ascii',
  iso88591: 'iso-8859-1',
  latin1: 'iso-8859-1',
  iso885915: 'iso-8859-15',
  latin9: 'iso-8859-15',
  macintosh: 'macintosh',
  xmacroman: 'macintosh',
  windows1252: 'windows-1252',
  cp1252: 'windows-1252',
}

/** What the declaration at the start of a text says about its encoding; undefined when it says nothing. */
export function declaredEncoding(text: string): Declared | undefined {
  const match = text.startsWith('<?xml') ? DECLARATION.exec(text.slice(0, LONGEST)) : null
  if (!match) {
    return undefined
  }
  const name = match[2] as string
  const end = match[0].length - 1
  const known = name.toLowerCase().replaceAll(/[-_]/g, '')
  const encoding = Object.hasOwn(ENCODINGS, known) ? ENCODINGS[known] : undefined
  return { name, start: end - name.length, end, seen: match[1] === '=', encoding }
}

/** The same of bytes in which the characters of ASCII stand as they are. */
export function declaredInBytes(bytes: Uint8Array): Declared | undefined {
  return declaredEncoding(new TextDecoder('latin1').decode(bytes.subarray(0, LONGEST)))
}
