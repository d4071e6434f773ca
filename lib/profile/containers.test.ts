import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { writeBinary } from '../plist/binary/writer'
import { MOST_BYTES } from '../plist/limits'
import { writeXml } from '../plist/xml/writer'
import { unpack } from './containers'
import { ProfileError } from './errors'
import { contentsOf } from './file-contents'
import {
  certificate,
  dict,
  managed,
  type Plain,
  payload,
  plain,
  profile,
  uuids,
} from './fixtures/sample-trees'
import { settingsByDomain } from './payloads/shapes'
import { toTypedJson } from './typed-json'

const LOGIN = 'com.jamf.connect.login'
const CONNECT = 'com.jamf.connect'
const settings = { OIDCProvider: 'PingFederate', DenyLocal: true, ScriptArgs: ['a & b', '<c>'] }
const sample = profile([payload(LOGIN, uuids.login, settings), certificate])
const bytesOf = (text: string) => new TextEncoder().encode(text)
const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** The settings by domain of every profile inside, and what is told beside them. */
async function inside(file: string | Uint8Array, fileName?: string) {
  const bytes = typeof file === 'string' ? bytesOf(file) : file
  const { files, unread } = await contentsOf(bytes, fileName)
  const opened = await Promise.all(files.map(async (each) => ({ ...each, profile: await each.open() })))
  return {
    unread,
    kinds: opened.map(({ container }) => container),
    names: opened.map(({ name }) => name),
    settings: opened.map(({ profile: { root, places } }) =>
      Object.fromEntries(
        [...settingsByDomain(root, places)].map(([domain, found]) => [domain, plain(found)]),
      ),
    ),
  }
}

const installed = (name: string, ...items: Plain[]) => ({
  ProfileDisplayName: name,
  ProfileIdentifier: `com.example.${name}`,
  ProfileItems: items,
  ProfileRemovalDisallowed: 'true',
  ProfileType: 'Configuration',
  ProfileUUID: uuids.profile,
  ProfileVersion: 1,
})
const item = (type: string, content: Plain) => ({ ...payload(type, uuids.login), PayloadContent: content })

describe('the output of profiles show', () => {
  const shown = dict({
    _computerlevel: [
      installed('dock', item('com.apple.dock', { tilesize: 3 })),
      installed('login', item(LOGIN, settings)),
    ],
    maria: [
      installed(
        'menu',
        item('com.apple.ManagedClient.preferences', {
          [CONNECT]: { Forced: [{ mcx_preference_settings: { SignIn: { RequireSignIn: true } } }] },
        }),
      ),
    ],
  })

  test.each([
    ['XML', bytesOf(writeXml(shown))],
    ['binary', writeBinary(shown)],
    ['JSON', bytesOf(toTypedJson(shown))],
  ])('as %s: the profiles for Jamf Connect are read, the others named', async (_, bytes) => {
    expect(await inside(bytes)).toEqual({
      unread: ['dock'],
      kinds: ['the output of “profiles show”', 'the output of “profiles show”'],
      names: ['login', 'menu'],
      settings: [{ [LOGIN]: settings }, { [CONNECT]: { SignIn: { RequireSignIn: true } } }],
    })
  })

  test('gives back what the installed profile said of itself', async () => {
    const { files } = await contentsOf(bytesOf(writeXml(shown)))
    const [login, menu] = await Promise.all(files.map(async ({ open }) => plain((await open()).root)))
    expect(login).toMatchObject({
      PayloadIdentifier: 'com.example.login',
      PayloadScope: 'System',
      PayloadRemovalDisallowed: true,
      PayloadVersion: 1,
    })
    expect(menu).toMatchObject({ PayloadScope: 'User' })
  })

  test('without anything for Jamf Connect is refused, and says what is in it', async () => {
    const other = dict({ _computerlevel: [installed('dock', item('com.apple.dock', {}))] })
    await expect(inside(writeXml(other))).rejects.toThrow(/output of “profiles show”.*Not read: “dock”\./)
  })
})

describe('a list of managed preferences', () => {
  const noted = (value: Plain) => ({ mcxdomain: 'always', source: ['x'], value })
  const complete = dict({
    [LOGIN]: { DenyLocal: noted(true), ScriptArgs: noted(['a', 'b']) },
    [CONNECT]: { SignIn: noted({ value: 1, RequireSignIn: true }) },
    'com.apple.dock': { tilesize: noted(3) },
  })

  test.each([
    ['XML', bytesOf(writeXml(complete))],
    ['binary', writeBinary(complete)],
  ])('as %s: settings are freed of the notes around them, other domains named', async (_, bytes) => {
    expect(await inside(bytes, 'complete.plist')).toMatchObject({
      unread: ['com.apple.dock'],
      settings: [
        {
          [LOGIN]: { DenyLocal: true, ScriptArgs: ['a', 'b'] },
          [CONNECT]: { SignIn: { value: 1, RequireSignIn: true } },
        },
      ],
    })
  })

  test('has the same identity each time', async () => {
    const [first, second] = await Promise.all([1, 2].map(() => unpack(bytesOf(writeXml(complete)))))
    expect(first?.inner[0]?.bytes).toEqual(second?.inner[0]?.bytes)
  })

  test('without a domain of Jamf Connect is refused, and says what is in it', async () => {
    const other = writeXml(dict({ 'com.apple.dock': { tilesize: noted(3) } }))
    await expect(inside(other)).rejects.toThrow(/managed preferences.*“com\.apple\.dock”/)
  })
})

