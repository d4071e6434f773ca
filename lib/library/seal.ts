import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import { LibraryError } from './errors'

/** What sealing adds to the length of a content. */
export const sealedOverhead = 37

/** Where sealed bytes belong; they open nowhere else. */
export type Place = { readonly table: string; readonly id: string; readonly version: number }

const format = 1
const keyIdLength = 8
const nonceLength = 12
const tagLength = 16
const headerLength = 1 + keyIdLength + nonceLength

/** Eight bytes that name a key without giving it away, in hex. */
export function keyId(key: Uint8Array): string {
  return createHmac('sha256', key)
    .update('latchkey key id')
    .digest('hex')
    .slice(0, keyIdLength * 2)
}

/**
 * Encrypts `content` with AES-256-GCM for one place. Layout: format (1 byte), key id (8), nonce (12), ciphertext, tag (16);
 * header and place are authenticated too. `key` has 32 bytes.
 */
export function seal(content: Uint8Array, key: Uint8Array, place: Place): Uint8Array {
  const header = Buffer.concat([Buffer.of(format), Buffer.from(keyId(key), 'hex'), randomBytes(nonceLength)])
  const cipher = createCipheriv('aes-256-gcm', key, header.subarray(-nonceLength))
  cipher.setAAD(associated(header, place))
  return Buffer.concat([header, cipher.update(content), cipher.final(), cipher.getAuthTag()])
}

/**
 * The bytes given to seal(). `sealed` is what the database gives for them, which is not bytes where it is damaged.
 * Throws LibraryError "wrong-key", "newer-format", or, when they were changed or moved, "damaged".
 */
export function unseal(sealed: unknown, key: Uint8Array, place: Place): Uint8Array {
  const bytes = bytesOf(sealed)
  if (bytes.length < headerLength + tagLength) {
    throw damaged(place)
  }
  if (bytes[0] !== format) {
    const message = `Version ${place.version} is in a form that this release of Latchkey does not know; start the release that wrote it, or put the data folder back from a backup.`
    throw new LibraryError('newer-format', message)
  }
  if (bytes.toString('hex', 1, 1 + keyIdLength) !== keyId(key)) {
    throw new LibraryError('wrong-key', `Version ${place.version} was written with another secret key.`)
  }
  const header = bytes.subarray(0, headerLength)
  const decipher = createDecipheriv('aes-256-gcm', key, header.subarray(-nonceLength), {
    authTagLength: tagLength,
  })
  decipher.setAAD(associated(header, place))
  decipher.setAuthTag(bytes.subarray(-tagLength))
  try {
    return Buffer.concat([decipher.update(bytes.subarray(headerLength, -tagLength)), decipher.final()])
  } catch (cause) {
    throw damaged(place, cause)
  }
}

/** libsql gives blobs as ArrayBuffer, other drivers as Buffer; a damaged row may hold a text or a number there. */
function bytesOf(value: unknown): Buffer {
  if (value instanceof Uint8Array) {
    return Buffer.from(value.buffer, value.byteOffset, value.byteLength)
  }
  return value instanceof ArrayBuffer ? Buffer.from(value) : Buffer.alloc(0)
}

function associated(header: Uint8Array, { table, id, version }: Place): Uint8Array {
  return Buffer.concat([header, Buffer.from(`${table}|${id}|${version}`)])
}

function damaged({ version }: Place, cause?: unknown): LibraryError {
  const message = `Version ${version} is damaged in the database; restore the data folder from a backup.`
  return new LibraryError('damaged', message, { cause })
}
