import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { encodeBase64 } from '../../plist/base64'
import { writeBinary } from '../../plist/binary/writer'
import type { PlistDict, PlistValue } from '../../plist/value'
import { writeXml } from '../../plist/xml/writer'
import { envelopeIssues } from '../defects'
import { contentsOf } from '../file-contents'
import { dict, payload, plain, profile, uuids } from '../fixtures/sample-trees'
import { signedContent, signedProfile } from '../fixtures/signed-profiles'
import { settingsByDomain } from '../payloads/shapes'
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
      bytesOf(
        JSON.stringify({
          '@odata.context': 'https://graph.microsoft.com/v1.0/',
          value: [{ displayName: 'Kiel', payload: encodeBase64(xml) }],
        }),
      ),
    ],
    [
      'a configuration of Microsoft Graph',
      'Ulm',
      bytesOf(JSON.stringify({ displayName: 'Ulm', payloadFileName: 'u', payload: encodeBase64(xml) })),
    ],
    [
      'a file with the profile under “payload”',
      '',
      bytesOf(JSON.stringify({ request_type: 'InstallProfile', payload: encodeBase64(xml) })),
    ],
    [
      'a file with the profile under “payload”',
      'x',
      bytesOf(
        writeXml({
          type: 'dict',
          entries: [
            { key: 'name', value: { type: 'string', value: 'x' } },
            { key: 'payload', value: data(xml) },
          ],
        }),
      ),
    ],
    [
      'a file with the profile under “mobileconfig”',
      'B',
      bytesOf(JSON.stringify({ name: 'B', mobileconfig: encodeBase64(xml) })),
    ],
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

const escaped = writeXml(profile([payload(AUTHCHANGER, uuids.login, settings)]))
  .replaceAll('&', '&amp;')
  .replaceAll('<', '&lt;')
const entry = (name: string, payloads: string) =>
  `<os_x_configuration_profile><general><name>${name}</name>${payloads}</general></os_x_configuration_profile>`
const whole = `<payloads>${escaped}</payloads>`

test.each([
  ['empty', entry('Empty', '<payloads/>'), 'Empty'],
  ['damaged', entry('Damaged', '<payloads>&lt;pl</payloads>'), 'Damaged'],
  ['without payloads and name', entry('', ''), 'entry 1'],
])(
  'an entry of the Classic API that is %s is named, and the next keeps its own name',
  async (_, other, name) => {
    const list = `<os_x_configuration_profiles>${other}${entry('Whole', whole)}</os_x_configuration_profiles>`
    expect(await inside(bytesOf(list))).toEqual({
      unread: [name],
      found: [["the answer of Jamf Pro's Classic API", 'Whole', own]],
    })
  },
)

test('a list of the Classic API that is cut inside its second profile is refused', async () => {
  const list = `<os_x_configuration_profiles>${entry('A', whole)}${entry('B', whole)}`
  for (const end of [list.length, list.lastIndexOf('<payloads>') + 40]) {
    await expect(contentsOf(bytesOf(list.slice(0, end)))).rejects.toThrow(/ends too early/)
  }
})

test('entries of a JSON list that hold no profile are named', async () => {
  const payloads = encodeBase64(xml)
  const classic = {
    os_x_configuration_profiles: [{ name: 'A', payloads: '??' }, { id: 7 }, { name: 'C', payloads }],
  }
  expect((await inside(bytesOf(JSON.stringify(classic)))).unread).toEqual(['A', 'entry 2'])
  const graph = [
    { displayName: 'D', payload: null },
    { '@odata.type': 'x' },
    { displayName: 'E', payload: payloads },
  ]
  expect((await inside(bytesOf(JSON.stringify({ value: graph })))).unread).toEqual(['D', 'entry 2'])
})

test('an answer without settings says no more than that', async () => {
  const item = { PayloadIdentifier: 'org.example.bare', PayloadContent: [payload(AUTHCHANGER, uuids.login)] }
  await expect(contentsOf(bytesOf(writeXml(dict({ ProfileList: [item] }))))).rejects.toThrow(
    /no profile with settings of Jamf Connect can be read in it\. Not read: “org\.example\.bare”/,
  )
})

test('managed preferences of Jamf Connect under a misspelt type are read out of “profiles show”', async () => {
  const forced = { [AUTHCHANGER]: { Forced: [{ mcx_preference_settings: settings }] } }
  const items = [{ PayloadType: 'com.apple.ManagedClient.Preferences', PayloadContent: forced }]
  const shown = dict({
    _computerlevel: [{ ProfileDisplayName: 'P', ProfileItems: items }] as never,
    note: 'x',
  })
  const { files, unread } = await contentsOf(bytesOf(writeXml(shown)))
  expect(unread).toEqual(['note'])
  const { root, places } = await (files[0] as (typeof files)[0]).open()
  expect(envelopeIssues(root, places).map(({ rule }) => rule)).toContain('misspelt-payload-type')
})

test.each([
  ['<general>', 'general'],
  ['<payloads>', 'payloads'],
  [' ', 'spaces'],
  ['<os_x_configuration_profile>', 'profiles'],
])('an answer of millions of %s is read in one walk', async (piece) => {
  const text = `<os_x_configuration_profile><payloads>${piece.repeat(2_000_000 / piece.length)}`
  const started = performance.now()
  await expect(contentsOf(bytesOf(text))).rejects.toThrow(/ends too early/)
  await expect(contentsOf(bytesOf(`${text}</os_x_configuration_profile>`))).rejects.toThrow(/no profile/)
  // Read again from every tag, this takes minutes.
  expect(performance.now() - started).toBeLessThan(15_000)
})
