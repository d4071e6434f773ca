import fc from 'fast-check'
import { expect, it } from 'vitest'
import { writeBinary } from '@/lib/plist/binary/writer'
import { readPlist } from '@/lib/plist/document'
import { encodeText } from '@/lib/plist/text'
import { valueAt } from '@/lib/plist/tree'
import type { PlistValue } from '@/lib/plist/value'
import { signedProfiles } from '@/lib/profile/fixtures/signed-profiles'
import { openProfile } from '@/lib/profile/open-profile'
import { ProfileStore } from './profile-store'

const domain = 'com.jamf.connect'
const text = `<?xml version="1.0" encoding="UTF-8"?>\n<plist version="1.0">\n<dict>\n  <key>Own</key> <string>old</string><!-- ü -->\n</dict></plist>`
const utf16 = encodeText({ text: text.replace('UTF-8', 'UTF-16'), encoding: 'utf-16le', bom: true })
const root: PlistValue = {
  type: 'dict',
  entries: [{ key: 'Own', value: { type: 'string', value: 'old' } }],
}
const files = {
  'XML in UTF-8': new TextEncoder().encode(text),
  'XML in UTF-8 with a mark': new TextEncoder().encode(`\ufeff${text}`),
  'XML in UTF-16': utf16,
  binary: writeBinary(root),
  OpenStep: new TextEncoder().encode('{ Own = old; }'),
}
const open = async (bytes: Uint8Array) => new ProfileStore(await openProfile(bytes, `${domain}.plist`))
const own = (bytes: Uint8Array) => valueAt(readPlist(bytes).root, ['Own'])

it.each(Object.entries(files))(
  '%s: bytes stay until an edit, hold it, and are the old ones once it is undone',
  async (_, bytes) => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme-ascii', minLength: 1 }), async (typed) => {
        const value: PlistValue = { type: 'string', value: `new ${typed}` }
        const profile = await open(bytes)
        expect(profile.bytes).toBe(bytes)
        profile.set(domain, ['Own'], value)
        expect(own(profile.bytes)).toEqual(value)
        const { document, root: after } = profile.file
        expect([document.format, valueAt(after, ['Own'])]).toEqual(['xml', value])
        profile.undo()
        expect(profile.bytes).toBe(bytes)
      }),
      { numRuns: 20 },
    )
  },
)

it('an edited file keeps the encoding that it came in', async () => {
  const profile = await open(utf16)
  profile.set(domain, ['Own'], { type: 'string', value: 'new' })
  expect([...profile.bytes.slice(0, 2)]).toEqual([0xff, 0xfe])
  expect(profile.bytes).toEqual(
    encodeText({
      text: text.replace('UTF-8', 'UTF-16').replace('old', 'new'),
      encoding: 'utf-16le',
      bom: true,
    }),
  )
})

it('a newer version that takes the place brings its own bytes, as one step', async () => {
  const theirs = await open(utf16)
  const mine = await open(new TextEncoder().encode(text.replace('old', 'mine')))
  mine.setText('<broken')
  mine.become(theirs)
  expect([mine.bytes === utf16, mine.dirty, mine.pendingXml]).toEqual([true, false, null])
  mine.undo()
  expect([mine.dirty, mine.text.includes('<string>mine</string>')]).toEqual([true, true])
})

it('the signature of a file is told by its store, and its bytes are those inside', async () => {
  const signed = new Uint8Array(Buffer.from(signedProfiles.rsaDer, 'base64'))
  const opened = await openProfile(signed, 'Signed.mobileconfig')
  const store = new ProfileStore(opened)
  expect([store.signature, store.fileName]).toEqual([opened.signature, 'Signed.mobileconfig'])
  expect(store.signature?.signers).toHaveLength(1)
  expect(store.bytes).toEqual(opened.content)
  expect((await open(files.binary)).signature).toBeNull()
})
