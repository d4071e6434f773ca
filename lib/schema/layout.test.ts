import { expect, test } from 'vitest'
import { contextOf } from '../products/jamf-connect/context'
import { providers } from '../products/jamf-connect/providers/providers'
import { allKeys } from '../products/keys'
import { layout, tabs } from '../products/layout'
import { searchKeys } from '../products/search'
import { settingsOf } from './fixtures/settings'
import { isAlike } from './layout'

const entra = contextOf(settingsOf({ login: { OIDCProvider: 'EntraID' } }))
const idsOf = (groups: ReturnType<typeof layout>) =>
  groups.flatMap(({ fields }) => fields.map(({ id }) => id))

test('the identity provider tab begins with the required fields of the provider in their order', () => {
  const [required, ...others] = layout(entra, { tab: 'identity-provider' })
  expect(required?.title).toBe('Required')
  expect(required?.fields.map(({ id }) => id)).toEqual([
    'login/OIDCProvider',
    'connect/IdPSettings/Provider',
    'login/OIDCClientID',
    'login/OIDCROPGID',
    'connect/IdPSettings/ROPGID',
    'login/OIDCTenant',
    'connect/IdPSettings/TenantID',
    'login/OIDCRedirectURI',
  ])
  expect(idsOf(others).filter((id) => required?.fields.some((key) => key.id === id))).toEqual([])
})

test('without a provider only the choice of the provider is required', () => {
  const [required] = layout(contextOf(new Map()), { tab: 'identity-provider' })
  expect(required?.fields.map(({ id }) => id)).toEqual(['login/OIDCProvider', 'connect/IdPSettings/Provider'])
})

test('a key that does not apply is hidden until it is configured', () => {
  const configured = contextOf(settingsOf({ login: { OIDCProvider: 'EntraID', AuthServer: 'a.okta.com' } }))
  expect(idsOf(layout(entra, { tab: 'identity-provider' }))).not.toContain('login/AuthServer')
  expect(idsOf(layout(configured, { tab: 'identity-provider' }))).toContain('login/AuthServer')
})

test('only one group is called Required', () => {
  for (const { id: tab } of tabs) {
    const ids = layout(entra, { tab }).map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  }
})

test('a nested dictionary is shown as its keys, a list of dictionaries as one field', () => {
  const ids = idsOf(layout(entra, { tab: 'connect' }))
  expect(ids).toContain('connect/PasswordPolicies/PolicyRequirements/minLength')
  expect(ids).not.toContain('connect/PasswordPolicies/PolicyRequirements')
  expect(ids).toContain('connect/TemporaryUserPermissions/UserPromotionRole')
  expect(ids.filter((id) => id.includes('[]'))).toEqual([])
})

test('every key has its place on some tab for some provider', () => {
  const everything = new Set(
    (['EntraID', 'Okta', 'OktaIdentityEngine', 'PingFederate'] as const).flatMap((provider) =>
      tabs.flatMap(({ id: tab }) => idsOf(layout(contextOf(conditionsMet(provider)), { tab }))),
    ),
  )
  const fields = allKeys.filter(
    ({ path, definition }) => !path.includes('[]') && definition.kind !== 'dictionary',
  )
  expect(fields.filter(({ id }) => !everything.has(id)).map(({ id }) => id)).toEqual([])
})

function conditionsMet(OIDCProvider: string) {
  const switches = {
    DenyLocal: true,
    Migrate: true,
    EnableFDE: true,
    EnableFDERecoveryKey: true,
    ScriptPath: '/a',
  }
  return settingsOf({
    login: { OIDCProvider, ...switches, ROPGProvider: 'Custom', AuthUIOIDCProvider: 'Okta' },
  })
}

test('"configured only" and the search leave out fields, never change their order', () => {
  const context = contextOf(
    settingsOf({ login: { OIDCProvider: 'EntraID', OIDCScopes: 'openid', DenyLocal: true } }),
  )
  expect(idsOf(layout(context, { tab: 'identity-provider', configuredOnly: true }))).toEqual([
    'login/OIDCProvider',
    'login/OIDCScopes',
  ])
  expect(
    idsOf(layout(context, { tab: 'login', among: new Set(searchKeys('denylocal').map(({ key }) => key)) })),
  ).toEqual(['login/DenyLocal', 'login/LocalFallback', 'login/DenyLocalExcluded'])
})

test('rows of a tab that are called the same belong to different apps, which tell them apart', () => {
  for (const provider of providers) {
    const settings = settingsOf({ login: { OIDCProvider: provider.id }, connect: {} })
    for (const { id: tab } of tabs) {
      const groups = layout({ settings }, { tab })
      const rows = groups.flatMap(({ fields }) => fields.filter((key) => isAlike(key, groups)))
      const names = rows.map(({ definition, manifest }) => `${definition.title} · ${manifest.title}`)
      expect(names, `${provider.id} ${tab}`).toEqual([...new Set(names)])
    }
  }
  const engine = layout(
    { settings: settingsOf({ login: { OIDCProvider: 'OktaIdentityEngine' }, connect: {} }) },
    { tab: 'identity-provider' },
  )
  const alike = engine.flatMap(({ fields }) => fields.filter((key) => isAlike(key, engine)))
  expect(alike.map(({ id }) => id)).toEqual(
    expect.arrayContaining(['login/OIDCClientID', 'connect/IdPSettings/OIDCClientID']),
  )
  expect(alike.map(({ id }) => id)).not.toContain('login/OIDCRedirectURI')
})
