import { expect, test } from 'vitest'
import { writeXml } from '@/lib/plist/xml/writer'
import { dict, payload, uuids } from '@/lib/profile/fixtures/sample-trees'
import { signedProfiles } from '@/lib/profile/fixtures/signed-profiles'
import { loginProfile } from './fixtures/profiles'
import { folderWith, latchkey } from './fixtures/run-cli'

const answer = (profile: string) =>
  JSON.stringify({ os_x_configuration_profile: { general: { name: 'Sign-in\u001b[2J', payloads: profile } } })

test('a broken signature is an error, also where only errors are asked for', async () => {
  const cwd = folderWith({ 'a.mobileconfig': Buffer.from(signedProfiles.tamperedContent, 'base64') })
  const { status, stdout } = await latchkey(['check', '--errors-only', 'a.mobileconfig'], { cwd })
  expect(status).toBe(1)
  expect(stdout).toMatch(/a\.mobileconfig: error: The signature of .* is broken\..*\(broken-signature\)/)
})

test('a profile inside an answer of Jamf Pro is checked, with the lines of the profile', async () => {
  const profile = loginProfile({ CreateAdminUser: 'true' })
  const line = profile.split('\n').findIndex((each) => each.includes('CreateAdminUser')) + 1
  const cwd = folderWith({ 'a.json': answer(profile) })
  const { status, stdout } = await latchkey(['check', 'a.json'], { cwd })
  expect(status).toBe(1)
  expect(stdout).toContain("“Sign-in<1b>[2J” in the answer of Jamf Pro's Classic API: profile, direct form")
  expect(stdout).toContain(`a.json:${line}:4: error: CreateAdminUser`)
})

test('what is inside and not read is told, as text and as JSON', async () => {
  const installed = (name: string, type: string, content: { [key: string]: boolean }) => ({
    ProfileDisplayName: name,
    ProfileItems: [{ ...payload(type, uuids.login), PayloadContent: content }],
  })
  const shown = writeXml(
    dict({
      _computerlevel: [
        installed('Dock', 'com.apple.dock', { autohide: true }),
        installed('Login', 'com.jamf.connect.login', { DenyLocal: true }),
      ],
    }),
  )
  const cwd = folderWith({ 'a.plist': shown })
  const { stdout } = await latchkey(['check', 'a.plist'], { cwd })
  expect(stdout).toContain('    Inside and not read: “Dock”.\n')
  expect(stdout).not.toMatch(/a\.plist:\d/)
  const [report] = (await latchkey(['check', '--json', 'a.plist'], { cwd })).stdout.split('\n')
  expect(JSON.parse(report ?? '')).toMatchObject({
    inside: { container: 'the output of “profiles show”', name: 'Login', unread: ['Dock'] },
  })
})

test('a profile is taken out of a file that holds it, and not changed inside', async () => {
  const cwd = folderWith({ 'a.json': answer(loginProfile()) })
  const taken = await latchkey(['convert', 'a.json', '--to', 'mobileconfig'], { cwd })
  expect(taken.stdout).toBe(loginProfile())
  const set = await latchkey(['set', 'a.json', 'DenyLocal=true', '-o', 'b.json'], { cwd })
  expect(set.status).toBe(2)
  expect(set.stderr).toContain('Take it out first: latchkey convert')
})

test('JSON of convert is checked like the profile it was made from', async () => {
  const cwd = folderWith({ 'a.mobileconfig': loginProfile({ CreateAdminUser: 'true' }) })
  await latchkey(['convert', 'a.mobileconfig', '--to', 'json', '-o', 'a.json'], { cwd })
  const { status, stdout } = await latchkey(['check', 'a.json'], { cwd })
  expect(status).toBe(1)
  expect(stdout).toContain('a.json: error: CreateAdminUser')
})

test('in a folder, JSON counts that may hold a profile, and no other', async () => {
  const cwd = folderWith({
    'answer.json': answer(loginProfile()),
    'package.json': '{"name": "x", "dependencies": {}}',
    'settings.json': '{"PayloadType": "Configuration", "PayloadContent": []}',
  })
  const { stdout } = await latchkey(['check', '--json', '.'], { cwd })
  const paths = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line).path)
  expect(paths).toEqual(['answer.json', 'settings.json'])
})

test('what only holds a profile is none, whatever it is called', async () => {
  const cwd = folderWith({ 'a.mobileconfig': answer(loginProfile({ DenyLocal: true })) })
  const { status, stdout } = await latchkey(['check', 'a.mobileconfig'], { cwd })
  expect(status).toBe(1)
  expect(stdout).toMatch(
    /a\.mobileconfig: error: .*holds one \(the answer of Jamf Pro's Classic API\).*\(not-a-profile\)/,
  )
})
