import type { PlistValue } from '@/lib/plist/value'

/**
 * File content as the value of a key: Base64 text in a string, or data. A file that already holds Base64 text (Jamf
 * hands licenses out in both forms) is not encoded twice.
 */
export function toFileValue(bytes: Uint8Array, as: 'string' | 'data'): PlistValue {
  const encoded = base64TextIn(bytes)
  if (as === 'data') {
    return {
      type: 'data',
      value: encoded === null ? bytes : Uint8Array.from(atob(encoded), (char) => char.charCodeAt(0)),
    }
  }
  return {
    type: 'string',
    value: encoded ?? btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')),
  }
}

function base64TextIn(bytes: Uint8Array): string | null {
  const text = new TextDecoder('latin1').decode(bytes).replace(/\s+/g, '')
  return text.length % 4 === 0 && /^[A-Za-z0-9+/]{24,}={0,2}$/.test(text) ? text : null
}
