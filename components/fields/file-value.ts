import { decodeBase64, encodeBase64 } from '@/lib/plist/base64'
import type { PlistValue } from '@/lib/plist/value'

/**
 * File content as the value of a key: Base64 text in a string, or data. A file that already holds Base64 text (Jamf
 * hands licenses out in both forms) is not encoded twice.
 */
export function toFileValue(bytes: Uint8Array, as: 'string' | 'data'): PlistValue {
  const encoded = base64TextIn(bytes)
  return as === 'data'
    ? { type: 'data', value: (encoded === null ? undefined : decodeBase64(encoded)) ?? bytes }
    : { type: 'string', value: encoded ?? encodeBase64(bytes) }
}

function base64TextIn(bytes: Uint8Array): string | null {
  const text = new TextDecoder('latin1').decode(bytes).replace(/\s+/g, '')
  return text.length % 4 === 0 && /^[A-Za-z0-9+/]{24,}={0,2}$/.test(text) ? text : null
}
