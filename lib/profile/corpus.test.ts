import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { PlistError } from '../plist/errors'
import { envelopeIssues } from './defects'
import { ProfileError } from './errors'
import { exportProfile } from './export/export-profile'
import { type OpenedProfile, openProfile } from './open-profile'
import { payloadsOf } from './payloads/payload-keys'

/** Published profiles that are not part of this repository. */
const folder = join(import.meta.dirname, '../../../shared/corpus/files')
const here = existsSync(folder)

type Outcome = {
  readonly file: string
  readonly bytes: Uint8Array
  readonly opened: OpenedProfile | null
  readonly code: string
}

async function outcomes(): Promise<Outcome[]> {
  const found: Outcome[] = []
  for (const file of readdirSync(folder)) {
    const bytes = new Uint8Array(readFileSync(join(folder, file)))
    try {
      found.push({ file, bytes, opened: await openProfile(bytes, file), code: '' })
    } catch (error) {
      if (!(error instanceof PlistError || error instanceof ProfileError)) {
        throw error
      }
      found.push({ file, bytes, opened: null, code: error.code })
    }
  }
  return found
}

describe.skipIf(!here)('published profiles (skipped where ../shared/corpus is absent)', () => {
  const all = here ? outcomes() : Promise.resolve([])

  test('are opened, or refused by name', async () => {
    const counts: { [code: string]: number } = {}
    for (const { opened, code } of await all) {
      const name = opened ? `opened as ${opened.shape}` : code
      counts[name] = (counts[name] ?? 0) + 1
    }
    expect((await all).length).toBeGreaterThan(200)
    expect(counts['opened as bare']).toBeGreaterThan(40)
    expect(counts['opened as direct']).toBeGreaterThan(100)
    expect(counts['opened as managed-preferences']).toBeGreaterThan(2)
    expect(Object.keys(counts)).not.toContain('')
  })

  test('that are signed are all unwrapped, and every signature fits', async () => {
    const signed = (await all).filter(({ bytes }) => bytes[0] === 0x30)
    expect(signed.map(({ opened }) => opened?.signature?.signers.map(({ verdict }) => verdict))).toEqual(
      signed.map(() => ['verified']),
    )
    expect(signed.length).toBeGreaterThan(0)
  })

  test('are written byte for byte as they were read', async () => {
    for (const { file, opened } of await all) {
      if (opened) {
        const options = { form: 'as-is', files: 'one', name: 'x', date: new Date(), fileName: file } as const
        const [written] = exportProfile(opened, options)
        expect(written && Buffer.compare(written.bytes, opened.content), file).toBe(0)
      }
    }
  })

  test('hold as many payloads as their text says', async () => {
    for (const { file, opened } of await all) {
      if (opened?.document.format === 'xml' && opened.shape !== 'bare') {
        const text = new TextDecoder().decode(opened.content).replaceAll(/<!--[\s\S]*?-->/g, '')
        const types = text.match(/<key>PayloadType<\/key>/g)?.length ?? 0
        const outer = 1
        expect(payloadsOf(opened.root).length, file).toBeLessThanOrEqual(types)
        expect(payloadsOf(opened.root).length, file).toBeGreaterThanOrEqual(
          types === 0 ? 0 : Math.min(1, types - outer),
        )
      }
    }
  })

  test('are checked without a crash', async () => {
    const rules: { [rule: string]: number } = {}
    for (const { opened } of await all) {
      for (const { rule } of opened ? envelopeIssues(opened.root, opened.places) : []) {
        rules[rule] = (rules[rule] ?? 0) + 1
      }
    }
    expect(rules['payload-version']).toBeGreaterThan(0)
    expect(rules['payload-uuid-form']).toBeGreaterThan(0)
  })
})
