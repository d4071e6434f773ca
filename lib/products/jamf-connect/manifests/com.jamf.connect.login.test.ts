import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import type { Condition } from '../../../schema/condition-type'
import type { KeyDefinition, Keys, Section } from '../../../schema/manifest'
import { helpAt } from '../../help'
import type { ProviderId } from '../providers/provider-rows'
import { login } from './com.jamf.connect.login'

const providerIds: readonly ProviderId[] = [
  'EntraID',
  'Okta',
  'OktaIdentityEngine',
  'Okta-OIDC',
  'GoogleID',
  'IBMCI',
  'OneLogin',
  'PingFederate',
  'Custom',
]

type Entry = { readonly path: string; readonly definition: KeyDefinition; readonly section: Section }

const sections: readonly Section[] = login.sections
const entries = sections.flatMap((section) => entriesIn(section.keys, section))
const entryAt = new Map(entries.map((entry) => [entry.path, entry]))

function entriesIn(keys: Keys, section: Section, parent = ''): Entry[] {
  return Object.entries(keys).flatMap(([name, definition]) => {
    const path = `${parent}${name}`
    const inner = definition.kind === 'dictionary' ? entriesIn(definition.keys, section, `${path}/`) : []
    return [{ path, definition, section }, ...inner]
  })
}

/** The providers with which the condition can hold; what it says about keys is taken as `ofKeys`. */
function providersOf(condition: Condition | undefined, ofKeys: boolean): ProviderId[] {
  const can = (each: Condition, id: ProviderId): boolean => {
    if (each === 'always') return true
    if ('provider' in each) return each.provider.includes(id)
    if ('all' in each) return each.all.every((part) => can(part, id))
    if ('any' in each) return each.any.some((part) => can(part, id))
    return 'not' in each ? !can(each.not, id) : ofKeys
  }
  return condition === undefined ? [] : providerIds.filter((id) => can(condition, id))
}

// https://docs.jamf.com/jamf-connect/2.0.0/administrator-guide/Authentication_Settings.html for the six providers of
// 2.0; tenant of OneLogin: https://docs.jamf.com/jamf-connect/2.6.0/documentation/Authentication_Settings.html
test.each<[ProviderId, string[]]>([
  ['EntraID', ['OIDCClientID']],
  ['Okta', ['AuthServer']],
  ['OktaIdentityEngine', ['OIDCClientID', 'OIDCTenant']],
  ['Okta-OIDC', ['OIDCClientID', 'OIDCROPGID', 'OIDCTenant']],
  ['GoogleID', ['OIDCClientID', 'OIDCClientSecret']],
  ['IBMCI', ['OIDCClientID', 'OIDCTenant']],
  ['OneLogin', ['OIDCClientID', 'OIDCTenant']],
  ['PingFederate', ['OIDCClientID', 'OIDCDiscoveryURL']],
  ['Custom', ['OIDCClientID', 'OIDCDiscoveryURL', 'OIDCRedirectURI']],
])('requires for %s what the login window cannot do without', (provider, names) => {
  const required = entries.filter(({ definition }) =>
    providersOf(definition.required, false).includes(provider),
  )
  expect(required.map(({ path }) => path).sort()).toEqual([...names, 'OIDCProvider'].sort())
})

test('never requires or recommends a key with a provider it does not apply to', () => {
  const contradicting = entries.filter(({ definition: { appliesWhen, required, recommended } }) => {
    const applies = providersOf(appliesWhen ?? 'always', true)
    const asked = [...providersOf(required, false), ...providersOf(recommended, false)]
    return asked.some((id) => !applies.includes(id))
  })
  expect(contradicting.map(({ path }) => path)).toEqual([])
})

test('marks every client secret as a credential, and nothing else', () => {
  const secret = entries.filter(({ definition }) => definition.secret)
  expect(secret.map(({ path }) => path).sort()).toEqual([
    'AuthUIOIDCClientSecret',
    'OIDCClientSecret',
    'ROPGClientSecret',
  ])
})

type Row = {
  readonly domain: string
  readonly path: readonly string[]
  readonly type: string
  readonly enum?: readonly string[] | null
  readonly enumOpen?: boolean
  readonly default: unknown
  readonly label: string
  readonly labelAlt?: readonly string[]
  readonly tab: string
  readonly typeInferred?: boolean
  readonly idps: readonly string[]
  readonly requiredFor?: readonly string[]
  readonly recommendedFor?: readonly string[]
  readonly alsoAccept?: readonly string[]
  readonly secret?: boolean
  readonly sensitive?: boolean
  readonly evidence: string
  readonly sources: readonly string[]
  readonly legacy?: boolean
  readonly readOnly?: boolean
  readonly misplacedOf?: string
}

const catalog = fileURLToPath(new URL('../../../../../shared/reference/keys.json', import.meta.url))
const hasCatalog = existsSync(catalog)

