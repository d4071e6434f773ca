import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** A count and a noun in the plural, as "${items.length} keys" would be: for one it reads "1 keys". */
const PLURAL =
  /\$\{(?!counted\()[^{}]*\b(?:length|size|count|errors|advice)(?:\s*-\s*[\w.]+)?\}(?! more| adds) [a-z]+s\b/g

/** Said only of several. */
const GUARDED =
  /edits\.length\} places|odd\.length\} things|\{values\.length\} values|signature\.ts: .*count\} keys|progress\.ts: .*count\} times/

const rooms = [
  'lib/plist',
  'lib/schema',
  'lib/profile',
  'lib/library',
  'lib/products/jamf-connect',
  'lib/testers',
  'cli',
  'components',
  'app',
]
const files = rooms.flatMap((room) =>
  readdirSync(room, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.(?:test|spec)\.|fixtures|testing/.test(name))
    .map((name) => `${room}/${name}`),
)

test('no sentence counts with a noun that stays in the plural', () => {
  const found = files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(PLURAL)]
      .map(([text]) => `${file}: ${text}`)
      .filter((text) => !GUARDED.test(text)),
  )
  expect(files.length).toBeGreaterThan(300)
  expect(found).toEqual([])
})
