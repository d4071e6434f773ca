import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writeBinary } from '@/lib/plist/binary/writer'
import { readPlist } from '@/lib/plist/document'
import { equal, valueAt } from '@/lib/plist/tree'
import type { PlistPath } from '@/lib/plist/value'
import { readXml } from '@/lib/plist/xml/reader'
import { plain } from '@/lib/profile/fixtures/sample-trees'
import { signedProfiles } from '@/lib/profile/fixtures/signed-profiles'
import { bareSettings, bothProfile, loginProfile } from './fixtures/profiles'
import { folderWith, latchkey, type RunOptions } from './fixtures/run-cli'

/** Sets something in a profile and gives the settings of its first payload, or what was said instead. */
async function settingsAfter(args: readonly string[], text = loginProfile(), options: RunOptions = {}) {
  const cwd = options.cwd ?? folderWith({})
  writeFileSync(join(cwd, 'in.mobileconfig'), text)
  const ran = await latchkey(['set', 'in.mobileconfig', ...args], { cwd, ...options })
  if (ran.status !== 0) {
    return ran.stderr
  }
  const root = readPlist(ran.bytes).root
  return plain(valueAt(root, ['PayloadContent', 0])) as Record<string, unknown>
}

/** Lines that are in only one of two texts. */
function changedLines(before: string, after: string): number {
  const left = before.split('\n')
  const right = after.split('\n')
  const count = (lines: string[], others: string[]) => lines.filter((line) => !others.includes(line)).length
  return Math.max(count(left, right), count(right, left), Math.abs(left.length - right.length))
}

test('a changed key changes at most two lines, and everything else stays byte for byte', async () => {
  const before = loginProfile().replace('<dict>', '<dict> <!-- kept -->').replaceAll('\n', '\r\n')
  const cwd = folderWith({ 'a.mobileconfig': before })
  for (const setting of ['OIDCTenant=acme', 'OIDCNewPassword=true', 'CreateAdminUser=true', 'OIDCTenant=']) {
    const { status, stdout } = await latchkey(['set', 'a.mobileconfig', setting], { cwd })
    expect(status).toBe(0)
    expect(stdout).not.toBe(before)
    expect(stdout).toContain('<dict> <!-- kept -->\r\n')
    expect(changedLines(before, stdout)).toBeLessThanOrEqual(2)
  }
})

test('setting the value that is there gives the same bytes', async () => {
  const cwd = folderWith({ 'a.mobileconfig': loginProfile() })
  const { stdout } = await latchkey(['set', 'a.mobileconfig', 'OIDCProvider=EntraID'], { cwd })
  expect(stdout).toBe(loginProfile())
})

test('values get the type that the manifest gives their key', async () => {
  expect(
    await settingsAfter([
      'OIDCTenant=true',
      'CreateAdminUser=true',
      'DenyLocalExcluded=anna',
      'DenyLocalExcluded=bert',
      'OIDCAdmin=["a","b"]',
    ]),
  ).toMatchObject({
    OIDCTenant: 'true',
    CreateAdminUser: true,
    DenyLocalExcluded: ['anna', 'bert'],
    OIDCAdmin: ['a', 'b'],
  })
})

test.each([
  ['CreateAdminUser=yes', 'CreateAdminUser takes "true" or "false".'],
  ['OIDCProvider=Foo', 'OIDCProvider is "Foo", which Jamf Connect does not know.'],
  ['com.jamf.connect:SignIn/RequireSignIn=1', 'SignIn/RequireSignIn takes "true" or "false".'],
  ['Unheard=1', 'Unheard is in no manifest of com.jamf.connect.login.'],
  ['TenantID=1', 'Write com.jamf.connect:IdPSettings/TenantID=…'],
  ['com.jamf.connect:Realm=ACME.EXAMPLE', 'Write com.jamf.connect:Kerberos/Realm=…'],
  ['OIDCTennant=1', 'Do you mean com.jamf.connect.login:OIDCTenant?'],
  [
    'com.jamf.conect:Unheard=1',
    'com.jamf.conect is not a preference domain of Jamf Connect. Do you mean com.jamf.connect?',
  ],
  ['com.jamf.connect:PayloadUUID=1', 'PayloadUUID is in no manifest'],
  ['OIDCTenant', 'A setting is written [DOMAIN:]PATH=VALUE'],
  ['DenyLocalExcluded/4=x', 'names position 4 of a list of 0'],
  ['OfflineMFAReminder=1', 'No public source settles the type'],
])('%s is refused with a sentence', async (setting, sentence) => {
  expect(await settingsAfter([setting])).toContain(sentence)
})

