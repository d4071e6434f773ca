const DIRECTORY_LENGTH = 6
const ENTRY_LENGTH = 16

/**
 * An .ico file that holds PNG images: a directory (reserved, type, count), an entry for each image (width, height,
 * colors, reserved, planes, bits, length, offset), the images. https://en.wikipedia.org/wiki/ICO_(file_format)
 * @param {{ size: number, png: Buffer }[]} images squares of at most 255 pixels
 */
export function ico(images) {
  const head = Buffer.alloc(DIRECTORY_LENGTH + images.length * ENTRY_LENGTH)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(images.length, 4)
  let offset = head.length
  for (const [index, { size, png }] of images.entries()) {
    const at = DIRECTORY_LENGTH + index * ENTRY_LENGTH
    head.writeUInt8(size, at)
    head.writeUInt8(size, at + 1)
    head.writeUInt16LE(1, at + 4)
    head.writeUInt16LE(32, at + 6)
    head.writeUInt32LE(png.length, at + 8)
    head.writeUInt32LE(offset, at + 12)
    offset += png.length
  }
  return Buffer.concat([head, ...images.map(({ png }) => png)])
}
