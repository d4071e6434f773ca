import fc from 'fast-check'
import { expect, test } from 'vitest'
import { equal, without, withValue } from '../plist/tree'
import type { PlistDict, PlistPath, PlistValue } from '../plist/value'
import { allKeys } from '../products/keys'
import { mergeLinked } from '../products/linked-issues'
import { applyEdits } from './edit'
import { dict, profile } from './fixtures/sample-trees'
import { inspect } from './inspect'
import { newPayload } from './payloads/build'
import { findSettings, settingsByDomain } from './payloads/shapes'
import { issuesTogether, memberOf } from './together'

const today = new Date('2026-11-22T10:00:00Z')
const GUID = '5f2c0a3e-77d1-4b6a-9c0e-2d41f3a9b870'

/** A value of every type, and those that stand at the edges of one. */
const values: readonly PlistValue[] = [
  { type: 'string', value: 'x' },
  { type: 'string', value: '' },
  { type: 'string', value: 'https://id.fabrikam.test' },
  { type: 'boolean', value: true },
  { type: 'integer', value: 7n },
  { type: 'real', value: 0.5 },
  { type: 'date', value: 86_400 },
  { type: 'data', value: new Uint8Array([1, 2, 3]) },
  { type: 'array', items: [] },
  {
    type: 'array',
    items: [
      { type: 'string', value: 'y' },
      { type: 'boolean', value: false },
    ],
  },
  { type: 'array', items: [{ type: 'dict', entries: [] }] },
  { type: 'dict', entries: [] },
  dict({ Provider: 'Okta', Name: 'z', Domain: 4 }),
]

const stations: readonly { readonly [domain: string]: PlistDict }[] = [
  {
    'com.jamf.connect.login': dict({
      OIDCProvider: 'EntraID',
      OIDCClientID: GUID,
      OIDCROPGID: GUID,
      OIDCTenant: 'fabrikam.test',
      ROPGSuccessCodes: ['AADSTS50076'],
      ScriptPath: '/usr/local/a.sh',
    }),
    'com.jamf.connect': dict({ IdPSettings: { Provider: 'EntraID', ROPGID: GUID } }),
    'com.jamf.connect.authchanger': dict({ Arguments: ['-reset'] }),
  },
  {
    'com.jamf.connect.login': dict({ OIDCProvider: 'Okta', AuthServer: 'fabrikam.okta.com' }),
    'com.jamf.connect': dict({ TenantID: 'fabrikam.okta.com', AutoOpenAppAtLogin: true }),
    'com.jamf.connect.actions': dict({ Actions: [{ Name: 'a' }] }),
    'com.jamf.connect.shares': dict({ Shares: [{ URL: 'smb://a/b' }] }),
  },
]

/** Every key, and every dictionary and list above one, as places of a domain. */
const places = [
  ...new Map(
    allKeys.flatMap(({ domain, path }) =>
      path.map((_, at) => {
        const place: PlistPath = path.slice(0, at + 1).map((step) => (step === '[]' ? 0 : step))
        return [`${domain} ${place.join('/')}`, { domain, place }] as const
      }),
    ),
  ).values(),
]

/** A profile of the settings, in which one place of a domain holds a value, whatever stood there. */
function holding(
  station: { readonly [domain: string]: PlistDict },
  edits: readonly { readonly domain: string; readonly place: PlistPath; readonly value: PlistValue }[],
): PlistValue {
  const all: { [domain: string]: PlistValue } = { ...station }
  for (const { domain, place, value } of edits) {
    try {
      all[domain] = withValue(all[domain] ?? dict({}), place, value)
    } catch {
      // Something that was written before is no dictionary.
    }
  }
  return withValue(profile([]), ['PayloadContent'], {
    type: 'array',
    items: Object.entries(all).map(([domain, settings], at) =>
      newPayload('direct', domain, settings as PlistDict, {
        identifier: `com.example.${domain}`,
        uuid: GUID.replace(/^./, String(at)),
      }),
    ),
  })
}

/** Checks the profile and makes every repair that is offered; `again` checks what comes out of each. */
function survives(root: PlistValue, again = false): void {
  const found = look(root)
  for (const { rule, message, repair } of found) {
    expect(message, rule).toMatch(/\S/)
    if (repair !== undefined) {
      const after = applyEdits(root, repair.edits)
      expect(equal(after, root), `${rule}: ${repair.title}`).toBe(false)
      if (again) {
        look(after)
      }
    }
  }
}

function look(root: PlistValue) {
  const places = findSettings(root)
  const settings = settingsByDomain(root, places)
  const issues = mergeLinked(inspect(root, { settings, places, today }), settings)
  const member = memberOf('a', { root, places })
  issuesTogether([member, { ...member, label: 'b', identifier: 'other' }])
  return issues
}

test('a key of any type gives a check that ends, and repairs that can be made', () => {
  let round = 0
  for (const { domain, place } of places) {
    for (const [at, value] of values.entries()) {
      if (at % 3 === round % 3) {
        survives(holding(stations[at % 2] ?? {}, [{ domain, place, value }]))
      }
    }
    round += 1
  }
}, 120_000)

test('several of them together do too, and so do keys that are gone', () => {
  const edit = fc.record({ at: fc.constantFrom(...places), value: fc.constantFrom(...values) })
  fc.assert(
    fc.property(
      fc.constantFrom(...stations),
      fc.array(edit, { minLength: 2, maxLength: 8 }),
      (station, edits) => {
        const root = holding(
          station,
          edits.map(({ at, value }) => ({ ...at, value })),
        )
        survives(root, true)
        survives(without(root, ['PayloadContent', 0, 'OIDCProvider']))
      },
    ),
    { numRuns: 100 },
  )
}, 120_000)
