import { byteError, type PlistError } from '../errors'
import { HEADER_SIZE, MAGIC, TRAILER_SIZE } from './format'

/** What the last 32 bytes of a binary property list say. */
export type Trailer = {
  readonly offsetSize: number
  readonly referenceSize: number
  readonly objects: number
  readonly root: number
  readonly table: number
}

/** Reads and checks header and trailer; throws PlistError when they do not describe these bytes. */
export function readTrailer(bytes: Uint8Array): Trailer {
  const magic = String.fromCharCode(...bytes.subarray(0, HEADER_SIZE))
  if (magic !== MAGIC) {
    const known = magic.startsWith('bplist')
    const message = known
      ? `Binary property lists of version ${JSON.stringify(magic.slice(6))} are unknown; convert the file with plutil first.`
      : 'This is not a binary property list: it does not start with "bplist00".'
    throw byteError('binary-header', message, 0, JSON.stringify(magic))
  }
  const trailer =
    bytes.length < HEADER_SIZE + TRAILER_SIZE ? undefined : trailerAt(bytes, bytes.length - TRAILER_SIZE)
  if (trailer) {
    return trailer
  }
  throw trailerFault(bytes)
}

/** The trailer at `at`, when the offset table it names fits exactly between the objects and itself. */
function trailerAt(bytes: Uint8Array, at: number): Trailer | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset + at, TRAILER_SIZE)
  const offsetSize = view.getUint8(6)
  const referenceSize = view.getUint8(7)
  const objects = Number(view.getBigUint64(8))
  const root = Number(view.getBigUint64(16))
  const table = Number(view.getBigUint64(24))
  const sizes = offsetSize >= 1 && offsetSize <= 8 && referenceSize >= 1 && referenceSize <= 8
  const fits = table > HEADER_SIZE && table + objects * offsetSize === at
  return sizes && fits && objects > 0 && root < objects
    ? { offsetSize, referenceSize, objects, root, table }
    : undefined
}

/** How far back a whole trailer is looked for, to tell bytes that were added from bytes that are missing. */
const MOST_ADDED = 4096

function trailerFault(bytes: Uint8Array): PlistError {
  const last = bytes.length - TRAILER_SIZE
  for (let at = last - 1; at > HEADER_SIZE && at >= last - MOST_ADDED; at--) {
    if (trailerAt(bytes, at)) {
      const added = last - at
      const message = `${added} bytes follow the end of the binary property list; get the original file.`
      return byteError('binary-trailing-bytes', message, at + TRAILER_SIZE)
    }
  }
  const message =
    'The end of the binary property list does not describe its content; the file is damaged or cut off.'
  return byteError('binary-trailer', message, Math.max(0, last))
}
