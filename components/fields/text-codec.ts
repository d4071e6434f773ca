import type { PlistValue } from '@/lib/plist/value'
import type { TextCodec } from './tie-text'

/** Text, or nothing: an emptied field is a key that is not configured. */
export const textCodec: TextCodec = {
  show: (value) => (value?.type === 'string' ? value.value : ''),
  read: (text) => ({ value: writable(text) === '' ? null : stringOf(text) }),
}

/** What XML 1.0 section 2.2 forbids: control characters, which come along when text is pasted, and half surrogates. */
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

/** Text without the invisible characters that no profile can hold. */
export const writable = (text: string): string => text.replace(FORBIDDEN, '')

/** A string value. */
export const stringOf = (text: string): PlistValue => ({ type: 'string', value: writable(text) })
