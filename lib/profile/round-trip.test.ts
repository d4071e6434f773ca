import fc from 'fast-check'
import { expect, test } from 'vitest'
import { writeBinary } from '../plist/binary/writer'
import { readPlist, writeDocument } from '../plist/document'
import { equal, valueAt } from '../plist/tree'
import type { PlistPath, PlistValue } from '../plist/value'
import { writeXml } from '../plist/xml/writer'
import { setSetting } from './edit'
import { exportProfile } from './export/export-profile'
import { files, plistValues } from './fixtures/arbitrary-profiles'
import { openProfile } from './open-profile'
import { findSettings, settingsAt } from './payloads/shapes'

const RUNS = 10_000

/** Every scalar and empty container of a tree with its path, in order; what is at or under `except` is left out. */
function leaves(root: PlistValue, except: PlistPath | null = null): string[] {
  const found: string[] = []
  const skip = except && JSON.stringify(except)
  const walk = (node: PlistValue, path: PlistPath) => {
    if (skip && JSON.stringify(path) === skip) {
      return
    }
    if (node.type === 'dict' && node.entries.length > 0) {
      for (const { key, value } of node.entries) {
        walk(value, [...path, key])
      }
    } else if (node.type === 'array' && node.items.length > 0) {
      node.items.forEach((item, index) => {
        walk(item, [...path, index])
      })
    } else {
      const value =
        node.type === 'dict' || node.type === 'array'
          ? ''
          : String(Object.is(node.type === 'real' && node.value, -0) ? '-0' : node.value)
      found.push(`${JSON.stringify(path)} ${node.type} ${value}`)
    }
  }
  walk(root, [])
  return found
}

test(`${RUNS} generated files of every shape survive writing and opening, in XML and in binary`, async () => {
  await fc.assert(
    fc.asyncProperty(files, fc.boolean(), async ({ root, fileName }, binary) => {
      const bytes = binary ? writeBinary(root) : new TextEncoder().encode(writeXml(root))
      const opened = await openProfile(bytes, fileName)
      expect(equal(opened.root, root)).toBe(true)
      const [file] = exportProfile(opened, {
        form: 'as-is',
        files: 'one',
        name: 'x',
        date: new Date(),
        fileName,
      })
      expect(Buffer.compare(file?.bytes ?? new Uint8Array(), bytes)).toBe(0)
    }),
    { numRuns: RUNS },
  )
})

test(`in ${RUNS} generated files, editing one key changes that key only, and keeps the order of all others`, () => {
  let edited = 0
  fc.assert(
    fc.property(files, plistValues, fc.nat(), fc.nat(), ({ root, fileName }, value, pickPlace, pickKey) => {
      const places = findSettings(root, fileName)
      const place = places[pickPlace % Math.max(1, places.length)]
      const entries = place ? settingsAt(root, place).entries : []
      const key = entries[pickKey % Math.max(1, entries.length)]?.key
      const others = places.filter((other) => other !== place && other.domain === place?.domain)
      if (!place || key === undefined || others.length > 0) {
        return
      }
      edited += 1
      const document = readPlist(new TextEncoder().encode(writeXml(root)))
      const after = setSetting(document.root, place.domain, [key], value, { fileName })
      const written = readPlist(writeDocument(document, after)).root
      const path = [...place.path, key]
      expect(equal(valueAt(written, path) ?? written, value)).toBe(true)
      expect(leaves(written, path)).toEqual(leaves(root, path))
      const without = readPlist(
        writeDocument(document, setSetting(document.root, place.domain, [key], null, { fileName })),
      ).root
      expect(valueAt(without, path)).toBeUndefined()
      if (entries.length > 1) {
        expect(leaves(without)).toEqual(leaves(root, path))
      }
    }),
    { numRuns: RUNS },
  )
  expect(edited).toBeGreaterThan(RUNS / 4)
})
