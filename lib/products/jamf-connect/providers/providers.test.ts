import { expect, test } from 'vitest'
import { holds } from '../../../schema/condition'
import type { Condition } from '../../../schema/condition-type'
import { settingsOf } from '../../../schema/fixtures/settings'
import { contextOf, seenFrom } from '../context'
import { allKeys, findKey, keyWithId } from '../keys'
import { discoveryUrl } from './discovery-url'
import type { ProviderId } from './provider-rows'
import { providers } from './providers'

const withProvider = (id: ProviderId) =>
  contextOf(settingsOf({ login: { OIDCProvider: id }, connect: { IdPSettings: { Provider: id } } }))
const asks = (condition: Condition | undefined, context: ReturnType<typeof contextOf>) =>
  condition !== undefined && holds(condition, context)

test.each(providers)('every key that $id needs stands in its Required group', ({ id, requiredFields }) => {
  const context = withProvider(id)
  const needed = allKeys
    .filter(({ path, domain }) => !path.includes('[]') && domain.length <= 'com.jamf.connect.login'.length)
    .filter(({ definition, domain }) => {
      const seen = seenFrom(context, domain)
      return asks(definition.required, seen) || asks(definition.recommended, seen)
    })
  expect(needed.length).toBeGreaterThan(2)
  expect(requiredFields).toEqual(expect.arrayContaining(needed.map((key) => key.id)))
})

test('the fields and discovery inputs of the providers are keys of the manifests, none twice', () => {
  for (const { requiredFields, discovery } of providers) {
    const ids = [
      ...requiredFields,
      ...(discovery.kind === 'computed' ? [discovery.from, discovery.fromMenuBar] : []),
    ]
    expect(ids.filter((id) => keyWithId(id) === undefined)).toEqual([])
    expect(new Set(requiredFields).size).toBe(requiredFields.length)
  }
})

test('the providers are the options of both provider keys, former spellings included', () => {
  for (const key of [
    findKey('com.jamf.connect.login', ['OIDCProvider']),
    findKey('com.jamf.connect', ['IdPSettings', 'Provider']),
  ]) {
    const options = key?.definition.kind === 'choice' ? key.definition.options : {}
    const spelled = Object.entries(options).flatMap(([value, { formerly }]) => [value, ...(formerly ?? [])])
    expect(spelled.sort()).toEqual(providers.flatMap(({ id, formerly }) => [id, ...formerly]).sort())
  }
})

const login = (values: { [key: string]: string }) =>
  discoveryUrl(contextOf(settingsOf({ login: values })))?.url

test('a configured discovery URL comes before what a provider has', () => {
  const settings = settingsOf({ login: { OIDCProvider: 'GoogleID', OIDCDiscoveryURL: 'https://a.test/x' } })
  expect(discoveryUrl(contextOf(settings))).toMatchObject({ url: 'https://a.test/x', source: 'configured' })
})

test('the discovery URL is computed from the tenant however it is written', () => {
  const okta = 'https://acme.okta.com/.well-known/openid-configuration'
  for (const tenant of ['acme', 'acme.okta.com', 'https://acme.okta.com', 'https://acme.okta.com/']) {
    expect(login({ OIDCProvider: 'Okta-OIDC', OIDCTenant: tenant })).toBe(okta)
  }
  expect(login({ OIDCProvider: 'OktaIdentityEngine', OIDCTenant: 'acme.oktapreview.com' })).toBe(
    'https://acme.oktapreview.com/.well-known/openid-configuration',
  )
  expect(login({ OIDCProvider: 'OneLogin', OIDCTenant: 'acme.onelogin.com' })).toBe(
    'https://acme.onelogin.com/oidc/2/.well-known/openid-configuration',
  )
  expect(login({ OIDCProvider: 'Azure', OIDCTenant: 'acme.onmicrosoft.com' })).toBe(
    'https://login.microsoftonline.com/acme.onmicrosoft.com/v2.0/.well-known/openid-configuration',
  )
})

test('the menu bar app computes from its own tenant', () => {
  const settings = settingsOf({ connect: { IdPSettings: { Provider: 'OneLogin', TenantID: 'acme' } } })
  const seen = seenFrom(contextOf(settings), 'com.jamf.connect')
  expect(discoveryUrl(seen)).toEqual({
    url: 'https://acme.onelogin.com/oidc/2/.well-known/openid-configuration',
    formula: 'https://{tenant}.onelogin.com/oidc/2/.well-known/openid-configuration',
    source: 'computed',
  })
})

test('there is no address without a tenant, with a variable for it, or for a provider without discovery', () => {
  expect(login({ OIDCProvider: 'OneLogin' })).toBeUndefined()
  expect(login({ OIDCProvider: 'OneLogin', OIDCTenant: '%TENANT%' })).toBeUndefined()
  expect(login({ OIDCProvider: 'Okta', AuthServer: 'acme.okta.com' })).toBeUndefined()
  expect(login({ OIDCProvider: 'Custom', OIDCTenant: 'acme' })).toBeUndefined()
})

test('both apps call a provider by the same label', () => {
  const menuBar = keyWithId('connect/IdPSettings/Provider')?.definition
  const options = menuBar?.kind === 'choice' ? menuBar.options : {}
  for (const { id, label, formerly } of providers) {
    const [, option] = Object.entries(options).find(([value]) => [id, ...formerly].includes(value)) ?? []
    expect(option?.label).toBe(label)
  }
})
