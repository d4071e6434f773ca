import { expect, test } from 'vitest'
import { writeXml } from '@/lib/plist/xml/writer'
import { profile } from '@/lib/profile/fixtures/sample-trees'
import { loginProfile } from '../fixtures/profiles'
import { folderWith, latchkey } from '../fixtures/run-cli'
import { MOST_OF_KIND } from './cut-report'

/** Names that are OIDCTenant but for the signs in it. */
const many = (count: number) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => {
      const signs = index.toString(2).replaceAll('0', '.').replaceAll('1', '_')
      return [`OIDC${signs}Tenant`, 'x']
    }),
  )
const checked = async (text: string, args: readonly string[] = []) =>
  latchkey(['check', 'a.mobileconfig', ...args], { cwd: folderWith({ 'a.mobileconfig': text }) })

test('of many issues of one kind the first are told, and how many more there are', async () => {
  const text = loginProfile({ ...many(30_000), Zz2: true })
  const { stdout } = await checked(text)
  expect(stdout.match(/\(misspelt-key\)/g)?.length).toBe(MOST_OF_KIND + 1)
  expect(stdout).toMatch(/error: … and 29,900 more like it\. \(misspelt-key\)/)
  expect(stdout).toContain('OIDC.Tenant')
  expect(stdout).toContain('Zz2')
  const report = JSON.parse((await checked(text, ['--json', '--errors-only'])).stdout)
  const listed = report.issues.filter(({ rule }: { rule: string }) => rule === 'misspelt-key')
  expect(listed).toHaveLength(MOST_OF_KIND)
  expect(listed[0]).toMatchObject({ line: expect.any(Number), keyPath: 'OIDC.Tenant' })
  expect(report.more).toEqual([{ severity: 'error', rule: 'misspelt-key', count: expect.any(Number) }])
})

const long = 'N'.repeat(900_000)
test.each([
  ['a key', loginProfile({ [long]: 'x' })],
  ['a key of words', loginProfile({ ['ab '.repeat(300_000)]: 'x' })],
  ['a type', loginProfile().replace('<string>com.jamf.connect.login</string>', `<string>${long}</string>`)],
  ['a UUID', loginProfile().replace(/(<key>PayloadUUID<\/key>\s*<string>)/, `$1${long}`)],
  ['an identifier', writeXml(profile([], { PayloadIdentifier: `my ${long}` }))],
])('%s of nearly a megabyte is cut in text and JSON, with its length', async (_, text) => {
  for (const args of [[], ['--json']]) {
    const { stdout } = await checked(text, args)
    expect(stdout.length).toBeLessThan(60_000)
    expect(stdout).toMatch(/… \(90\d,\d{3} characters\)|more characters\) …|no UUID|misspelt|other payload/)
  }
})

test('a report of few issues has nothing more', async () => {
  const report = JSON.parse((await checked(loginProfile({ CreateAdminUsr: true }), ['--json'])).stdout)
  expect(report.more).toBeUndefined()
})
