import { describe, expect, it } from 'vitest'
import type { Issue } from '../../../api/issue'
import type { PlistDict, PlistValue } from '../../../plist/value'
import { mergeLinked } from '../../linked-issues'

const text = (value: string): PlistValue => ({ type: 'string', value })
const dict = (keys: Record<string, PlistValue>): PlistDict => ({
  type: 'dict',
  entries: Object.entries(keys).map(([key, value]) => ({ key, value })),
})
const LOGIN = 'com.jamf.connect.login'
const CONNECT = 'com.jamf.connect'
const settings = (tenant: string, tenantId: string) =>
  new Map([
    [LOGIN, dict({ OIDCTenant: text(tenant) })],
    [CONNECT, dict({ IdPSettings: dict({ TenantID: text(tenantId) }) })],
  ])
const issue = (domain: string, path: string[], rule = 'some-rule'): Issue => ({
  severity: 'error',
  domain,
  path,
  rule,
  message: `${path.join('/')} is odd.`,
  repair: { title: 'Mend it', edits: [{ domain, path, value: text('right') }] },
})
const both = [issue(LOGIN, ['OIDCTenant']), issue(CONNECT, ['IdPSettings', 'TenantID'])]

describe('mergeLinked', () => {
  it('tells a problem of linked keys once, with a repair that mends both', () => {
    const merged = mergeLinked(both, settings('a', 'a'))
    expect(merged).toHaveLength(1)
    expect(merged[0]?.repair?.edits.map(({ domain }) => domain)).toEqual([LOGIN, CONNECT])
  })

  it('keeps the problems of keys whose values differ apart', () => {
    expect(mergeLinked(both, settings('a', 'b'))).toEqual(both)
  })

  it('keeps different rules, and keys that are not linked, apart', () => {
    const issues = [
      issue(LOGIN, ['OIDCTenant']),
      issue(CONNECT, ['IdPSettings', 'TenantID'], 'another-rule'),
      issue(LOGIN, ['OIDCAdmin']),
    ]
    expect(mergeLinked(issues, settings('a', 'a'))).toEqual(issues)
  })

  it('keeps what is said of one of them alone apart', () => {
    const address = { ...both[0], message: 'OIDCTenant is written with https://.' } as Issue
    const slash = { ...both[1], message: 'IdPSettings/TenantID ends in a slash.' } as Issue
    expect(mergeLinked([address, slash], settings('a', 'a'))).toEqual([address, slash])
  })
})
