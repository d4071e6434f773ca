import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { fileNames, zip } from './zip'

const python = (() => {
  try {
    execFileSync('python3', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
})()

it('the files of an archive have the checksums and places that its directory says', () => {
  const files = ['one', '', 'Größe 日本'].map((name) => ({
    name,
    bytes: new TextEncoder().encode(`<${name}/>`),
  }))
  const bytes = Buffer.from(zip(files, new Date(2026, 0, 5, 8, 30)))
  const end = bytes.subarray(-22)
  expect([end.readUInt32LE(0), end.readUInt16LE(10)]).toEqual([0x06054b50, 3])
  let at = end.readUInt32LE(16)
  for (const file of files) {
    const [size, length, offset] = [
      bytes.readUInt32LE(at + 24),
      bytes.readUInt16LE(at + 28),
      bytes.readUInt32LE(at + 42),
    ]
    expect(bytes.subarray(at + 46, at + 46 + length).toString()).toBe(file.name)
    const start = offset + 30 + length
    expect(bytes.subarray(start, start + size)).toEqual(Buffer.from(file.bytes))
    at += 46 + length
  }
  // The check value of CRC-32: https://reveng.sourceforge.io/crc-catalogue/all.htm
  const check = Buffer.from(zip([{ name: 'a', bytes: Buffer.from('123456789') }], new Date(2026, 0, 5)))
  expect(check.readUInt32LE(14)).toBe(0xcbf43926)
})

it.skipIf(!python)('another program unpacks it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-zip-'))
  const content = Buffer.from('<plist/>')
  writeFileSync(join(folder, 'a.zip'), zip([{ name: 'Büro 1.mobileconfig', bytes: content }], new Date()))
  execFileSync('python3', ['-m', 'zipfile', '-e', 'a.zip', '.'], { cwd: folder })
  expect(readFileSync(join(folder, 'Büro 1.mobileconfig'))).toEqual(content)
  rmSync(folder, { recursive: true })
})

it('names of files are those of the configurations, each once, and none leaves its folder', () => {
  expect(fileNames(['Oslo', 'oslo', '../a:b', '...', 'Oslo'])).toEqual([
    'Oslo.mobileconfig',
    'oslo 2.mobileconfig',
    '-a-b.mobileconfig',
    'Profile.mobileconfig',
    'Oslo 3.mobileconfig',
  ])
})
