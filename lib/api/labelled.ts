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
