import type { PlistValue } from '../plist/value'

/** What a value means where a switch belongs; "unknown" where it is neither. */
export type Meant = 'on' | 'off' | 'unknown'

/** Words that people write for a switch. */
const ON = /^(true|yes|on|1|enabled?)$/i
const OFF = /^(false|no|off|0|disabled?)$/i

/** What was obviously meant by the text of a value where a switch belongs. */
export function switchInWords(text: string): Meant {
  return ON.test(text.trim()) ? 'on' : OFF.test(text.trim()) ? 'off' : 'unknown'
}

/**
 * Text that Foundation reads as on: spaces, a sign and zeros, then Y, T or another digit, whatever follows
 * (https://developer.apple.com/documentation/foundation/nsstring/boolvalue).
 */
const READ_AS_ON = /^\s*(?:[+-]?0*[1-9]|[yt])/i

/**
 * What a value means where a switch belongs, whatever its type. That a reader makes a switch of text or a number is
 * inferred from Foundation; Jamf documents booleans only.
 */
export function switchMeant(value: PlistValue): Meant {
  switch (value.type) {
    case 'boolean':
      return value.value ? 'on' : 'off'
    case 'integer':
      return value.value === 0n ? 'off' : 'on'
    case 'real':
      return value.value === 0 ? 'off' : 'on'
    case 'string':
      return value.value.trim() === ''
        ? 'off'
        : READ_AS_ON.test(value.value)
          ? 'on'
          : switchInWords(value.value)
    default:
      return 'unknown'
  }
}
