import { expect, test } from 'vitest'
import { type Plain, payload, profile, uuids } from './fixtures/sample-trees'
import { libraryIssues } from './in-library'
import { findSettings } from './payloads/shapes'
import { memberOf } from './together'

const LOGIN = 'com.jamf.connect.login'
const CONNECT = 'com.jamf.connect'

let next = 1
const fresh = () => uuids.login.replace(/.{4}$/, String(1000 + next++))

function member(
  organization: string,
  domains: { [domain: string]: Plain },
  outer: { [key: string]: Plain } = {},
) {
  const uuid = fresh()
  const payloads = Object.entries(domains).map(([domain, settings]) =>
    payload(domain, fresh(), settings as { [key: string]: Plain }),
  )
  const identity = { PayloadIdentifier: `org.example.${uuid}`, PayloadUUID: uuid }
  const root = profile(payloads, { ...identity, PayloadOrganization: organization, ...outer })
  return memberOf(uuid, { root, places: findSettings(root) })
}

const found = (...members: ReturnType<typeof member>[]) =>
  libraryIssues(members).map(({ rule, member: at, other }) => [rule, at, other])

const login = (client: string, tenant: string, more: { [key: string]: Plain } = {}) => ({
  [LOGIN]: { OIDCProvider: 'EntraID', OIDCClientID: client, OIDCTenant: tenant, DenyLocal: true, ...more },
})
const menuBar = (client: string, tenant: string) => ({
  [CONNECT]: { IdPSettings: { Provider: 'EntraID', ROPGID: client, TenantID: tenant } },
})

test('profiles of different organizations are compared by their identifiers only', () => {
  const same = { PayloadIdentifier: 'org.example.signin' }
  expect(found(member('North', login('a', 'x')), member('South', menuBar('b', 'y')))).toEqual([])
  expect(found(member('North', login('a', 'x'), same), member('South', menuBar('b', 'y'), same))).toEqual([
    ['identifier-of-another-profile', 1, 0],
  ])
})

test('a tenant that differs between login window and menu bar of one organization is told', () => {
  expect(found(member('North', login('a', 'x')), member('north', menuBar('a', 'y')))).toEqual([
    ['linked-key-of-another-profile', 1, 0],
  ])
})

test('two complete profiles for different applications are for different people', () => {
  expect(
    found(member('North', login('a', 'x')), member('North', login('b', 'y', { DenyLocal: false }))),
  ).toEqual([])
})

test('two that are not finished yet are for different people as well', () => {
  const google = { [LOGIN]: { OIDCProvider: 'GoogleID', DenyLocal: false } }
  const entra = { [LOGIN]: { OIDCProvider: 'EntraID', DenyLocal: true } }
  expect(found(member('', google), member('', entra), member('', entra))).toEqual([])
})

test('two for the same application, and an addition to another profile, are compared', () => {
  expect(found(member('', login('a', 'x')), member('', login('a', 'x', { DenyLocal: false })))).toEqual([
    ['setting-of-another-profile', 1, 0],
  ])
  expect(found(member('', login('a', 'x')), member('', { [LOGIN]: { OIDCTenant: 'y' } }))).toEqual([
    ['setting-of-another-profile', 1, 0],
    ['add-on-profile', 1, 0],
  ])
})

test('an addition without a provider is told of once, as advice', () => {
  const all = libraryIssues([member('', login('a', 'x')), member('', { [LOGIN]: { Migrate: true } })])
  expect(all).toHaveLength(1)
  expect(all[0]).toMatchObject({ severity: 'advice', rule: 'add-on-profile', member: 1, other: 0 })
})
