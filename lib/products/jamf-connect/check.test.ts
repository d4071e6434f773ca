import { expect, test } from 'vitest'
import { withValue } from '../../plist/tree'
import type { PlistDict } from '../../plist/value'
import { type Plain, plist, settingsOf } from '../../schema/fixtures/settings'
import { checkSettings } from '../check'
import { allKeys } from './keys'

test('errors come first, and the order does not change from run to run', () => {
  const settings = settingsOf({
    login: {
      Zebra: true,
      DenyLocal: true,
      OIDCProvider: 'PingFederate',
      Migrate: 'yes',
      OIDCClientSecret: 'x',
    },
    connect: { IdPSettings: { Provider: 'Azure' } },
  })
  const issues = checkSettings(settings)
  const severities = issues.map(({ severity }) => severity)
  expect(severities).toContain('error')
  expect(severities).toEqual([...severities].sort().reverse())
  expect(checkSettings(settings)).toEqual(issues)
})

test('a value from documentation is said once', () => {
  const login = { OIDCProvider: 'Custom', OIDCDiscoveryURL: 'https://[your tenant].idp.test/x' }
  const own = checkSettings(settingsOf({ login })).filter(({ path }) => path[0] === 'OIDCDiscoveryURL')
  expect(own.map(({ severity, rule }) => [severity, rule])).toContainEqual(['error', 'placeholder-value'])
  expect(own.map(({ rule }) => rule)).not.toContain('bad-format')
})

test('nothing in a file can make the check fail', () => {
  const odd: readonly Plain[] = [
    '',
    'x',
    true,
    -1,
    1.5,
    new Date(0),
    new Uint8Array([1]),
    [],
    [[]],
    [{}],
    {},
    { a: { b: [1] } },
  ]
  for (const value of odd) {
    for (const key of allKeys) {
      const path = key.path.map((step) => (step === '[]' ? 0 : step))
      const nested = path.reduceRight<Plain>(
        (inner, step) => (step === 0 ? [inner] : { [step]: inner }),
        value,
      )
      expect(() =>
        checkSettings(settingsOf({ [key.domain]: nested as { [key: string]: Plain } })),
      ).not.toThrow()
    }
  }
})

test('a change of one key among four hundred is checked within a frame', () => {
  const values: { [domain: string]: { [key: string]: Plain } } = {}
  for (const { domain, path, definition } of allKeys.filter((key) => key.path.length === 1)) {
    const value = definition.kind === 'boolean' ? true : definition.kind === 'integer' ? 5 : 'text'
    values[domain] = { ...values[domain], [path[0] ?? '']: value }
  }
  const unknown = Object.fromEntries(Array.from({ length: 250 }, (_, index) => [`Custom${index}`, 'x']))
  const settings = settingsOf({
    ...values,
    'com.jamf.connect': { ...values['com.jamf.connect'], ...unknown },
  })
  const type = (text: string) => {
    const root = settings.get('com.jamf.connect.login') as PlistDict
    const edited = withValue(root, ['OIDCClientID'], plist(text)) as PlistDict
    return checkSettings(new Map([...settings, ['com.jamf.connect.login', edited]]))
  }
  type('warm up')
  const presses = Array.from({ length: 60 }, (_, press) => {
    const start = performance.now()
    type(`id-${press}`)
    return performance.now() - start
  })
  // The best press is what the code takes; the others are what else the machine does.
  expect(Math.min(...presses)).toBeLessThan(16)
})

