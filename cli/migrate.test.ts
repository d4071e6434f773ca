import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readPlist } from '@/lib/plist/document'
import { writeXml } from '@/lib/plist/xml/writer'
import { payload, plain, tree, uuids } from '@/lib/profile/fixtures/sample-trees'
import { findSettings, settingsByDomain } from '@/lib/profile/payloads/shapes'
import { loginProfile } from './fixtures/profiles'
import { folderWith, latchkey } from './fixtures/run-cli'

const old = writeXml(
  tree({
    PayloadContent: [
      payload('com.twocanoes.xcreds', uuids.login, {
        clientID: 'client-1',
        clientSecret: 'not-to-be-shown',
        discoveryURL: 'https://sso.example.test/.well-known/openid-configuration',
        LocalFallback: true,
        showDebug: true,
      }),
    ],
    PayloadDisplayName: 'Example',
    PayloadIdentifier: 'com.example.migration',
    PayloadType: 'Configuration',
    PayloadUUID: uuids.profile,
    PayloadVersion: 1,
  }),
)

function settingsIn(bytes: Uint8Array | string): { readonly [domain: string]: unknown } {
  const { root } = readPlist(typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes)
  const places = findSettings(root)
  return Object.fromEntries(
    [...settingsByDomain(root, places)].map(([domain, dict]) => [domain, plain(dict)]),
  )
}

test('lists what every setting becomes and writes nothing', async () => {
  const cwd = folderWith({ 'in.mobileconfig': old })
  const { status, stdout, stderr } = await latchkey(['migrate', 'in.mobileconfig'], { cwd })
  expect(status).toBe(0)
  expect(stdout).toContain('XCreds (com.twocanoes.xcreds)')
  expect(stdout).toContain(
    '+ clientID = client-1: renamed\n    → com.jamf.connect.login:OIDCClientID = client-1',
  )
  expect(stdout).toMatch(/^ {2}showDebug = On: no counterpart$/m)
  expect(stdout).not.toContain('not-to-be-shown')
  expect(stderr).toBe(
    '2 settings would be taken over (+), 3 would stay as they are. Write the result with -o OUT.\n',
  )
  expect(readFileSync(join(cwd, 'in.mobileconfig'), 'utf8')).toBe(old)
})

test('gives one object a line, without credentials', async () => {
  const cwd = folderWith({ 'in.mobileconfig': old })
  const { stdout } = await latchkey(['migrate', 'in.mobileconfig', '--json'], { cwd })
  const rows = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(rows).toHaveLength(5)
  expect(rows[0]).toMatchObject({
    domain: 'com.twocanoes.xcreds',
    setting: 'clientID',
    kind: 'renamed',
    becomes: [{ domain: 'com.jamf.connect.login', key: 'OIDCClientID', value: 'client-1', same: false }],
    choice: 'take',
    certainty: 'described',
  })
  expect(stdout).not.toContain('not-to-be-shown')
})

test('writes what is sure, and everything when asked to', async () => {
  const cwd = folderWith({ 'in.mobileconfig': old })
  expect((await latchkey(['migrate', 'in.mobileconfig', '-o', 'out.mobileconfig'], { cwd })).status).toBe(0)
  const first = readFileSync(join(cwd, 'out.mobileconfig'), 'utf8')
  expect(settingsIn(first)).toEqual({
    'com.jamf.connect.login': {
      OIDCClientID: 'client-1',
      OIDCProvider: 'Custom',
      OIDCDiscoveryURL: 'https://sso.example.test/.well-known/openid-configuration',
    },
  })
  expect(first).toContain('showDebug')
  const again = await latchkey(['migrate', 'out.mobileconfig', '-o', '-'], { cwd })
  expect(again.stdout).toBe(first)
  const all = await latchkey(['migrate', 'in.mobileconfig', '-o', '-', '--inferred', '--remove-rest'], {
    cwd,
  })
  expect(all.stdout).not.toContain('xcreds')
  expect(settingsIn(all.bytes)).toEqual({
    'com.jamf.connect.login': expect.objectContaining({
      LocalFallback: true,
      OIDCClientSecret: 'not-to-be-shown',
    }),
  })
})

test('finds nothing in a profile of today, and no room in a list without a profile', async () => {
  const list = writeXml(tree({ OIDCROPGID: 'client-1' }))
  const cwd = folderWith({ 'today.mobileconfig': loginProfile(), 'com.jamf.connect.verify.plist': list })
  expect(await latchkey(['migrate', 'today.mobileconfig'], { cwd })).toMatchObject({
    status: 1,
    stdout: '',
    stderr: 'today.mobileconfig holds no settings of NoMAD, XCreds or Jamf Connect 1.x.\n',
  })
  const { status, stderr } = await latchkey(['migrate', 'com.jamf.connect.verify.plist', '-o', 'a'], { cwd })
  expect(status).toBe(2)
  expect(stderr).toContain('latchkey convert FILE --to mobileconfig -o OUT.')
})
