import { expect, it, vi } from 'vitest'
import { openStore } from '@/components/editor/open-store'
import { PreviewText } from '@/components/editor/preview-text'
import { measureBinary } from '@/lib/plist/binary/reader'
import { writeBinary } from '@/lib/plist/binary/writer'
import { readXml } from '@/lib/plist/xml/reader'
import { exportProfile } from '@/lib/profile/export/export-profile'
import { issuesOf } from './check-profile'

// The readers themselves; their calls are counted.
vi.mock('@/lib/plist/xml/reader', { spy: true })
vi.mock('@/lib/plist/binary/reader', { spy: true })

const keys = Array.from(
  { length: 900 },
  (_, at) => `<key>Other${at}</key>\n\t<string>${'value '.repeat(190)}</string>`,
)
const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<plist version="1.0">\n<dict>\n\t${keys.join('\n\t')}\n</dict>\n</plist>\n`
const inOneLine = xml.replaceAll(/\n\t*/g, '')
const bytesOf = (text: string) => new TextEncoder().encode(text)

const from = { fileName: 'com.jamf.connect.plist', name: 'Counted' }
const counts = () => [vi.mocked(readXml), vi.mocked(measureBinary)].map(({ mock }) => mock.calls.length)

/** All that a visit does with a profile before its first edit: open, show, check, store as it is, export as it is. */
async function visit(bytes: Uint8Array, draft?: string): Promise<number[]> {
  vi.clearAllMocks()
  const profile = await openStore({ bytes, ...from, draft })
  new PreviewText().of(profile, false)
  await issuesOf(profile)
  expect(profile.bytes === bytes).toBe(!profile.dirty)
  const choice = { form: 'as-is', files: 'one', date: new Date(0), ...from } as const
  const [file] = exportProfile(profile.file, choice)
  expect(Buffer.compare(file?.bytes ?? bytes, profile.bytes)).toBe(0)
  return counts()
}

it('a profile of a megabyte is read once', async () => {
  expect(bytesOf(xml).length).toBeGreaterThan(1_000_000)
  expect(await visit(bytesOf(xml))).toEqual([1, 0])
})

it('one that stands in a single line is read once: the text laid out for reading is not read again', async () => {
  expect(await visit(bytesOf(inOneLine))).toEqual([1, 0])
})

it('a binary one is read once, and so is the XML it is edited in', async () => {
  expect(await visit(writeBinary(readXml(xml)))).toEqual([1, 1])
})

it('unsaved changes are read once more, and nothing is when they are what is saved', async () => {
  expect(await visit(bytesOf(xml), xml.replace('Other7<', 'Another7<'))).toEqual([2, 0])
  expect(await visit(bytesOf(xml), xml)).toEqual([1, 0])
})

it('a save, a Reset and a newer version that takes the place read nothing again', async () => {
  const profile = await openStore({ bytes: bytesOf(xml), ...from })
  const theirs = await openStore({ bytes: bytesOf(xml.replace('Other3<', 'Their3<')), ...from })
  vi.clearAllMocks()
  profile.set('com.jamf.connect', ['Other1'], { type: 'string', value: 'edited' })
  const saved = { snapshot: profile.snapshot, text: profile.text }
  profile.set('com.jamf.connect', ['Other1'], { type: 'string', value: 'edited meanwhile' })
  profile.markSaved(saved)
  expect([profile.dirty, profile.text.includes('edited meanwhile')]).toEqual([true, true])
  profile.reset()
  expect([profile.dirty, profile.text === saved.text]).toEqual([false, true])
  profile.become(theirs)
  expect([profile.dirty, profile.text === theirs.text]).toEqual([false, true])
  expect(counts()).toEqual([0, 0])
})
