import { expect, test } from 'vitest'
import { writeXml } from '@/lib/plist/xml/writer'
import { type Plain, payload, profile, uuids } from '@/lib/profile/fixtures/sample-trees'
import { loginProfile } from './fixtures/profiles'
import { folderWith, latchkey } from './fixtures/run-cli'

/** A profile that sets keys of the login window, with identities of its own. */
function addOn(settings: { [key: string]: Plain }, uuid = 'A3D1B6F0-5C2E-4A7B-9D48-1F6E0C2B7A95') {
  const outer = { PayloadIdentifier: 'com.example.add-on', PayloadUUID: uuid }
  return writeXml(profile([payload('com.jamf.connect.login', uuids.certificate, settings)], outer))
}

test('a profile that adds to another one is not asked for the provider, and is told what it adds to', async () => {
  const add = addOn({ OIDCAdminAttribute: 'roles', OIDCTenant: 'b7a4c2d9-3e51-4f08-9c6d-71f2e5a8b304' })
  const cwd = folderWith({ 'add.mobileconfig': add, 'main.mobileconfig': loginProfile() })
  const { stdout } = await latchkey(['check', '.'], { cwd })
  expect(stdout).toContain(
    'add.mobileconfig: advice: The profile names no identity provider and adds to main.',
  )
  expect(stdout).not.toMatch(/OIDCProvider is not configured/)
  const alone = await latchkey(['check', 'add.mobileconfig'], { cwd })
  expect(alone.stdout).toMatch(/OIDCProvider is not configured/)
})

test('what two files do to each other is told at the later one, in text and in JSON', async () => {
  const cwd = folderWith({
    'a.mobileconfig': loginProfile(),
    'b.mobileconfig': addOn({ DenyLocal: true, OIDCNewPassword: true }),
    'c.mobileconfig': loginProfile({ LocalFallback: true }),
  })
  const { status, stdout } = await latchkey(['check', '.'], { cwd })
  expect(status).toBe(1)
  expect(stdout).toMatch(/^b\.mobileconfig: advice: OIDCNewPassword of .* another value in a\.mobileconfig/m)
  expect(stdout).toMatch(/^c\.mobileconfig: advice: .*PayloadIdentifier of a\.mobileconfig/m)
  const lines = (await latchkey(['check', '--json', '.'], { cwd })).stdout.trimEnd().split('\n')
  const [, , last] = lines.map((line) => JSON.parse(line))
  expect(last.issues).toContainEqual(
    expect.objectContaining({ rule: 'identifier-of-another-profile', other: 'a.mobileconfig' }),
  )
  expect((await latchkey(['check', '--errors-only', '.'], { cwd })).stdout).not.toContain('advice')
})

test('a file that is checked alone is compared with nothing', async () => {
  const cwd = folderWith({ 'a.mobileconfig': loginProfile(), 'b.mobileconfig': loginProfile() })
  expect((await latchkey(['check', 'a.mobileconfig'], { cwd })).status).toBe(0)
})

test('keys that a menu bar profile brings to the login window of another one are not asked for their provider', async () => {
  const bar = payload('com.jamf.connect', uuids.certificate, {
    IdPSettings: { Provider: 'EntraID', ROPGID: 'b7a4c2d9-3e51-4f08-9c6d-71f2e5a8b304' },
  })
  const outer = { PayloadIdentifier: 'com.example.bar', PayloadUUID: 'A3D1B6F0-5C2E-4A7B-9D48-1F6E0C2B7A95' }
  const keys = payload('com.jamf.connect.login', 'C0A9E5D2-7B16-4F3C-8E84-5D2F1A6B9C07', {
    UIDTool: '/usr/local/uid',
  })
  const cwd = folderWith({
    'bar.mobileconfig': writeXml(profile([keys, bar], outer)),
    'main.mobileconfig': loginProfile(),
  })
  const { stdout } = await latchkey(['check', '.'], { cwd })
  expect(stdout).toMatch(
    /bar\.mobileconfig: advice: .* no identity provider for the login window and adds to main/,
  )
  expect(stdout).not.toContain('OIDCProvider is not configured')
  expect((await latchkey(['check', 'bar.mobileconfig'], { cwd })).stdout).toContain(
    'OIDCProvider is not configured',
  )
})

test('that two profiles may lock people out together is said although only errors are asked for', async () => {
  const cwd = folderWith({
    'a.mobileconfig': loginProfile({ DenyLocal: true, DenyLocalExcluded: ['rescue'] }),
    'b.mobileconfig': addOn({ DenyLocalExcluded: ['somebody'] }),
  })
  const { stdout, stderr } = await latchkey(['check', '--errors-only', '--json', '.'], { cwd })
  expect(stderr).toContain('1 piece of advice about losing access to the Mac is not shown (b.mobileconfig)')
  expect(stdout).toContain('"adviceAboutAccess":1')
})
