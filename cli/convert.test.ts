import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writeBinary } from '@/lib/plist/binary/writer'
import { readPlist } from '@/lib/plist/document'
import { equal, valueAt, withValue } from '@/lib/plist/tree'
import { readXml } from '@/lib/plist/xml/reader'
import { writeXml } from '@/lib/plist/xml/writer'
import { signedContent, signedProfiles } from '@/lib/profile/fixtures/signed-profiles'
import { bareSettings, bothProfile, loginProfile } from './fixtures/profiles'
import { folderWith, latchkey } from './fixtures/run-cli'

const convert = (file: string | Uint8Array, args: readonly string[], name = 'com.jamf.connect.login.plist') =>
  latchkey(['convert', name, ...args], { cwd: folderWith({ [name]: file }) })

test('XML to binary and back gives the same values', async () => {
  const { bytes } = await convert(loginProfile(), ['--to', 'binary'])
  expect(readPlist(bytes).format).toBe('binary')
  const { stdout } = await convert(bytes, ['--to', 'xml'])
  expect(stdout).toBe(loginProfile())
})

test('XML to XML is the same bytes, and a signed profile loses its signature only', async () => {
  const odd = `\ufeff${bareSettings().replaceAll('\n', '\r\n')}<!-- end -->`
  expect((await convert(odd, ['--to', 'xml'])).stdout).toBe(odd)
  const signed = Buffer.from(signedProfiles.rsaDer, 'base64')
  expect((await convert(signed, ['--to', 'xml'])).stdout).toBe(signedContent)
})

test('a property list that is no profile is converted too', async () => {
  const { status, stdout } = await convert('<plist version="1.0"><array><real>1.0</real></array></plist>', [
    '--to',
    'json',
  ])
  expect(status).toBe(0)
  expect(JSON.parse(stdout)).toEqual([{ $real: '1.0' }])
})

test('settings become a profile in either form, with the same identity each time', async () => {
  const direct = await convert(bareSettings(), ['--to', 'mobileconfig'])
  const payload = valueAt(readXml(direct.stdout), ['PayloadContent', 0, 'PayloadType'])
  expect(payload).toEqual({ type: 'string', value: 'com.jamf.connect.login' })
  const managed = await convert(bareSettings(), ['--to', 'mobileconfig', '--form', 'managed'])
  expect(managed.stdout).toContain('<string>com.apple.ManagedClient.preferences</string>')
  expect((await convert(bareSettings(), ['--to', 'mobileconfig'])).stdout).toBe(direct.stdout)
})

test('a profile stays as it is until a form is asked for', async () => {
  expect((await convert(loginProfile(), ['--to', 'mobileconfig'])).stdout).toBe(loginProfile())
  const managed = await convert(loginProfile(), ['--to', 'mobileconfig', '--form', 'managed'])
  const back = await convert(managed.bytes, ['--to', 'mobileconfig', '--form', 'direct'])
  expect(managed.stdout).not.toBe(loginProfile())
  expect(back.stdout).toBe(loginProfile())
})

test('the settings of one domain become a property list of their own', async () => {
  const { stdout } = await convert(loginProfile(), ['--to', 'plist'])
  expect(equal(readXml(stdout), readXml(bareSettings()))).toBe(true)
  const several = await convert(bothProfile(), ['--to', 'plist'])
  expect(several.stderr).toContain(
    'Choose one: --domain com.jamf.connect.login or --domain com.jamf.connect.',
  )
  const chosen = await convert(bothProfile(), ['--to', 'plist', '--domain', 'com.jamf.connect'])
  expect(chosen.stdout).toContain('<key>IdPSettings</key>')
})

test('binary output is not written to a terminal', async () => {
  const cwd = folderWith({ 'a.plist': bareSettings() })
  const { status, stdout, stderr } = await latchkey(['convert', 'a.plist', '--to', 'binary'], {
    cwd,
    tty: true,
  })
  expect(status).toBe(2)
  expect(stdout).toBe('')
  expect(stderr).toContain('nothing for a terminal')
})

test('the result goes to a file or into a folder, whole or not at all', async () => {
  const cwd = folderWith({ 'in.plist': writeBinary(readXml(bareSettings())) })
  const to = (path: string) => latchkey(['convert', 'in.plist', '--to', 'json', '-o', path], { cwd })
  expect(await to('out.json')).toMatchObject({ status: 0, stdout: '', stderr: 'Wrote out.json.\n' })
  expect(await to('.')).toMatchObject({ status: 0, stderr: 'Wrote in.json.\n' })
  expect(readFileSync(join(cwd, 'in.json'), 'utf8')).toBe(readFileSync(join(cwd, 'out.json'), 'utf8'))
  expect(await to('missing/out.json')).toMatchObject({ status: 2 })
  expect(readdirSync(cwd).sort()).toEqual(['in.json', 'in.plist', 'out.json'])
})

test.each([
  [
    ['--to', 'bin'],
    'bin is not a format: --to xml, binary, json, plist, mobileconfig. Do you mean --to binary?',
  ],
  [[], 'Say what to write'],
  [['--to', 'xml', '--form', 'direct'], '--form goes with --to mobileconfig only.'],
  [['--to', 'mobileconfig', '--form', 'manged'], 'Do you mean --form managed?'],
  [['--to', 'plist', '--domain', 'com.jamf.connect.shares'], 'holds no settings of com.jamf.connect.shares'],
])('%j is refused with a sentence', async (args, sentence) => {
  const { status, stdout, stderr } = await convert(loginProfile(), args)
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
  expect(stderr).toContain(sentence)
})