test('an unknown key is set in the type that is named for it', async () => {
  const set = (type: string, value: string) =>
    settingsAfter([`Unheard=${value}`, '--type', `Unheard=${type}`])
  expect(await set('boolean', 'true')).toMatchObject({ Unheard: true })
  expect(await set('integer', '12')).toMatchObject({ Unheard: 12 })
  expect(await set('real', '1.0')).toMatchObject({ Unheard: 1 })
  expect(await set('string', '')).toMatchObject({ Unheard: '' })
  expect(await set('dict', '{"a":{"$data":"AQI="}}')).toMatchObject({
    Unheard: { a: new Uint8Array([1, 2]) },
  })
  expect(await set('number', '12')).toContain('--type is written PATH=TYPE')
  expect(await settingsAfter(['CreateAdminUser=true', '--type', 'Unheard=string'])).toContain(
    '--type names Unheard',
  )
})

test('keys with colons, dots, slashes and equal signs are keys', async () => {
  const keys = { 'google:token:software:totp': 'a:b', 'OktaVerify.OrgUrl': 'c=d', 'a~1b~2c': 'e' }
  const settings = Object.entries(keys).map(([key, value]) => `com.jamf.connect.login:Map/${key}=${value}`)
  const types = settings.flatMap((setting) => ['--type', `${setting.slice(0, setting.indexOf('='))}=string`])
  expect(await settingsAfter([...settings, ...types])).toMatchObject({
    Map: { 'google:token:software:totp': 'a:b', 'OktaVerify.OrgUrl': 'c=d', 'a/b=c': 'e' },
  })
})

test('numbers in a path are positions of a list, which is made when it is missing', async () => {
  const cwd = folderWith({ 'a.mobileconfig': bothProfile() })
  const args = ['Actions/0/Name=Restart', 'Actions/1/Name=Help', 'Actions/1/Show/0/Command=test']
  const { bytes } = await latchkey(['set', 'a.mobileconfig', ...args], { cwd })
  const actions = valueAt(readPlist(bytes).root, ['PayloadContent', 2, 'Actions'])
  expect(plain(actions)).toEqual([{ Name: 'Restart' }, { Name: 'Help', Show: [{ Command: 'test' }] }])
})

test('a key of one domain finds its payload, a key of several has to name it', async () => {
  const cwd = folderWith({ 'a.mobileconfig': bothProfile() })
  const at = async (setting: string, path: PlistPath) =>
    plain(valueAt(readPlist((await latchkey(['set', 'a.mobileconfig', setting], { cwd })).bytes).root, path))
  expect(await at('IdPSettings/ROPGID=x', ['PayloadContent', 1, 'IdPSettings', 'ROPGID'])).toBe('x')
  expect(await at('com.jamf.connect:LicenseFile=eA==', ['PayloadContent', 1, 'LicenseFile'])).toBe('eA==')
  expect((await latchkey(['set', 'a.mobileconfig', 'LicenseFile=eA=='], { cwd })).stderr).toContain(
    'Write com.jamf.connect.login:LicenseFile or com.jamf.connect:LicenseFile.',
  )
})

test('values come from files and from standard input, without their last line end', async () => {
  const cwd = folderWith({ license: new Uint8Array([0x30, 0x82, 0xff]), secret: 'from a file\r\n' })
  const options = { cwd, stdin: 'piped\n' }
  const args = ['OIDCClientSecret=@-', 'LicenseFile=@license', 'OIDCTenant=@secret', 'OIDCClientID=@@acme']
  expect(await settingsAfter(args, loginProfile(), options)).toMatchObject({
    OIDCClientSecret: 'piped',
    LicenseFile: 'MIL/',
    OIDCTenant: 'from a file',
    OIDCClientID: '@acme',
  })
  expect(await settingsAfter(['OIDCTenant=@-', 'OIDCClientID=@-'])).toContain('Only one value')
  expect(await settingsAfter(['OIDCTenant=@nowhere'])).toContain('Write "@@" for a text that begins with "@"')
})

test('an empty value and --unset remove a key, an absent one included', async () => {
  const settings = await settingsAfter(['OIDCTenant=', '--unset', 'OIDCROPGID', '--unset', 'CreateAdminUser'])
  expect(settings).not.toHaveProperty('OIDCTenant')
  expect(settings).not.toHaveProperty('OIDCROPGID')
  expect(settings).toHaveProperty('OIDCProvider')
})

test('a signed profile is written unsigned, and that is said', async () => {
  const cwd = folderWith({ 'a.mobileconfig': Buffer.from(signedProfiles.rsaDer, 'base64') })
  const { status, stdout, stderr } = await latchkey(['set', 'a.mobileconfig', 'OIDCTenant=x'], { cwd })
  expect(status).toBe(0)
  expect(stdout).toMatch(/^<\?xml/)
  expect(stderr).toContain('a.mobileconfig is signed; the result is not.')
})

test('a binary file stays binary, and is not written to a terminal', async () => {
  const before = readXml(bareSettings())
  const cwd = folderWith({ 'com.jamf.connect.login.plist': writeBinary(before) })
  const args = ['set', 'com.jamf.connect.login.plist', 'OIDCTenant=x']
  const { bytes } = await latchkey(args, { cwd })
  const { format, root } = readPlist(bytes)
  expect(format).toBe('binary')
  expect(equal(root, before)).toBe(false)
  expect(plain(valueAt(root, ['OIDCTenant']))).toBe('x')
  expect(await latchkey(args, { cwd, tty: true })).toMatchObject({ status: 2, stdout: '' })
})

