import { describe, expect, test } from 'vitest'
import { findIssuesInText } from '@/components/open-profile/find-issues'
import { writeXml } from '../../plist/xml/writer'
import { applyEdits } from '../../profile/edit'
import { findSettings, settingsByDomain } from '../../profile/payloads/shapes'
import { profileFor } from '../../profile/template'
import { holds } from '../../schema/condition'
import { schemaFor } from '../../schema/value-schema'
import { firstKeyOf } from '../templates'
import { contextOf, seenFrom } from './context'
import { findKey, keyWithId } from './keys'
import { linkOf } from './links/linked'
import type { KeyId } from './manifests/key-ids'
import { providers } from './providers/providers'
import { type TemplateRow, templateRows } from './template-rows'
import { templates } from './templates'

const rows: [string, TemplateRow][] = Object.entries(templateRows)
/** Rules that say that something is still to be filled in. */
const TO_FILL = ['required-key', 'recommended-key', 'placeholder-value']

/** The key at a place as a row names it: of linked keys the first, unless the other has a line of its own. */
function idAt(domain: string | null, path: readonly (string | number)[], named: object): string {
  const id = findKey(domain ?? '', path)?.id ?? String(path)
  return Object.hasOwn(named, id) ? id : (linkOf(id)?.keys[0] ?? id)
}

describe.each(rows)('the template %s', (id, row) => {
  const root = profileFor(id, { name: 'Acme' })
  const settings = settingsByDomain(root, findSettings(root))
  const context = contextOf(settings)

  test('sets keys that are heeded with its provider, to values that they can have', () => {
    const edits = templates.find((each) => each.id === id)?.edits() ?? []
    expect(edits.length).toBeGreaterThan(2)
    for (const { domain, path, value } of edits) {
      const key = findKey(domain ?? '', path) ?? expect.fail(`${path} is no key`)
      expect(value && schemaFor(key).safeParse(value).success, key.id).toBe(true)
      expect(
        key.appliesWhen === undefined || holds(key.appliesWhen, seenFrom(context, key.domain)),
        key.id,
      ).toBe(true)
    }
    expect(context.provider).toBe(row.provider)
  })

  test('is told nothing but what is still to be filled in, and says what that is', () => {
    const issues = findIssuesInText(writeXml(root), '')
    expect(issues.filter(({ rule }) => !TO_FILL.includes(rule))).toEqual([])
    const told = issues.map(({ domain, path }) => idAt(domain, path, row.toFill))
    expect(Object.keys(row.toFill)).toEqual(expect.arrayContaining(told))
    expect(told).toEqual(expect.arrayContaining(Object.keys(row.toFill)))
  })

  test('is opened at the first key that is to be filled in, else at the first that it sets', () => {
    const [first = Object.keys(row.sets)[0]] = Object.keys(row.toFill)
    expect(firstKeyOf(id)).toBe(first)
  })

  test('has a sentence, a source, and clauses for keys', () => {
    expect(row.purpose).toMatch(/^[A-Z].*\.$/)
    for (const note of row.notes) {
      expect(note).toMatch(/^[A-Z].*\.$/)
    }
    expect(row.source).toMatch(/^https:\/\//)
    for (const [key, what] of Object.entries(row.toFill)) {
      expect(keyWithId(key), key).toBeDefined()
      expect(what).toMatch(/^[a-z].*[^.]$/)
    }
  })
})

const GUID = '5f2c0a3e-77d1-4b6a-9c0e-2d41f3a9b870'
const TENANT = '7c1d9b52-3a0f-4e86-b5d7-08f2e9a4c613'
const SCOPES = `api://${GUID}/jamfconnect+openid+email+profile`
const ADDRESS = 'https://adfs.northwind.test/adfs/.well-known/openid-configuration'

test.each<[string, { [id in KeyId]?: string }]>([
  [
    'entra-conditional-access',
    {
      'login/OIDCClientID': GUID,
      'login/OIDCROPGID': GUID,
      'connect/IdPSettings/ROPGID': GUID,
      'login/OIDCTenant': TENANT,
      'login/ROPGTenant': TENANT,
      'connect/IdPSettings/TenantID': TENANT,
      'login/ROPGScopes': SCOPES,
      'connect/IdPSettings/Scopes': SCOPES,
    },
  ],
  [
    'okta-two-applications',
    {
      'login/OIDCClientID': '0oa3kq9ZtWb2LmXr5h7',
      'login/OIDCROPGID': '0oa9pd4YcVn8RsTf1h7',
      'connect/IdPSettings/ROPGID': '0oa9pd4YcVn8RsTf1h7',
      'login/OIDCTenant': 'northwind.okta.com',
      'connect/IdPSettings/TenantID': 'northwind.okta.com',
    },
  ],
  [
    'ad-fs-hybrid',
    {
      'login/OIDCClientID': '9b1f8f3e-0c52-4b57-a1e0-6a5f8f0f6b11',
      'login/OIDCTenant': TENANT,
      'login/OIDCROPGID': GUID,
      'connect/IdPSettings/ROPGID': GUID,
      'login/ROPGDiscoveryURL': ADDRESS,
      'connect/IdPSettings/DiscoveryURL': ADDRESS,
    },
  ],
  ['privilege-elevation', {}],
])('the template %s is told nothing when it is filled in', (id, values) => {
  const edits = Object.entries(values).map(([key, value]) => {
    const { domain, path } = keyWithId(key) ?? expect.fail(key)
    return { domain, path, value: { type: 'string', value } as const }
  })
  const root = applyEdits(profileFor(id, { name: 'Acme' }), edits)
  expect(findIssuesInText(writeXml(root), '')).toEqual([])
})

test('a provider with which OIDCNewPassword decides has it written out, and no other has', () => {
  for (const { id, localPassword } of providers) {
    const edits = templates.find((each) => each.id === id)?.edits() ?? []
    const value = edits.find(({ path }) => path[0] === 'OIDCNewPassword')?.value
    const expected = { configured: false, separate: true, typed: undefined }[localPassword]
    expect(value?.type === 'boolean' ? value.value : undefined, id).toBe(expected)
  }
})

test('a provider alone is opened at the first field that is left empty', () => {
  const opened = Object.fromEntries(
    templates.filter(({ purpose }) => purpose === undefined).map(({ id }) => [id, firstKeyOf(id)]),
  )
  expect(opened).toEqual({
    ...Object.fromEntries(providers.map(({ id }) => [id, 'login/OIDCClientID'])),
    Okta: 'login/AuthServer',
  })
})

test('no template is called as another one', () => {
  const ids = templates.map(({ id }) => id.toLowerCase())
  expect(new Set(ids).size).toBe(ids.length)
  expect(new Set(templates.map(({ title }) => title)).size).toBe(ids.length)
})
