import { createHash } from 'node:crypto'
import { deflateSync } from 'node:zlib'

const modules = 29
const scale = 6
const margin = 4

/** A PNG that looks like a QR code and is none: no phone enrolls with a stand-in. */
export function qrPicture(text: string): Buffer {
  const noise = createHash('sha512').update(text).digest()
  const side = (modules + 2 * margin) * scale
  const rows = Array.from({ length: side }, (_, y) => {
    const row = Buffer.alloc(side + 1, 0xff)
    row[0] = 0
    for (let x = 0; x < side; x++) {
      if (isDark(Math.floor(x / scale) - margin, Math.floor(y / scale) - margin, noise)) {
        row[x + 1] = 0
      }
    }
    return row
  })
  const header = Buffer.alloc(13)
  header.writeUInt32BE(side, 0)
  header.writeUInt32BE(side, 4)
  // 8 bits of grey
  header.set([8, 0, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function isDark(x: number, y: number, noise: Buffer): boolean {
  if (x < 0 || y < 0 || x >= modules || y >= modules) {
    return false
  }
  const corner = (left: number, top: number) => {
    const [dx, dy] = [Math.abs(x - left - 3), Math.abs(y - top - 3)]
    const ring = Math.max(dx, dy)
    return ring <= 4 ? ring !== 2 && ring !== 4 : null
  }
  const found = [corner(0, 0), corner(modules - 7, 0), corner(0, modules - 7)].find((dark) => dark !== null)
  const bit = x * modules + y
  return found ?? ((noise[bit % noise.length] ?? 0) >> (Math.floor(bit / noise.length) % 8)) % 2 === 1
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const ends = Buffer.alloc(8)
  ends.writeUInt32BE(data.length, 0)
  ends.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)])
}

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) {
      crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
    }
  }
  return ~crc >>> 0
}
