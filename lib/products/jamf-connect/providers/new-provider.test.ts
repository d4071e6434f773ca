import { expect, test, vi } from 'vitest'
import type { Condition } from '../../../schema/condition-type'
import { settingsOf } from '../../../schema/fixtures/settings'
import { checkSettings } from '../../check'
import { inWords } from '../in-words'
import { keyWithId } from '../keys'
import { computedRow, explicitRow } from './fixtures/new-rows'
import type { ProviderId } from './provider-rows'

vi.mock('./provider-rows', async (original) => {
  const { providerRows } = await original<typeof import('./provider-rows')>()
  const added = await import('./fixtures/new-rows')
  return { providerRows: { ...providerRows, Gate: added.explicitRow, Wicket: added.computedRow } }
})

type Values = { readonly [key: string]: string | boolean | readonly string[] }

/** The keys that the rule tells about, for both apps with the provider. */
function told(rule: string, id: string, login: Values = {}, promotion: Values = {}, idp: Values = {}) {
  const settings = settingsOf({
    login: { OIDCProvider: id, ...login },
    connect: { IdPSettings: { Provider: id, ...idp }, TemporaryUserPermissions: { ...promotion } },
  })
  return checkSettings(settings).flatMap((issue) => (issue.rule === rule ? [issue.path.join('/')] : []))
}

test('a row with an explicit discovery address is asked for it, and for the clients, in both apps', () => {
  expect(told('required-key', 'Gate').toSorted()).toEqual([
    'IdPSettings/DiscoveryURL',
    'IdPSettings/ROPGID',
    'OIDCClientID',
    'OIDCDiscoveryURL',
  ])
  expect(told('recommended-key', 'Gate').toSorted()).toEqual(['OIDCROPGID', 'OIDCRedirectURI'])
})

test('a row whose address is computed is asked for the tenant instead', () => {
  expect(told('required-key', 'Wicket')).toEqual(
    expect.arrayContaining(['OIDCTenant', 'IdPSettings/TenantID']),
  )
  expect(told('required-key', 'Wicket').filter((path) => path.endsWith('DiscoveryURL'))).toEqual([])
})

test('what a row says it heeds has an effect, and what it says it does not heed has none', () => {
  const login = { ROPGSuccessCodes: ['mfa_required'], UseUserInfo: true, ROPGClientSecret: 'a' }
  const promotion = {
    TemporaryUserPromotion: true,
    VerifyUserPromotion: true,
    VerifyUserPromotionFIDO2: true,
  }
  const codes = { SuccessCodes: ['mfa_required'] }
  const without = (id: string) => told('not-applicable', id, login, promotion, codes).toSorted()
  expect(without('Gate')).toEqual(['TemporaryUserPermissions/VerifyUserPromotionFIDO2'])
  expect(without('Wicket')).toEqual([
    'IdPSettings/SuccessCodes',
    'ROPGClientSecret',
    'ROPGSuccessCodes',
    'TemporaryUserPermissions/VerifyUserPromotion',
    'TemporaryUserPermissions/VerifyUserPromotionFIDO2',
    'UseUserInfo',
  ])
})

test('sentences and empty fields know it', () => {
  const discovery = keyWithId('login/OIDCDiscoveryURL')?.definition
  expect(inWords(discovery?.required as Condition)).toBe(
    'when the identity provider is PingFederate, Custom or Gate',
  )
  const client = keyWithId('login/OIDCClientID')?.definition
  const placeholders: { readonly [id: string]: string | undefined } | undefined =
    client?.kind === 'string' ? client.placeholders : undefined
  expect(placeholders?.['Gate' as ProviderId]).toBe(explicitRow.examples.clientId)
  expect(placeholders).not.toHaveProperty('Wicket')
  expect(computedRow.examples).toEqual({})
})
