import { describe, expect, test } from 'vitest'
import { PlistError } from '../plist/errors'
import { writeXml } from '../plist/xml/writer'
import { ProfileError } from './errors'
import { dict, payload, plain, profile, shapes, tree, uuids } from './fixtures/sample-trees'
import { signedContent, signedProfile } from './fixtures/signed-profiles'
import { openProfile } from './open-profile'
import { settingsAt } from './payloads/shapes'

const LOGIN = 'com.jamf.connect.login'
const bytesOf = (text: string) => new TextEncoder().encode(text)

async function refusal(bytes: Uint8Array): Promise<string> {
  const error = await openProfile(bytes).catch((reason: unknown) => reason)
  if (error instanceof ProfileError || error instanceof PlistError) {
    expect(error.message).toMatch(/^[A-Z].+\.$/s)
    return error.code
  }
  return `opened or crashed: ${String(error)}`
}

test.each(Object.entries(shapes))('opens the form %s', async (name, root) => {
  const bytes = bytesOf(writeXml(root))
  const opened = await openProfile(bytes)
  expect(opened).toMatchObject({
    content: bytes,
    signature: null,
    shape: name === 'managed' ? 'managed-preferences' : name,
    places: [{ domain: LOGIN }],
  })
  expect(opened.root).toEqual(opened.document.root)
})

test('opens a signed profile by its content', async () => {
  const opened = await openProfile(signedProfile('berSegmented'))
  expect(new TextDecoder().decode(opened.content)).toBe(signedContent)
  expect(opened.signature?.signers).toMatchObject([{ name: 'Profile Signing Example', verdict: 'verified' }])
  const [place] = opened.places
  expect(place && plain(settingsAt(opened.root, place))).toEqual({ OIDCProvider: 'EntraID' })
})

test('opens payloads in clear text, whatever the profile says of encryption', async () => {
  const clear = profile([payload(LOGIN, uuids.login, { DenyLocal: true })], { IsEncrypted: true })
  expect(await openProfile(bytesOf(writeXml(clear)))).toMatchObject({ places: [{ domain: LOGIN }] })
})

test('opens a bare property list for the domain that its file name tells', async () => {
  const opened = await openProfile(bytesOf(writeXml(dict({ Anything: 1 }))), 'com.jamf.connect.plist')
  expect(opened).toMatchObject({ shape: 'bare', places: [{ domain: 'com.jamf.connect' }] })
})

describe('refuses by name', () => {
  test.each([
    ['an empty file', new Uint8Array(), 'empty-file'],
    ['a ZIP archive', bytesOf('PK\u0003\u0004 and so on'), 'archive'],
    ['a RAR archive', bytesOf('Rar!\u001a\u0007\u0000 and so on'), 'archive'],
    ['a web page', bytesOf('<!DOCTYPE html><html><body>Sign in</body></html>'), 'web-page'],
    ['a list that is no dictionary', bytesOf(writeXml(tree(['a', 'b']))), 'not-a-dictionary'],
    [
      'encrypted payloads',
      bytesOf(
        writeXml(
          dict(payload('Configuration', uuids.profile, { IsEncrypted: true, EncryptedPayloadContent: null })),
        ),
      ),
      'encrypted-payloads',
    ],
    [
      'encrypted payloads that do not say so',
      bytesOf(writeXml(dict(payload('Configuration', uuids.profile, { EncryptedPayloadContent: null })))),
      'encrypted-payloads',
    ],
    ['an encrypted profile', signedProfile('enveloped'), 'encrypted'],
    ['a signature without profile', signedProfile('detached'), 'detached-signature'],
    ['a certificate', signedProfile('certificate'), 'not-cms'],
    ['half a signed profile', signedProfile('rsaDer').subarray(0, 900), 'broken-cms'],
  ])('%s', async (_, bytes, code) => {
    expect(await refusal(bytes)).toBe(code)
  })
})
