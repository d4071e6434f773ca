import type { PlistValue } from '@/lib/plist/value'
import type { TextCodec } from './use-text'

/** Text, or nothing: an emptied field is a key that is not configured. */
export const textCodec: TextCodec = {
  show: (value) => (value?.type === 'string' ? value.value : ''),
  read: (text) => ({ value: text === '' ? null : stringOf(text) }),
}

/** A string value. */
export const stringOf = (value: string): PlistValue => ({ type: 'string', value })
