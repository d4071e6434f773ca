import { expect, test } from 'vitest'
import { writeXml } from '@/lib/plist/xml/writer'
import { providers } from '@/lib/products/jamf-connect/providers/providers'
import { allKeys } from '@/lib/products/keys'
import { dict, type Plain, payload, profile, uuids } from '@/lib/profile/fixtures/sample-trees'
import { bareSettings, loginProfile } from './fixtures/profiles'
import { folderWith, latchkey } from './fixtures/run-cli'

const CANARY = 'Zx9CanaryQ7'
const secretKeys = allKeys.filter(({ definition }) => definition.secret)

/** Ways to put a secret into a profile, right and wrong ones. */
const shapes: { readonly [how: string]: (text: string) => Plain } = {
  text: (text) => text,
  'text with spaces': (text) => ` ${text} `,
  address: (text) => `http://${text}.example.com/`,
  list: (text) => [text],
  dictionary: (text) => ({ value: text }),
}

test('the manifests have secret keys to try this with', () => {
  expect(secretKeys.length).toBeGreaterThan(3)
})

test.each(Object.keys(shapes))('check prints no value of a secret key that is %s', async (how) => {
  const files = secretKeys.flatMap(({ domain, path }) =>
    providers.map(({ id }) => {
      const value = path.reduceRight<Plain>((inner, key) => ({ [key]: inner }), shapes[how]?.(CANARY) ?? '')
      const login = { OIDCProvider: id, ...(domain.endsWith('login') ? (value as object) : {}) }
      const connect = domain.endsWith('login') ? {} : (value as { [key: string]: Plain })
      return writeXml(
        profile([
          payload('com.jamf.connect.login', uuids.login, login),
          payload('com.jamf.connect', uuids.connect, connect),
          ...(domain === 'com.jamf.connect' || domain.endsWith('login')
            ? []
            : [payload(domain, uuids.certificate, connect)]),
        ]),
      )
    }),
  )
  const cwd = folderWith(Object.fromEntries(files.map((text, index) => [`${index}.mobileconfig`, text])))
  for (const option of ['--json', '--errors-only']) {
    const { stdout, stderr } = await latchkey(['check', '.', option], { cwd })
    expect(stdout).toContain('0.mobileconfig')
    expect(stdout + stderr).not.toContain(CANARY)
  }
})

test.each([
  `<string>a&${CANARY};</string>`,
  `<string>a<${CANARY}</string>`,
  `<string>${CANARY}&b</string>`,
  `<string>${CANARY}</strin>`,
  `<string>${CANARY}`,
  `<string>${CANARY}\u0001</string>`,
  `<${CANARY}>`,
  `<integer>${CANARY}</integer>`,
  `<data>${CANARY}!</data>`,
  `<true>${CANARY}</true>`,
  `${CANARY}`,
  `<string>a</string><string>${CANARY}</string>`,
])('a refusal beside a secret key prints nothing of %s', async (element) => {
  const text = writeXml(dict({ OIDCClientSecret: 'here' })).replace('<string>here</string>', element)
  const cwd = folderWith({ 'a.plist': text })
  for (const args of [
    ['check', 'a.plist'],
    ['check', '--json', 'a.plist'],
    ['convert', 'a.plist', '--to', 'xml'],
  ]) {
    const { status, stdout, stderr } = await latchkey(args, { cwd })
    expect(status).toBe(2)
    expect(stdout + stderr).not.toContain(CANARY)
  }
})

test('a refusal beside a credential of another vendor prints nothing of it either', async () => {
  const text = writeXml(dict({ EAPClientConfiguration: { UserPassword: 'here' } }))
  const cwd = folderWith({ 'a.plist': text.replace('<string>here', `<string>${CANARY}&b`) })
  const { status, stdout, stderr } = await latchkey(['check', 'a.plist'], { cwd })
  expect(status).toBe(2)
  expect(stdout + stderr).not.toContain(CANARY)
})

test('a refusal beside any other key shows the offending text', async () => {
  const text = bareSettings().replace('<false/>', '<integer>twelve</integer>')
  const cwd = folderWith({ 'a.plist': text })
  expect((await latchkey(['check', 'a.plist'], { cwd })).stdout).toContain('<integer>twelve</integer>')
})

test('set repeats no value in its errors', async () => {
  const cwd = folderWith({ 'a.mobileconfig': loginProfile() })
  const lines = [
    [CANARY],
    [`=${CANARY}`],
    [`OIDCClientSecret=@${CANARY}`],
    [`OIDCClientSecret=${CANARY}`, `OIDCClientSecret=${CANARY}`],
    [`CreateAdminUser=${CANARY}`],
    [`Unheard=${CANARY}`],
  ]
  for (const settings of lines) {
    const { status, stdout, stderr } = await latchkey(['set', 'a.mobileconfig', ...settings], { cwd })
    expect(status).toBe(2)
    expect(stdout + stderr).not.toContain(CANARY)
  }
})

test('set and new name the credentials in what they write, never their values, and nothing when there are none', async () => {
  const secret = [`OIDCClientSecret=${CANARY}`]
  const cwd = folderWith({
    'a.mobileconfig': loginProfile(),
    'b.mobileconfig': loginProfile({ OIDCClientSecret: CANARY, BackupToken: CANARY }),
  })
  const made = ['new', '--provider', 'GoogleID']
  for (const args of [
    ['set', 'a.mobileconfig', ...secret],
    ['set', 'a.mobileconfig', ...secret, '-o', 'c.mobileconfig'],
    ['set', 'b.mobileconfig', 'OIDCTenant=acme'],
    [...made, '--set', ...secret],
    [...made, '--form', 'managed', '--set', ...secret],
    [...made, '--set', ...secret, '-o', 'd.mobileconfig'],
  ]) {
    const { status, stderr } = await latchkey(args, { cwd })
    expect(status).toBe(0)
    expect(stderr).toMatch(
      /latchkey: The result holds (?:a credential|credentials) in clear text: .*OIDCClientSecret.*--without-secrets/,
    )
    expect(stderr.includes('BackupToken')).toBe(args.includes('b.mobileconfig'))
    expect(stderr).not.toContain(CANARY)
  }
  for (const args of [
    ['set', 'a.mobileconfig', 'OIDCTenant=acme'],
    ['set', 'b.mobileconfig', '--unset', 'OIDCClientSecret', '--unset', 'BackupToken'],
    made,
  ]) {
    expect((await latchkey(args, { cwd })).stderr).not.toContain('clear text')
  }
})
