/**
 * A value of a provider's JSON as text: a text as it is, anything else as JSON. `String` asks the value itself, and an
 * object with a member "toString" that is no function then ends the test.
 */
export const written = (value: unknown): string => (typeof value === 'string' ? value : jsonText(value))

/** A value as JSON, a text in quotation marks. What nests too deep is named by its type. */
export function jsonText(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value)
  } catch {
    return Array.isArray(value) ? 'a list' : 'an object'
  }
}
