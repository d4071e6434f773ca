import { randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import { keyId, type Place, seal, unseal } from './seal'

const key = randomBytes(32)
const place: Place = { table: 'versions', id: 'a', version: 3 }
const content = new TextEncoder().encode('<string>s3cret</string>')

it('gives back the bytes it was given, also none and many', () => {
  for (const bytes of [content, new Uint8Array(0), randomBytes(5_000_000)]) {
    expect(Buffer.compare(unseal(seal(bytes, key, place), key, place), bytes)).toBe(0)
  }
})

it('hides the content and never repeats itself', () => {
  const first = seal(content, key, place)
  expect(Buffer.from(first).includes('s3cret')).toBe(false)
  expect(Buffer.compare(first, seal(content, key, place))).not.toBe(0)
})

it('notices every changed byte and every cut', () => {
  const sealed = seal(content, key, place)
  for (let at = 0; at < sealed.length; at += 1) {
    const changed = Uint8Array.from(sealed)
    changed[at] = (changed[at] ?? 0) ^ 1
    expect(() => unseal(changed, key, place)).toThrow()
    expect(() => unseal(sealed.slice(0, at), key, place)).toThrow()
  }
})

it('opens in its own place only', () => {
  const sealed = seal(content, key, place)
  for (const other of [
    { ...place, table: 'drafts' },
    { ...place, id: 'b' },
    { ...place, version: 4 },
  ]) {
    expect(() => unseal(sealed, key, other)).toThrow(/damaged/)
  }
})

it('says when the key is another one, without showing it', () => {
  expect(() => unseal(seal(content, key, place), randomBytes(32), place)).toThrow(/another secret key/)
  expect(keyId(key)).toMatch(/^[0-9a-f]{16}$/)
  expect(key.toString('hex')).not.toContain(keyId(key))
})
