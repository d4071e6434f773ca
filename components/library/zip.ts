type Entry = { readonly name: string; readonly bytes: Uint8Array }

const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
/** Version 2.0, and names in UTF-8. */
const VERSION = 20
const UTF8 = 0x0800

/**
 * An archive of files as they are, not compressed: APPNOTE.TXT of PKWARE, 4.3. Profiles are small, and what unpacks them is
 * on every Mac.
 */
export function zip(entries: readonly Entry[], at: Date): Uint8Array {
  const parts: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let offset = 0
  for (const { name, bytes } of entries) {
    const title = new TextEncoder().encode(name)
    const shared = [
      ...stamp(at),
      u32(crc32(bytes)),
      u32(bytes.length),
      u32(bytes.length),
      u16(title.length),
      u16(0),
    ]
    const local = [u32(LOCAL), u16(VERSION), u16(UTF8), u16(0), ...shared, title, bytes]
    directory.push(
      ...[u32(CENTRAL), u16(VERSION), u16(VERSION), u16(UTF8), u16(0), ...shared],
      ...[u16(0), u16(0), u16(0), u32(0), u32(offset), title],
    )
    parts.push(...local)
    offset += sizeOf(local)
  }
  const count = u16(entries.length)
  const end = [u32(END), u16(0), u16(0), count, count, u32(sizeOf(directory)), u32(offset), u16(0)]
  return joined([...parts, ...directory, ...end])
}

/** File names for configurations: what file systems refuse is replaced, and those that are the same are numbered. */
export function fileNames(names: readonly string[]): string[] {
  const taken = new Set<string>()
  return names.map((name) => {
    const base = name.replace(/[\\/:*?"<>|\p{Cc}]/gu, '-').replace(/^\.+/, '') || 'Profile'
    let file = `${base}.mobileconfig`
    for (let number = 2; taken.has(file.toLowerCase()); number += 1) {
      file = `${base} ${number}.mobileconfig`
    }
    taken.add(file.toLowerCase())
    return file
  })
}

const u16 = (value: number) => Uint8Array.of(value & 255, (value >> 8) & 255)
const u32 = (value: number) =>
  Uint8Array.of(value & 255, (value >>> 8) & 255, (value >>> 16) & 255, (value >>> 24) & 255)

/** Time and date as MS-DOS has them. */
const stamp = (at: Date) => [
  u16((at.getHours() << 11) | (at.getMinutes() << 5) | (at.getSeconds() >> 1)),
  u16(((at.getFullYear() - 1980) << 9) | ((at.getMonth() + 1) << 5) | at.getDate()),
]

const sizeOf = (parts: readonly Uint8Array[]) => parts.reduce((sum, { length }) => sum + length, 0)

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(sizeOf(parts))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit += 1) {
      crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
    }
  }
  return (crc ^ 0xffffffff) >>> 0
}
