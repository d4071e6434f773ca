/** Makes a fresh universally unique identifier in upper case, as Apple's and Jamf's tools write it. */
export type NewUuid = () => string

/** A random UUID from the platform. */
export const randomUuid: NewUuid = () => globalThis.crypto.randomUUID().toUpperCase()

const FORM = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** Whether a text has the form of a UUID, in either case. */
export function isUuid(text: string): boolean {
  return FORM.test(text)
}

/** Whether it is of the form but plainly made up: one digit throughout, or counting (12345678-1234-…). */
export function isPlaceholderUuid(text: string): boolean {
  const digits = text.replaceAll('-', '').toLowerCase()
  return (
    isUuid(text) &&
    (new Set(digits).size <= 2 ||
      /^(1234567890abcdef|123456781234123412341234567890|0123456789abcdef)/.test(digits))
  )
}

/**
 * The UUID that belongs to `name` under `base`: the same each time, different for every pair. Version 8 of RFC 9562,
 * so that nobody takes it for a random one. Made for stable identifiers, not for secrets.
 */
export function derivedUuid(base: string, name: string): string {
  const hex = fourWords(`${base.toUpperCase()}\n${name}`)
    .map((word) => word.toString(16).padStart(8, '0'))
    .join('')
  const variant = '89ab'[Number.parseInt(hex[16] ?? '0', 16) % 4]
  const fields = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
  ]
  return [...fields, hex.slice(20)].join('-').toUpperCase()
}

/** Four 32-bit FNV-1a sums with different starts, each mixed as MurmurHash3 ends. */
function fourWords(text: string): number[] {
  const bytes = new TextEncoder().encode(text)
  return [0x811c9dc5, 0x9747b28c, 0x5bd1e995, 0x1b873593].map((seed) => {
    let sum = seed
    for (const byte of bytes) {
      sum = Math.imul(sum ^ byte, 0x01000193)
      sum = Math.imul(sum ^ (sum >>> 15), 0x2c1b3c6d)
    }
    sum = Math.imul(sum ^ (sum >>> 16), 0x85ebca6b)
    sum = Math.imul(sum ^ (sum >>> 13), 0xc2b2ae35)
    return (sum ^ (sum >>> 16)) >>> 0
  })
}