test('misspelt keys cost at most five times what known ones do, however many there are', () => {
  const many = 6000
  const numbers = (round: number) => Array.from({ length: many / 2 }, (_, index) => round * many + index)
  const known = (round: number) => ({
    connect: {
      TemporaryUserPermissions: {
        UserPromotionRole: numbers(round).map((each) => ({ Name: `a${each}`, Duration: 5 })),
      },
    },
  })
  const misspelt = (round: number) => ({
    login: Object.fromEntries(
      numbers(round).flatMap((each) => [
        [`OIDCClientI${each}`, 'x'],
        [`DenyLcal${each}`, true],
      ]),
    ),
  })
  const taken = (domains: Parameters<typeof settingsOf>[0]) => {
    const settings = settingsOf(domains)
    const start = performance.now()
    checkSettings(settings)
    return performance.now() - start
  }
  // Other names every time, so that nothing is remembered.
  const rounds = [1, 2, 3].map((round) => [taken(known(round)), taken(misspelt(round))] as const)
  const best = (side: 0 | 1) => Math.min(...rounds.map((round) => round[side]))
  expect(best(1)).toBeLessThan(5 * best(0))
})

test.each<[login: { [key: string]: Plain }, connect: { [key: string]: Plain }, rules: string[]]>([
  [
    {},
    { IdPSettings: { Provider: 'Okta', OktaAuthServer: 'https://acme-admin.okta.com/admin/x' } },
    ['okta-admin-host'],
  ],
  [{}, { IdPSettings: { Provider: 'Okta', OktaAuthServer: 'https://acme.okta.com/home' } }, ['bad-format']],
  [{ OIDCProvider: 'Okta', AuthServer: 'https://acme.onelogin.com/login' }, {}, ['identifier-form']],
  [
    {
      OIDCProvider: 'Okta',
      AuthServer: 'acme.okta.com',
      OIDCAccessClientID: 'a',
      OIDCAuthServer: 'https://acme.okta.com',
    },
    {},
    ['same-okta-server'],
  ],
])('an address is told its one fault: %j %j', (login, connect, rules) => {
  const found = checkSettings(settingsOf({ login, connect })).filter(
    ({ path, rule }) => rule !== 'required-key' && /AuthServer$/.test(path.join('/')),
  )
  expect(found.map(({ rule }) => rule)).toEqual(rules)
  const [repair] = found.flatMap((issue) => issue.repair?.edits ?? [])
  expect(JSON.stringify(repair?.value ?? '')).not.toMatch(/admin|home|login/)
})

const hybrid = (ROPGProvider: string, more: { [key: string]: Plain } = {}) =>
  checkSettings(
    settingsOf({
      login: { OIDCProvider: 'EntraID', OIDCClientID: GUID, OIDCTenant: GUID, ROPGProvider, ...more },
      connect: { IdPSettings: { Provider: 'Custom' } },
    }),
  )
const GUID = '5f2c0a3e-77d1-4b6a-9c0e-2d41f3a9b870'

test('with passwords at AD FS, both apps need the client and the address, and say where they are asked for', () => {
  const missing = hybrid('Custom').filter(({ rule }) => rule === 'required-key')
  expect(missing.map(({ path }) => path.join('/')).toSorted()).toEqual([
    'IdPSettings/DiscoveryURL',
    'IdPSettings/ROPGID',
    'OIDCROPGID',
    'ROPGDiscoveryURL',
  ])
  for (const { domain, message } of missing) {
    const why =
      domain === 'com.jamf.connect' ? 'the identity provider is Custom' : 'ROPGProvider is Custom (AD FS)'
    expect(message).toContain(why)
    expect(message).not.toContain('Entra')
  }
})

test('a hybrid check at Entra ID needs client and tenant, and a separate password needs neither', () => {
  const demands = (...given: Parameters<typeof hybrid>) =>
    hybrid(...given).flatMap(({ rule, domain, path }) =>
      rule === 'required-key' && domain === 'com.jamf.connect.login' ? [String(path[0])] : [],
    )
  expect(demands('Azure_v2')).toEqual(expect.arrayContaining(['OIDCROPGID', 'ROPGTenant']))
  for (const provider of ['Custom', 'Azure_v2'] as const) {
    expect(demands(provider, { OIDCNewPassword: true })).toEqual([])
  }
  expect(demands('Custom', { OIDCProvider: 'OneLogin' })).toEqual([])
})