test('the file that was read is replaced with --force only, and keeps its permissions', async () => {
  const cwd = folderWith({ 'a.mobileconfig': loginProfile() })
  const path = join(cwd, 'a.mobileconfig')
  const args = ['set', 'a.mobileconfig', 'OIDCTenant=acme', '-o', './a.mobileconfig']
  const refused = await latchkey(args, { cwd })
  expect(refused).toMatchObject({ status: 2, stdout: '' })
  expect(refused.stderr).toContain('is the file that was read')
  expect(readFileSync(path, 'utf8')).toBe(loginProfile())
  const { mode } = statSync(path)
  expect(await latchkey([...args, '--force'], { cwd })).toMatchObject({ status: 0, stdout: '' })
  expect(readFileSync(path, 'utf8')).toContain('<string>acme</string>')
  expect(statSync(path).mode).toBe(mode)
})

test('a key that says the same in the other domain follows, unless it is set to something else', async () => {
  const made = await latchkey([
    'new',
    '--provider',
    'OneLogin',
    '--set',
    'OIDCTenant=fabrikam',
    '--set',
    'OIDCROPGID=c1',
  ])
  const cwd = folderWith({ 'a.mobileconfig': made.stdout })
  const holds = (text: string, key: string) =>
    new RegExp(`<key>${key}</key>\\s*<string>([^<]*)`).exec(text)?.[1]
  expect([holds(made.stdout, 'TenantID'), holds(made.stdout, 'ROPGID')]).toEqual(['fabrikam', 'c1'])
  expect(made.stderr).toContain('IdPSettings/TenantID in com.jamf.connect gets the same value')

  const followed = await latchkey(['set', 'a.mobileconfig', 'IdPSettings/ROPGID=c2'], { cwd })
  expect([holds(followed.stdout, 'OIDCROPGID'), holds(followed.stdout, 'ROPGID')]).toEqual(['c2', 'c2'])

  const apart = await latchkey(['set', 'a.mobileconfig', 'OIDCROPGID=c3', 'IdPSettings/ROPGID=c4'], { cwd })
  expect([holds(apart.stdout, 'OIDCROPGID'), holds(apart.stdout, 'ROPGID')]).toEqual(['c3', 'c4'])

  const removed = await latchkey(['set', 'a.mobileconfig', '--unset', 'OIDCTenant'], { cwd })
  expect(removed.stdout).not.toContain('Tenant')
})

test('comments that go with a removed key are named by their lines, others stay', async () => {
  const text = loginProfile({ OIDCShortName: 'given_name' })
    .replace(
      /(<key>OIDCShortName<\/key>)(\s*)(<string>given_name<\/string>)/,
      '$1 <!-- asked by HR -->$2$3 <!-- 2024 -->',
    )
    .replace('<key>OIDCTenant</key>', '<!-- the tenant -->\n<key>OIDCTenant</key>')
  const cwd = folderWith({ 'a.mobileconfig': text })
  const line = text.slice(0, text.indexOf('<!-- asked')).split('\n').length
  const removed = await latchkey(['set', 'a.mobileconfig', '--unset', 'OIDCShortName'], { cwd })
  expect(removed.stdout).toContain('<!-- the tenant -->')
  expect(removed.stdout).not.toContain('asked by HR')
  expect(removed.stderr).toContain(`not in the result: line ${line}, ${line + 1} of the file`)
  const changed = await latchkey(['set', 'a.mobileconfig', 'OIDCShortName=email'], { cwd })
  expect(changed.stdout).toContain('asked by HR')
  expect(changed.stderr).toBe('')
})

test('a result with which people may not get into their Macs is told of, in a file and on standard output', async () => {
  const cwd = folderWith({ 'a.mobileconfig': loginProfile() })
  const denied = await latchkey(['set', 'a.mobileconfig', 'DenyLocal=true'], { cwd })
  expect(denied.status).toBe(0)
  expect(denied.stderr).toMatch(/latchkey: DenyLocal lets nobody in .*Turn on LocalFallback/)
  const open = ['DenyLocal=true', 'DenyLocalExcluded=rescue', '-o', 'b.mobileconfig']
  expect((await latchkey(['set', 'a.mobileconfig', ...open], { cwd })).stderr).toBe('Wrote b.mobileconfig.\n')
  const made = ['--provider', 'OneLogin', '--set', 'DenyLocal=true', '--set', 'DenyLocalExcluded=root']
  const { stderr } = await latchkey(['new', ...made, '-o', 'c.mobileconfig'], { cwd })
  expect(stderr).toContain('latchkey: DenyLocal may let nobody in')
})
