import { expect, test } from 'vitest'
import { allKeys } from '../products/keys'
import { searchKeys } from '../products/search'

const best = (query: string) => searchKeys(query)[0]?.key.id

test('a key is found by its name, by parts of it in any order, by label and by other labels', () => {
  expect(best('OIDCDiscoveryURL')).toBe('login/OIDCDiscoveryURL')
  expect(best('url oidc disc')).toBe('login/OIDCDiscoveryURL')
  expect(best('kerberos realm')).toBe('connect/Kerberos/Realm')
  expect(best('offline mfa')).toBe('login/OfflineMFA')
  expect(best('IdPSettings/ROPGID')).toBe('connect/IdPSettings/ROPGID')
  expect(searchKeys('openid connect provider').map(({ key }) => key.id)).toContain('login/OIDCProvider')
})

test('a key whose name is the query comes before keys that merely mention it', () => {
  expect(best('migrate')).toBe('login/Migrate')
  expect(best('denylocal')).toBe('login/DenyLocal')
})

test('every word has to lead somewhere', () => {
  expect(searchKeys('discovery zebra')).toEqual([])
  expect(searchKeys('   ')).toEqual([])
})

test('a key press takes less than a millisecond over all keys', () => {
  searchKeys('warm up')
  const queries = ['d', 'di', 'dis', 'disc', 'discovery url of the identity']
  const rounds = Array.from({ length: 20 }, () => {
    const start = performance.now()
    queries.map((query) => searchKeys(query, allKeys))
    return (performance.now() - start) / queries.length
  })
  // The best round is what the code takes; the others are what else the machine does.
  expect(Math.min(...rounds)).toBeLessThan(1)
})
