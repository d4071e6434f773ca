import { expect, test } from 'vitest'
import { placeholderOf } from '../../../schema/placeholder'
import { sampleIn } from '../../../schema/samples'
import { allKeys, keyWithId } from '../keys'
import { tenantFlaw } from '../providers/identifiers'
import { providers } from '../providers/providers'
import { clientIds, tenants } from './examples'

const GUID = /^[0-9a-f]{8}-/

test('an empty field shows an example of the provider that is chosen, and none of another', () => {
  const client = keyWithId('login/OIDCClientID')?.definition ?? expect.fail()
  const tenant = keyWithId('connect/IdPSettings/TenantID')?.definition ?? expect.fail()
  expect(placeholderOf(client, 'EntraID')).toMatch(GUID)
  expect(placeholderOf(client, 'Okta-OIDC')).toMatch(/^0oa/)
  expect(placeholderOf(tenant, 'OktaIdentityEngine')).toBe('example.okta.com')
  expect(placeholderOf(client, 'OneLogin')).toBeUndefined()
  expect(placeholderOf(client, null)).toMatch(GUID)
})

test('no field of another provider shows a GUID, which is what Entra ID gives out', () => {
  const shown = providers
    .filter(({ id }) => id !== 'EntraID')
    .flatMap(({ id, requiredFields }) =>
      requiredFields.map((key) => placeholderOf(keyWithId(key)?.definition ?? expect.fail(), id) ?? ''),
    )
  expect(shown.filter((example) => GUID.test(example))).toEqual([])
})

test('an example has the form that its provider asks for, and is told when it is taken over', () => {
  for (const { id } of providers) {
    const tenant = tenants.placeholders[id]
    expect(tenant === undefined ? null : tenantFlaw(id, tenant), id).toBeNull()
  }
  const client = keyWithId('login/OIDCClientID')?.definition ?? expect.fail()
  for (const id of ['EntraID', 'Okta-OIDC'] as const) {
    expect(sampleIn(clientIds.placeholders[id] ?? '', 'OIDCClientID', client)).toBe('sample')
  }
})

test('an example for providers stands beside one for all, for the key reference', () => {
  const keys = allKeys.filter(({ definition }) => definition.placeholders !== undefined)
  expect(keys.length).toBeGreaterThan(5)
  expect(keys.filter(({ definition }) => definition.placeholder === undefined)).toEqual([])
})
