import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { readPlist, writeDocument } from './document'
import { PlistError, type PlistErrorCode } from './errors'
import { HAS_PYTHON, plistlib, typed } from './fixtures/plistlib'
import { sniff } from './sniff'
import { repairBytes } from './text'
import type { PlistValue } from './value'
import type { PlistDocument } from './xml/document'
import { readXml } from './xml/reader'
import { writeXml } from './xml/writer'

const FOLDER = path.resolve('../shared/corpus/files')
const HAS_FILES = existsSync(FOLDER)
/** Signed profiles are left to those who take them out of their signature. */
const FILES = HAS_FILES ? readdirSync(FOLDER).filter((name) => sniff(load(name)) !== 'cms') : []

/** Why we refuse what CPython's plistlib reads. macOS refuses each of these, or takes them differently. */
const STRICTER: Partial<Record<PlistErrorCode, string>> = {
  'markup-in-text': 'plistlib leaves comments in texts out; CoreFoundation refuses them.',
  'text-outside-value': 'plistlib skips text between elements; CoreFoundation refuses it.',
  'empty-plist': 'plistlib gives None for a plist without a value.',
}

/** Why plistlib refuses what we read: it looks at the first bytes only. */
function widerReason(document: PlistDocument): string | undefined {
  if (document.format === 'openstep') {
    return 'plistlib knows no OpenStep text.'
  }
  if (document.format === 'binary') {
    return undefined
  }
  const { encoding, bom, text } = document.decoded
  if (encoding.startsWith('utf-32') || (encoding !== 'utf-8' && !bom)) {
    return 'plistlib knows no UTF-32, and UTF-16 with a byte order mark only.'
  }
  return text.startsWith('<?xml') || text.startsWith('<plist')
    ? undefined
    : 'plistlib wants a file to start with "<?xml" or "<plist".'
}

function load(name: string): Uint8Array {
  return new Uint8Array(readFileSync(path.join(FOLDER, name)))
}

function read(bytes: Uint8Array): PlistDocument | PlistError {
  try {
    return readPlist(bytes)
  } catch (error) {
    if (error instanceof PlistError) {
      return error
    }
    throw error
  }
}

/** The same tree in fresh objects, so that writing cannot fall back on "nothing was touched". */
const copy = (value: PlistValue): PlistValue => readXml(writeXml(value))

describe.skipIf(!HAS_FILES)('published files (skipped where ../shared/corpus is absent)', () => {
  test.each(FILES)(
    '%s is read and written back byte for byte, or refused at a place and repaired',
    (name) => {
      let bytes = load(name)
      for (let round = 0; round < 10; round++) {
        const result = read(bytes)
        if (!(result instanceof PlistError)) {
          expect(writeDocument(result, result.root)).toEqual(bytes)
          if (result.format === 'xml') {
            expect(writeDocument(result, copy(result.root))).toEqual(bytes)
          }
          return
        }
        expect(result.message).toMatch(/\.$/)
        expect(result.line).toBeGreaterThanOrEqual(result.code.startsWith('binary') ? 0 : 1)
        if (!result.repair) {
          return
        }
        bytes = repairBytes(bytes, result.repair)
      }
      throw new Error('The repairs do not come to an end.')
    },
  )

  test.skipIf(!HAS_PYTHON)('every file says what plistlib says (skipped where python3 is absent)', () => {
    const theirs = plistlib(FILES.map((name) => path.join(FOLDER, name)))
    const unexplained = FILES.flatMap((name, index) => {
      const ours = read(load(name))
      const { value, error } = theirs[index] ?? {}
      if (ours instanceof PlistError) {
        return error !== undefined || STRICTER[ours.code] ? [] : [`${name}: we refuse it, ${ours.code}`]
      }
      if (value === undefined) {
        return widerReason(ours) ? [] : [`${name}: plistlib refuses it, ${error}`]
      }
      return JSON.stringify(typed(ours.root)) === JSON.stringify(value) ? [] : [`${name}: the values differ`]
    })
    expect(theirs.length).toBe(FILES.length)
    expect(unexplained).toEqual([])
  })
})
