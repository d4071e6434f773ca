import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readXml } from '@/lib/plist/xml/reader'
import { providers } from '@/lib/products/jamf-connect/providers/providers'
import { templateRows } from '@/lib/products/jamf-connect/template-rows'
import { isProfile } from '@/lib/profile/payloads/shapes'
import { folderWith, latchkey } from './fixtures/run-cli'

test.each(providers.map(({ id }) => id))('a new profile for %s is read without loss', async (provider) => {
  const made = await latchkey(['new', '--provider', provider])
  expect(made.status).toBe(0)
  expect(isProfile(readXml(made.stdout))).toBe(true)
  const checked = await latchkey(['check', '--json', '-'], { stdin: made.bytes })
  expect(JSON.parse(checked.stdout)).toMatchObject({ lossless: true, shape: 'direct' })
})

test('settings, name, organization and form are those of the command line', async () => {
  const args = ['--name', 'Acme', '--organization', 'Acme GmbH', '--form', 'managed']
  const { stdout } = await latchkey(['new', '--provider', 'azure', ...args, '--set', 'OIDCClientID=abc'])
  expect(stdout).toContain('<key>OIDCClientID</key>')
  expect(stdout).toContain('<string>EntraID</string>')
  expect(stdout).toContain('<string>Acme GmbH</string>')
  expect(stdout).toContain('com.apple.ManagedClient.preferences')
})

test('what is still missing is told on standard error', async () => {
  const { status, stderr } = await latchkey(['new', '--provider', 'EntraID'])
  expect(status).toBe(0)
  expect(stderr).toContain('Still to do: OIDCClientID is not configured.')
})

test.each(Object.keys(templateRows))(
  'the template %s is made, and says what is still to be filled in',
  async (id) => {
    const made = await latchkey(['new', '--template', id])
    expect(made.status).toBe(0)
    const { toFill, notes } = templateRows[id as keyof typeof templateRows]
    expect(made.stderr.match(/^Note: .*\.$/gm) ?? []).toEqual(notes.map((note) => `Note: ${note}`))
    expect(made.stderr.match(/^To fill in: [\w/]+: .*\.$/gm) ?? []).toHaveLength(Object.keys(toFill).length)
    const checked = await latchkey(['check', '--json', '-'], { stdin: made.bytes })
    expect(JSON.parse(checked.stdout)).toMatchObject({ lossless: true, shape: 'direct' })
  },
)

test('what a template leaves to fill in is told until it is set, by the path that --set takes', async () => {
  const given = ['OIDCClientID=0oa1', 'OIDCROPGID=0oa2', 'OIDCTenant=acme.okta.com'].flatMap((each) => [
    '--set',
    each,
  ])
  const made = await latchkey(['new', '--template', 'okta-two-applications', ...given])
  expect(made.stderr).not.toContain('To fill in')
  const hybrid = await latchkey([
    'new',
    '--template',
    'ad-fs-hybrid',
    '--set',
    'com.jamf.connect:IdPSettings/ROPGID=x',
  ])
  expect(hybrid.stderr).not.toContain('To fill in: IdPSettings/ROPGID:')
  expect(hybrid.stderr).toContain('To fill in: IdPSettings/DiscoveryURL: ')
})

test('in a folder the file is called by name and day', async () => {
  const cwd = folderWith({})
  await latchkey(['new', '--provider', 'Okta', '--name', '../Ünsere Macs', '-o', '.'], { cwd })
  expect(readdirSync(cwd)).toEqual([
    expect.stringMatching(/^JamfConnect-Unsere-Macs-\d{4}-\d\d-\d\d\.mobileconfig$/),
  ])
})

test.each([
  [['new'], 'Choose an identity provider: --provider EntraID, Okta'],
  [['new', '--provider', 'Oktaa'], 'Oktaa is not an identity provider of Jamf Connect. Do you mean Okta?'],
  [['new', '--provider', 'Okta', '--template', 'ad-fs-hybrid'], 'Give --provider or --template'],
  [['new', '--template', 'ad-fs-hybrod'], 'ad-fs-hybrod is not a template. Do you mean ad-fs-hybrid?'],
  [['new', '--template', 'Okta'], 'Okta is not a template.'],
  [['new', '--provider', 'Okta', 'OIDCTenant=x'], 'Settings are written with --set'],
])('%j is refused with a sentence', async (args, sentence) => {
  const { status, stdout, stderr } = await latchkey(args)
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
  expect(stderr).toContain(sentence)
})
