import { MOST_BYTES } from '../plist/limits'

/** The type of a body that is a file, byte for byte. No page of another site sends it without asking first. */
export const FILE_TYPE = 'application/octet-stream'

/** The header with what is said of the bytes in the body, of a request as of an answer: JSON in ASCII. */
export const LABEL = 'Latchkey-Label'

/** A label as its header holds it: JSON in ASCII, which can spell every character (RFC 8259, section 7). */
export function asLabel(label: unknown): string {
  return JSON.stringify(label).replace(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** What keeps so many bytes from being the contents of a configuration or draft, as a sentence; null when nothing does. */
export function sizeFault(bytes: number): string | null {
  if (bytes === 0) {
    return 'The body of the request is empty; send the bytes of the profile.'
  }
  return bytes > MOST_BYTES ? 'A profile has at most 5 MB.' : null
}
