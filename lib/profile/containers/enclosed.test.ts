import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { encodeBase64 } from '../../plist/base64'
import { writeBinary } from '../../plist/binary-writer'
import type { PlistDict, PlistValue } from '../../plist/value'
import { writeXml } from '../../plist/xml-writer'
import { dict, payload, plain, profile, uuids } from '../fixtures/sample-trees'
import { signedContent, signedProfile } from '../fixtures/signed-profiles'
import { contentsOf } from '../open-profile'
import { settingsByDomain } from '../shapes'
import { repeatedMember } from './repeated-member'

const AUTHCHANGER = 'com.jamf.connect.authchanger'
const settings = { Arguments: ['-reset', '-JamfConnect'] }
const bytesOf = (text: string) => new TextEncoder().encode(text)
const xml = bytesOf(writeXml(profile([payload(AUTHCHANGER, uuids.login, settings)])))

const data = (value: Uint8Array): PlistValue => ({ type: 'data', value })
const command = (value: Uint8Array): PlistDict => ({
  type: 'dict',
  entries: [
    { key: 'Command', value: { type: 'dict', entries: [{ key: 'Payload', value: data(value) }] } },
    { key: 'CommandUUID', value: { type: 'string', value: 'c-1' } },
  ],
})

async function inside(bytes: Uint8Array) {
  const { files, unread } = await contentsOf(bytes, 'x')
  const opened = await Promise.all(files.map(async (file) => ({ ...file, ...(await file.open()) })))
  return {
    unread,
    found: opened.map(({ container, name, root, places }) => [
      container,
      name,
      Object.fromEntries([...settingsByDomain(root, places)].map(([domain, own]) => [domain, plain(own)])),
    ]),
  }
}

const own = { [AUTHCHANGER]: settings }

describe('a profile inside an envelope is read', () => {
  test.each([
    ['an MDM command', 'c-1', bytesOf(writeXml(command(xml)))],
    ['an MDM command', 'c-1', writeBinary(command(xml))],
    ['an MDM command', '', bytesOf(JSON.stringify({ Command: { Payload: encodeBase64(xml) } }))],
    [
      'a configuration of Microsoft Graph',
      'Kiel',
      bytesOf(JSON.stringify({ value: [{ displayName: 'Kiel', payload: encodeBase64(xml) }] })),
    ],
    ['an answer of Fleet', 'B', bytesOf(JSON.stringify({ name: 'B', mobileconfig: encodeBase64(xml) }))],
    [
      "the answer of Jamf Pro's Classic API",
      'P',
      bytesOf(
        JSON.stringify({
          os_x_configuration_profile: { general: { name: 'P', payloads: encodeBase64(xml) } },
        }),
      ),
    ],
  ])('%s (%s)', async (kind, name, bytes) => {
    expect(await inside(bytes)).toEqual({ unread: [], found: [[kind, name, own]] })
  })

  test('with its bytes and its signature as they are', async () => {
    const signed = signedProfile('berSegmented')
    const { files } = await contentsOf(bytesOf(writeXml(command(signed))))
    expect(files[0]?.bytes).toEqual(signed)
    const opened = await files[0]?.open()
    expect(new TextDecoder().decode(opened?.content)).toBe(signedContent)
    expect(opened?.signature?.signers).toMatchObject([{ verdict: 'verified' }])
  })
})

test('of the answer to ProfileList, what comes without settings is named', async () => {
  const item = (name: string, rest: Parameters<typeof dict>[0]) => ({
    IsManaged: true,
    PayloadDisplayName: name,
    PayloadIdentifier: `org.example.${name}`,
    PayloadContent: [payload(AUTHCHANGER, uuids.login, rest)],
  })
  const answer = dict({ ProfileList: [item('bare', {}), item('whole', settings)], Status: 'Acknowledged' })
  expect(await inside(bytesOf(writeXml(answer)))).toEqual({
    unread: ['bare'],
    found: [['the answer to the MDM command ProfileList', 'whole', own]],
  })
})

test('what “profiles show” lists and cannot be read is named', async () => {
  const shown = dict({
    anna: [
      7,
      { ProfileDisplayName: 'broken', ProfileItems: true },
      {
        ProfileDisplayName: 'login',
        ProfileItems: [{ ...payload(AUTHCHANGER, uuids.login), PayloadContent: settings }],
      },
    ],
  })
  expect(await inside(bytesOf(writeXml(shown)))).toEqual({
    unread: ['entry 1 of anna', 'broken'],
    found: [['the output of “profiles show”', 'login', own]],
  })
})

test.each([
  ['<os_x_configuration_profile><general><payloads>&lt;?xml ver', /ends too early/],
  ['<?xml version="1.0"?>\n<mobile_device_configuration_profile/>', /ends too early|no profile/],
  ['<os_x_configuration_profiles><size>0</size></os_x_configuration_profiles>', /no profile in its/],
  ['{"os_x_configuration_profile": {"general": {"payloads": ""}}}', /no profile in its/],
])('an answer of the Classic API without a whole profile says so: %s', async (text, message) => {
  await expect(contentsOf(bytesOf(text))).rejects.toThrow(message)
})

test('JSON with a member that stands twice is refused with its name, and with no other', async () => {
  const twice = `{"PayloadType": "${AUTHCHANGER}", "Arguments": [], "Argum\\u0065nts": ["-reset"]}`
  await expect(contentsOf(bytesOf(twice))).rejects.toThrow(/“Arguments” more than once/)
  const name = fc.constantFrom('a', 'b', 'a"{', ',:', '')
  const value = fc.letrec((tie) => ({
    node: fc.oneof(fc.string(), fc.array(tie('node'), { maxLength: 3 }), fc.dictionary(name, tie('node'))),
  })).node
  fc.assert(fc.property(value, (json) => repeatedMember(JSON.stringify(json)) === null))
})