describe("an answer of Jamf Pro's Classic API", () => {
  const xml = writeXml(sample)
  const general = (payloads: string) =>
    `<?xml version="1.0" encoding="UTF-8"?>\n<os_x_configuration_profile><general><id>7</id><name>R&amp;D</name><payloads>${payloads}</payloads></general></os_x_configuration_profile>`
  const json = (payloads: string) =>
    JSON.stringify({
      os_x_configuration_profile: { general: { id: 7, name: 'R&D', payloads }, scope: { x: [null] } },
    })

  test.each([
    ['XML, escaped once', general(escaped(xml))],
    ['XML, escaped twice', general(escaped(escaped(xml)))],
    ['XML, CDATA', general(`<![CDATA[${xml}]]>`)],
    ['JSON, as it is', json(xml)],
    ['JSON, escaped', json(escaped(xml))],
  ])('in %s: the profile is read', async (_, answer) => {
    expect(await inside(answer, 'answer')).toEqual({
      unread: [],
      kinds: ["the answer of Jamf Pro's Classic API"],
      names: ['R&D'],
      settings: [{ [LOGIN]: settings }],
    })
  })

  test('keeps the bytes of the profile', async () => {
    const container = await unpack(bytesOf(general(escaped(xml))))
    expect(container?.inner[0]?.bytes).toEqual(bytesOf(xml))
  })

  test('expands nothing but the five entities and character references', async () => {
    const hostile = general(
      '&lt;?xml version="1.0"?&gt;&lt;plist&gt;&lt;string&gt;&evil;&lt;/string&gt;&lt;/plist&gt;',
    )
    const container = await unpack(bytesOf(hostile.replace('<os', '<!DOCTYPE x [<!ENTITY evil "boo">]><os')))
    expect(new TextDecoder().decode(container?.inner[0]?.bytes)).toContain('&evil;')
  })
})

describe('JSON of latchkey convert', () => {
  test('is read back to the same values', async () => {
    const both = profile([
      managed(uuids.connect, { [CONNECT]: { SignIn: { A: 1 } } }),
      payload(LOGIN, uuids.login, settings),
    ])
    expect(await inside(toTypedJson(both), 'a.json')).toMatchObject({
      kinds: ['JSON of Latchkey'],
      settings: [{ [CONNECT]: { SignIn: { A: 1 } }, [LOGIN]: settings }],
    })
  })

  test('of settings without a profile gets its domain from its name or its keys', async () => {
    expect(await inside('{"Shares": []}', 'com.jamf.connect.shares.json')).toMatchObject({
      settings: [{ 'com.jamf.connect.shares': { Shares: [] } }],
    })
    expect(await inside('{"MyOwnThing": "x", "Another": "y"}', 'com.jamf.connect.json')).toMatchObject({
      settings: [{ 'com.jamf.connect': { MyOwnThing: 'x', Another: 'y' } }],
    })
    expect(await inside('{"DenyLocal": true, "LocalFallback": true}', 'x.json')).toMatchObject({
      settings: [{ [LOGIN]: { DenyLocal: true, LocalFallback: true } }],
    })
  })

  test('with a value that no property list holds is refused with a sentence', async () => {
    const broken = inside('{"PayloadContent": [{"PayloadType": null}]}')
    await expect(broken).rejects.toThrow(/^The file holds null/)
    await expect(broken).rejects.toBeInstanceOf(ProfileError)
  })

  test.each(['{"name": "x", "version": 2}', '[1]', '{', '{"payloads": "none"}'])(
    '%s is JSON of something else and no container',
    async (text) => {
      expect(await unpack(bytesOf(text))).toBeNull()
    },
  )
})

test('a profile, damaged or not, is no container', async () => {
  const text = writeXml(profile([managed(uuids.login, { [LOGIN]: settings })]))
  expect(await unpack(bytesOf(text))).toBeNull()
  expect(await unpack(bytesOf(text.replace('</dict>', '')))).toBeNull()
})

test('a file is searched as long as readers take it', async () => {
  const json = '{"Shares": []}'
  const searched = (size: number) => unpack(bytesOf(json.padEnd(size)), 'com.jamf.connect.shares.json')
  expect((await searched(MOST_BYTES))?.kind).toBe('JSON of Latchkey')
  expect(await searched(MOST_BYTES + 1)).toBeNull()
})

test('no file makes it throw anything but a sentence', async () => {
  const parts = [
    '<payloads>',
    '</payloads>',
    '&lt;',
    '&amp;',
    '<os_x_configuration_profile>',
    '<key>value</key>',
    '{',
    '"payloads":"',
    '<dict>',
    '<array>',
    '</plist>',
  ]
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(fc.constantFrom(...parts), fc.string())), async (pieces) => {
      const found = await unpack(bytesOf(pieces.join(''))).catch((error) => error)
      expect(found === null || found instanceof ProfileError || Array.isArray(found.inner)).toBe(true)
    }),
    { numRuns: 500 },
  )
})
