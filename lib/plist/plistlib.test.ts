import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { writeBinary } from './binary/writer'
import { HAS_PYTHON, plistlib, typed } from './fixtures/plistlib'
import { dictTree } from './fixtures/trees'
import { writeXml } from './xml/writer'

test.skipIf(!HAS_PYTHON)(
  'plistlib reads from our files what we wrote (skipped where python3 is absent)',
  () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'plist-'))
    try {
      const trees = fc.sample(dictTree, 300)
      const files = trees.flatMap((value, index) => {
        const names = [`${index}.plist`, `${index}.bplist`].map((name) => path.join(folder, name)) as [
          string,
          string,
        ]
        writeFileSync(names[0], writeXml(value))
        writeFileSync(names[1], writeBinary(value))
        return names
      })
      const theirs = plistlib(files)
      expect(theirs.length).toBe(files.length)
      for (const [index, { value, error }] of theirs.entries()) {
        expect(error).toBeUndefined()
        const tree = trees[Math.floor(index / 2)]
        expect(value).toEqual(tree && typed(tree))
      }
    } finally {
      rmSync(folder, { recursive: true })
    }
  },
)