test('a profile is written as it is in the form that it has, comments included', async () => {
  const commented = loginProfile().replace('<dict>', '<!-- ask Maria -->\n<dict>')
  const { stdout, stderr } = await convert(commented, ['--to', 'mobileconfig', '--form', 'direct'])
  expect(stdout).toBe(commented)
  expect(stderr).toBe('')
  const managed = await convert(commented, ['--to', 'mobileconfig', '--form', 'managed'])
  expect(managed.stderr).toMatch(/comments .* not in the result\.\nlatchkey: Leave out --form to keep/)
})

test('credentials in the result are named, and left out when asked for, in every format', async () => {
  const secret = 'Vq8-Canary-31'
  const file = loginProfile({ OIDCClientSecret: secret, BackupToken: secret })
  for (const to of ['xml', 'binary', 'json', 'plist', 'mobileconfig']) {
    const kept = await convert(file, ['--to', to], 'a.mobileconfig')
    expect(kept.stderr).toMatch(/OIDCClientSecret.*BackupToken.*--without-secrets/)
    expect(kept.stderr).not.toContain(secret)
    expect(kept.stdout).toContain(secret)
    const { stdout, stderr, status } = await convert(
      file,
      ['--to', to, '--without-secrets'],
      'a.mobileconfig',
    )
    expect(status).toBe(0)
    expect(stderr).toMatch(/^latchkey: Left out: [^\n]*OIDCClientSecret”, [^\n]*BackupToken”\.\n$/)
    expect(stdout).not.toContain(secret)
    expect(stdout).toContain('OIDCProvider')
  }
  const { stdout } = await convert(file, ['--to', 'mobileconfig', '--without-secrets'], 'a.mobileconfig')
  expect(stdout).toBe(loginProfile())
})

test.each(['json', 'binary', 'plist'])(
  '--to %s names the comments and the doubled key that it drops',
  async (to) => {
    const text = bareSettings()
      .replace('<dict>', '<dict>\n<!-- agreed in May -->')
      .replace('<key>OIDCTenant</key>', '<key>OIDCTenant</key>\n<string>old</string>\n<key>OIDCTenant</key>')
    const { status, stderr } = await convert(text, ['--to', to])
    expect(status).toBe(0)
    expect(stderr).toMatch(/comments and its layout are not in the result/)
    expect(stderr).toMatch(/OIDCTenant stands more than once .* of line \d+ only/)
    expect((await convert(text, ['--to', 'xml'])).stderr).toBe('')
  },
)

test('a signature that the result has no more is named', async () => {
  const signed = Buffer.from(signedProfiles.rsaDer, 'base64')
  expect((await convert(signed, ['--to', 'json'])).stderr).toContain('is signed; the result is not')
})

test('credentials of another domain are not said to be in the settings of one', async () => {
  const { root } = readPlist(Buffer.from(bothProfile()))
  const path = ['PayloadContent', 1, 'IdPSettings', 'ClientSecret']
  const text = writeXml(withValue(root, path, { type: 'string', value: 'Vq8-Canary-32' }))
  const to = (domain: string) => convert(text, ['--to', 'plist', '--domain', domain], 'a.mobileconfig')
  expect((await to('com.jamf.connect.login')).stderr).toBe('')
  expect((await to('com.jamf.connect')).stderr).toContain('ClientSecret')
})

test('comments of OpenStep text are named when they are lost, and slashes in texts are none', async () => {
  const settings =
    '{ OIDCProvider = Okta; HelpURL = "https://help.acme.test/*a*/"; DenyLocal = "1"; OIDCTenant = a; }'
  const lost = 'comments and its layout are not in the result'
  for (const to of ['xml', 'json', 'binary', 'plist', 'mobileconfig']) {
    for (const comment of ['// ask Maria\n', '/* ask Maria */']) {
      expect((await convert(settings.replace('{', `{ ${comment}`), ['--to', to])).stderr).toContain(lost)
    }
    expect((await convert(settings, ['--to', to])).stderr).not.toContain('comments')
  }
  const set = (text: string) =>
    latchkey(['set', 'a.plist', 'OIDCTenant=b'], { cwd: folderWith({ 'a.plist': text }) })
  expect((await set(settings.replace('}', '/* b */ }'))).stderr).toContain('is XML, without the comments.')
  expect((await set(settings)).stderr).toContain('is XML.')
})

test('keys that are numbers are named where JSON gives them another place', async () => {
  const texts = (keys: readonly string[]) => keys.map((key) => `<key>${key}</key><string>a</string>`).join('')
  const listed = (keys: readonly string[]) =>
    bareSettings().replace('<dict>', `<dict><key>Mine</key><dict>${texts(keys)}</dict>`)
  for (const keys of [
    ['10', '2'],
    ['b', '7'],
    ['0', 'b', '1'],
  ]) {
    const { stdout, stderr } = await convert(listed(keys), ['--to', 'json'])
    expect(stderr).toMatch(
      /^latchkey: Keys that are numbers \(.*\) come first and by size where the JSON is read by JavaScript/,
    )
    const back = await convert(stdout, ['--to', 'xml'], 'com.jamf.connect.login.json')
    expect(back.stderr).toMatch(
      /^latchkey: Keys that are numbers \(.*\) come first and by size in the result/,
    )
  }
  for (const keys of [['2', '10', 'b'], ['b', '02', '1.5', '4294967295'], []]) {
    const { stdout, stderr } = await convert(listed(keys), ['--to', 'json'])
    expect(stderr).toBe('')
    expect((await convert(stdout, ['--to', 'xml'], 'com.jamf.connect.login.json')).stderr).toBe('')
  }
})
