import { expect, test } from 'vitest'
import type { Edit } from '@/lib/api/issue'
import type { PlistDict, PlistValue } from '@/lib/plist/value'
import { settingsOf } from '@/lib/schema/fixtures/settings'
import type { Settings } from '@/lib/schema/settings'
import { clientSettings } from '../client-settings'
import type { CheckResult } from '../run-checks'
import { flowChecks } from './flow-checks'

function checked(separate: boolean, offered?: readonly string[]): CheckResult {
  const text = (key: string, value: string) => ({ key, value: { type: 'string', value } }) as const
  const login: PlistDict = {
    type: 'dict',
    entries: [
      text('OIDCProvider', 'Custom'),
      text('OIDCROPGID', 'mac'),
      text('OIDCDiscoveryURL', 'https://accounts.google.com/.well-known/openid-configuration'),
      { key: 'OIDCNewPassword', value: { type: 'boolean', value: separate } },
    ],
  }
  const settings = new Map([['com.jamf.connect.login', login]])
  const metadata = {
    issuer: 'https://accounts.google.com',
    ...(offered === undefined ? {} : { grant_types_supported: offered }),
  }
  const address = {
    url: 'https://accounts.google.com/.well-known/openid-configuration',
    source: 'configured',
  }
  const context = { settings, client: clientSettings(settings), metadata, address }
  return flowChecks.find(({ id }) => id === 'discovery.grants')?.run(context as never) as CheckResult
}

test('a password grant that is listed is not called missing, whoever cannot use it', () => {
  const listed = checked(true, ['implicit', 'password'])
  expect(listed).toMatchObject({ outcome: 'warning', title: expect.stringMatching(/is listed, and not for/) })
  expect(listed.expected).toBeUndefined()
  expect(checked(true, ['implicit'])).toMatchObject({
    title: 'The password grant is not offered',
    expected: 'password',
  })
})

test('the key of the password check is removed only together with a separate local password', () => {
  expect(checked(false)).toMatchObject({
    change: expect.stringMatching(/^Turn on OIDCNewPassword.* and remove OIDCROPGID/),
    remedy: { path: ['OIDCNewPassword'] },
  })
  expect(checked(true)).toMatchObject({ remedy: { path: ['OIDCROPGID'] } })
})

test.each([
  ['JumpCloud', 'https://oauth.id.jumpcloud.com/.well-known/openid-configuration'],
  ['PingOne', 'https://auth.pingone.eu/7a1d/as/.well-known/openid-configuration'],
  ['authentik', 'https://id.acme.example/application/o/macs/.well-known/openid-configuration'],
])('one click makes a set-up for %s right, and the check has nothing left to say', (_, url) => {
  const settings = settingsOf({
    login: { OIDCProvider: 'Custom', OIDCROPGID: 'mac', OIDCClientID: 'mac', OIDCDiscoveryURL: url },
    connect: { IdPSettings: { Provider: 'Custom', ROPGID: 'mac', DiscoveryURL: url } },
  })
  const before = grantsOf(settings, url)
  const { repair } = before.remedy ?? {}
  expect(repair?.title).toBe('Turn on OIDCNewPassword and remove OIDCROPGID')
  const after = withEdits(settings, repair?.edits ?? [])
  expect(grantsOf(after, url)).toMatchObject({
    outcome: 'skipped',
    means: expect.stringMatching(/not configured/),
  })
  expect(withEdits(after, repair?.edits ?? [])).toEqual(after)
  const login = after.get('com.jamf.connect.login')?.entries.map(({ key }) => key)
  expect(login).toEqual(['OIDCProvider', 'OIDCClientID', 'OIDCDiscoveryURL', 'OIDCNewPassword'])
})

test('nothing is offered where another provider checks passwords', () => {
  const url = 'https://oauth.id.jumpcloud.com/.well-known/openid-configuration'
  const login = { OIDCProvider: 'Custom', OIDCROPGID: 'mac', ROPGProvider: 'Azure_v2', OIDCDiscoveryURL: url }
  expect(grantsOf(settingsOf({ login }), url).remedy?.repair).toBeUndefined()
})

function grantsOf(settings: Settings, url: string): CheckResult {
  const address = { url, source: 'configured' }
  const context = { settings, client: clientSettings(settings), metadata: { issuer: url }, address }
  return flowChecks.find(({ id }) => id === 'discovery.grants')?.run(context as never) as CheckResult
}

/** Makes the edits at the root of a domain and one dictionary below it. */
function withEdits(settings: Settings, edits: readonly Edit[]): Settings {
  const made = new Map(settings)
  for (const { domain, path, value } of edits) {
    const dict = made.get(domain ?? '') ?? { type: 'dict', entries: [] }
    made.set(domain ?? '', withValue(dict, path.map(String), value))
  }
  return made
}

function withValue(
  { entries }: PlistDict,
  [name = '', ...rest]: readonly string[],
  value: PlistValue | null,
): PlistDict {
  const inner = entries.find(({ key }) => key === name)?.value
  const next = rest.length > 0 && inner?.type === 'dict' ? withValue(inner, rest, value) : value
  const others = entries.filter(({ key }) => key !== name)
  return { type: 'dict', entries: next === null ? others : [...others, { key: name, value: next }] }
}