describe.skipIf(!hasCatalog)(
  'login beside the catalogue (skipped where ../shared/reference/keys.json is absent)',
  () => {
    const all: readonly Row[] = hasCatalog ? JSON.parse(readFileSync(catalog, 'utf8')) : []
    const rows = all.filter(
      ({ domain, path, legacy, readOnly, misplacedOf }) =>
        domain === login.domain && !legacy && !readOnly && !misplacedOf && path[0] !== '_manualProfile',
    )
    const pairs = rows.flatMap((row) => {
      const entry = entryAt.get(row.path.join('/'))
      return entry === undefined ? [] : [{ row, ...entry }]
    })
    const disagreeing = (agrees: (pair: (typeof pairs)[number]) => boolean) =>
      pairs.filter((pair) => !agrees(pair)).map(({ path }) => path)

    test('on the keys there are', () => {
      expect(entries.map(({ path }) => path).sort()).toEqual(rows.map(({ path }) => path.join('/')).sort())
    })

    test('on the property-list type, the further types and the default', () => {
      expect(
        disagreeing(({ row, definition }) => typeOf(definition) === (row.typeInferred ? '?' : row.type)),
      ).toEqual([])
      expect(disagreeing(({ row, definition }) => same(definition.alsoAccept, row.alsoAccept))).toEqual([])
      expect(
        disagreeing(({ row, definition }) => defaultOf(definition) === (row.default ?? undefined)),
      ).toEqual([])
    })

    test('on the values of a choice, former spellings included', () => {
      expect(
        disagreeing(({ row, definition }) => same(valuesOf(definition, row.enum ?? []), row.enum ?? [])),
      ).toEqual([])
      expect(disagreeing(({ row, definition }) => 'open' in definition === (row.enumOpen === true))).toEqual(
        [],
      )
    })

    test('on the providers that a key is for, required for and recommended for', () => {
      const forAll = (ids: readonly string[] = []) => (ids.includes('all') ? providerIds : ids)
      expect(
        disagreeing(({ row, definition }) =>
          same(providersOf(definition.appliesWhen ?? 'always', true), forAll(row.idps)),
        ),
      ).toEqual([])
      expect(
        disagreeing(({ row, definition }) =>
          same(providersOf(definition.required, false), forAll(row.requiredFor)),
        ),
      ).toEqual([])
      expect(
        disagreeing(({ row, definition }) =>
          same(providersOf(definition.recommended, false), forAll(row.recommendedFor)),
        ),
      ).toEqual([])
    })

    test('on what is a credential or sensitive', () => {
      expect(
        disagreeing(({ row, definition }) => (definition.secret ?? false) === (row.secret ?? false)),
      ).toEqual([])
      expect(
        disagreeing(({ row, definition }) => (definition.sensitive ?? false) === (row.sensitive ?? false)),
      ).toEqual([])
    })

    test('on the labels that a key is found by', () => {
      expect(
        disagreeing(({ row, definition }) => {
          const { alsoCalled = [] } = helpAt('com.jamf.connect.login', row.path) ?? {}
          const names = [definition.title, ...alsoCalled].map((name) => name.toLowerCase())
          const labels = [row.label, ...(row.labelAlt ?? [])].map((name) => name.toLowerCase())
          return labels.every((label) => names.includes(label))
        }),
      ).toEqual([])
    })

    test('on the evidence, and on a source that is among those of the row', () => {
      expect(
        disagreeing(
          ({ row, definition }) => definition.evidence === (row.typeInferred ? 'unverified' : row.evidence),
        ),
      ).toEqual([])
      expect(
        disagreeing(({ row }) => {
          const source = helpAt('com.jamf.connect.login', row.path)?.source ?? ''
          return row.sources.map(addressOf).includes(source)
        }),
      ).toEqual([])
    })

    test('on the tab', () => {
      const tabs: Record<string, string> = { 'Identity Provider': 'identity-provider', Login: 'login' }
      expect(
        disagreeing(({ row, definition, section }) => (definition.tab ?? section.tab) === tabs[row.tab]),
      ).toEqual([])
    })
  },
)

function typeOf(definition: KeyDefinition): string {
  const types = {
    'string-list': 'array',
    'dictionary-list': 'array',
    dictionary: 'dict',
    'string-map': 'dict',
  }
  const { kind } = definition
  if (kind === 'choice' || kind === 'file') return definition.as ?? 'string'
  if (kind === 'unconfirmed') return '?'
  return kind === 'string' || kind === 'boolean' || kind === 'integer' || kind === 'real' ? kind : types[kind]
}

function valuesOf(definition: KeyDefinition, asked: readonly string[]): readonly string[] {
  const options = 'options' in definition ? (definition.options ?? {}) : {}
  return Object.entries(options).flatMap(([value, { formerly = [] }]) => [
    value,
    ...formerly.filter((spelling) => asked.includes(spelling)),
  ])
}

function defaultOf(definition: KeyDefinition): unknown {
  return 'default' in definition ? definition.default : undefined
}

function same(some: readonly string[] = [], others: readonly string[] = []): boolean {
  return [...some].sort().join('\n') === [...others].sort().join('\n')
}

/** "github:owner/name and/a/file" is written as the address of the repository. */
function addressOf(source: string): string {
  return source.replace(/^github:([^/ ]+\/[^/@ ]+).*$/, 'https://github.com/$1')
}
