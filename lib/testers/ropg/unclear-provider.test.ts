import { expect, test } from 'vitest'
import { runRopg, settingsOf } from './fixtures/run'

const asked = { userName: 'mia', password: 'Kettle-41' }
const keycloak = {
  OIDCProvider: 'Custom',
  OIDCDiscoveryURL: 'https://127.0.0.1:9/realms/staff/.well-known/openid-configuration',
  OIDCClientID: 'macs',
  OIDCROPGID: 'macs',
}
const entra = { OIDCProvider: 'EntraID', OIDCTenant: 'fabrikam.test', OIDCClientID: 'a', OIDCROPGID: 'a' }
const elsewhere = 'https://127.0.0.1:9/adfs/.well-known/openid-configuration'

test.each([
  ['a value with other capitals', { ...entra, ROPGProvider: 'AZURE_V2' }, 'ROPGProvider', /its values are/],
  ['a value of another key', { ...keycloak, ROPGProvider: 'Azure' }, 'ROPGProvider', /its values are/],
  ['a key without effect', { ...keycloak, ROPGProvider: 'Azure_v2' }, 'ROPGProvider', /no effect with/],
  [
    'two keys that contradict each other',
    { ...entra, ROPGProvider: 'Azure_v2', ROPGDiscoveryURL: elsewhere },
    'ROPGDiscoveryURL',
    /leads to another provider/,
  ],
])('%s sends no password and asks nobody', async (_, login, key, means) => {
  const { findings, requests, summary } = await runRopg({ settings: settingsOf(login), ...asked })
  const found = findings.get('ropg.provider')
  expect([found?.outcome, found?.remedy?.path, requests]).toEqual(['failed', [key], []])
  expect(found?.means).toMatch(means)
  expect(summary.verdict).toBe('failed')
})

test('half a hybrid is named, and passes for no certainty', async () => {
  const login = { ...entra, ROPGDiscoveryURL: elsewhere }
  const { findings } = await runRopg({ settings: settingsOf(login), ...asked })
  expect(findings.get('ropg.provider')).toMatchObject({
    outcome: 'warning',
    means: expect.stringContaining('ROPGProvider is not configured'),
  })
})

test('an app without settings asks nobody and is named', async () => {
  const own = { IdPSettings: { Provider: 'EntraID', ROPGID: 'a', TenantID: 'fabrikam.test' } }
  const login = await runRopg({ settings: settingsOf(entra), ...asked, app: 'connect' })
  const onlyConnect = new Map([...settingsOf({}, own)].slice(1))
  const connect = await runRopg({ settings: onlyConnect, ...asked, app: 'login' })
  expect([login.requests, connect.requests]).toEqual([[], []])
  expect([login.summary.title, connect.summary.title]).toEqual([
    'There are no Self Service+ settings',
    'There are no login window settings',
  ])
})

test.each([
  ['connect', 'TenantID'],
  ['login', 'OIDCTenant'],
] as const)('Entra ID without a tenant is asked nothing by %s, and %s is named', async (app, name) => {
  const settings = settingsOf(
    { OIDCProvider: 'EntraID', OIDCROPGID: 'a' },
    { IdPSettings: { Provider: 'EntraID', ROPGID: 'a' } },
  )
  const { findings, requests } = await runRopg({ settings, ...asked, app })
  expect(requests).toEqual([])
  expect(findings.get('ropg.provider')?.remedy?.path.at(-1)).toBe(name)
})
