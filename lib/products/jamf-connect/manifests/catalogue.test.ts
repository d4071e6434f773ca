import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { Condition } from '../../../schema/condition-type'
import { helpIn, sectionSource } from '../../../schema/help'
import type { KeyDefinition, Keys, Manifest } from '../../../schema/manifest'
import { catalogue as known } from '../keys'
import { connect } from './com.jamf.connect'
import { actions } from './com.jamf.connect.actions'
import { authchanger } from './com.jamf.connect.authchanger'
import { shares } from './com.jamf.connect.shares'
import { corrected, type Row } from './fixtures/catalogue-row'
import { help } from './help'

/** What stands beside the key, without the source of its section. */
const ownHelp = (domain: string, path: readonly string[]) => {
  const key = known.findKey(domain, path)
  return key && helpIn(help, key)
}

const pageOf = (domain: string, section: string) => {
  const manifest = domains.find((each) => each.domain === domain)?.id ?? ''
  return sectionSource(help, { manifest: { id: manifest }, section: { id: section } })
}

type Entry = { readonly domain: string; readonly path: string; readonly definition: KeyDefinition }

const catalogue = fileURLToPath(new URL('../../../../../shared/reference/keys.json', import.meta.url))
const present = existsSync(catalogue)
const read: readonly Row[] = present ? JSON.parse(readFileSync(catalogue, 'utf8')) : []
const rows = read.map(corrected)
const suite = present ? describe : describe.skip

const domains: readonly Manifest[] = [connect, actions, shares, authchanger]
const places = ({ domain, path }: { domain: string; path: readonly string[] }) =>
  `${domain}:${path.join('/')}`
const retiredRow = (row: Row) =>
  row.legacy ||
  row.readOnly ||
  row.aliasOf !== undefined ||
  row.misplacedOf !== undefined ||
  row.path[0] === '_manualProfile'

function entriesOf(keys: Keys, domain: string, parent: readonly string[]): Entry[] {
  return Object.entries(keys).flatMap(([name, definition]) => {
    const path = [...parent, name]
    const entry = { domain, path: path.join('/'), definition }
    switch (definition.kind) {
      case 'dictionary':
        return [entry, ...entriesOf(definition.keys, domain, path)]
      case 'dictionary-list':
        return [entry, ...entriesOf(definition.keys, domain, [...path, '[]'])]
      default:
        return [entry]
    }
  })
}

const sections = domains.flatMap(({ domain, sections }) => sections.map((section) => ({ domain, section })))
const entries = sections.flatMap(({ domain, section }) =>
  entriesOf(section.keys, domain, section.dictionary === undefined ? [] : [section.dictionary]),
)
const dictionaries = new Set(
  sections.flatMap(({ domain, section }) =>
    section.dictionary === undefined ? [] : [`${domain}:${section.dictionary}`],
  ),
)
const byPlace = new Map(entries.map((entry) => [`${entry.domain}:${entry.path}`, entry.definition]))

/** Rows that have an entry of their own: a section is the dict of its keys, a string map that of any key. */
const ownRows = rows.filter(
  (row) =>
    domains.some(({ domain }) => domain === row.domain) &&
    !retiredRow(row) &&
    row.path.at(-1) !== '*' &&
    !dictionaries.has(places(row)),
)

function plistType(definition: KeyDefinition): string {
  switch (definition.kind) {
    case 'choice':
      return definition.as ?? 'string'
    case 'file':
      return definition.as
    case 'string-list':
      return 'array of string'
    case 'dictionary-list':
      return 'array of dict'
    case 'dictionary':
    case 'string-map':
      return 'dict'
    case 'unconfirmed':
      return definition.types[0] ?? 'none'
    default:
      return definition.kind
  }
}

const EVERY = [
  'EntraID',
  'GoogleID',
  'IBMCI',
  'Okta',
  'OktaIdentityEngine',
  'Okta-OIDC',
  'OneLogin',
  'PingFederate',
  'Custom',
]

/** Provider names in a condition, wherever they stand; "always" means each of them. */
function providersIn(condition: Condition | undefined): string[] {
  if (condition === undefined) {
    return []
  }
  if (condition === 'always') {
    return EVERY
  }
  if ('provider' in condition) {
    return [...condition.provider]
  }
  const parts = 'any' in condition ? condition.any : 'all' in condition ? condition.all : []
  return parts.flatMap(providersIn)
}

/** Values that only an older document has: https://docs.jamf.com/jamf-connect/1.18.1/administrator-guide/authchanger.html */
const OF_OLDER_DOCUMENTS = ['JamfConnectLogin:DeMobilize,privileged']

const named = (providers: readonly string[]) => (providers.includes('all') ? EVERY : providers).toSorted()
const table = <T>(pairs: readonly (readonly [string, T])[]) =>
  Object.fromEntries(pairs.toSorted(([left], [right]) => left.localeCompare(right)))

/** A fact of every row beside the same fact of its entry, as two tables that have to be equal. */
function compare<T>(ofRow: (row: Row) => T, ofEntry: (definition: KeyDefinition, row: Row) => T) {
  const wanted = table(ownRows.map((row) => [places(row), ofRow(row)] as const))
  const found = table(
    ownRows.flatMap((row) => {
      const definition = byPlace.get(places(row))
      return definition === undefined ? [] : [[places(row), ofEntry(definition, row)] as const]
    }),
  )
  expect(ownRows.length).toBeGreaterThan(130)
  expect(found).toEqual(wanted)
}

suite('manifests beside the catalogue (skipped where ../shared/reference/keys.json is absent)', () => {
  it('has an entry for every row, and none besides', () => {
    expect(entries.map(({ domain, path }) => `${domain}:${path}`).toSorted()).toEqual(
      ownRows.map(places).toSorted(),
    )
    expect(byPlace.size).toBe(entries.length)
  })

  it('has a dict row for every section that is a dictionary', () => {
    const dicts = rows.filter(({ type }) => type === 'dict').map(places)
    expect([...dictionaries].filter((place) => !dicts.includes(place))).toEqual([])
  })

  it('stores every key with the type of its row', () => {
    compare(
      ({ type, items }) => (items === null ? type : `${type} of ${items}`),
      (definition) => plistType(definition),
    )
  })

  it('accepts the further types of its row', () => {
    compare(
      ({ alsoAccept }) => [...(alsoAccept ?? [])].toSorted(),
      (definition) => {
        const types = definition.kind === 'unconfirmed' ? definition.types.slice(1) : []
        return [...types, ...(definition.alsoAccept ?? [])].toSorted()
      },
    )
  })

  it('marks exactly the secret and the sensitive keys', () => {
    compare(
      (row) => [row.secret, row.sensitive === true],
      (definition) => [definition.secret === true, definition.sensitive === true],
    )
  })

  it('requires and recommends keys for the providers of the row', () => {
    compare(
      (row) => [named(row.requiredFor), named(row.recommendedFor)],
      ({ required, recommended }) => [named(providersIn(required)), named(providersIn(recommended))],
    )
  })

  it('applies to the providers of the row', () => {
    const inherited = (row: Row) => byPlace.get(places({ ...row, path: row.path.slice(0, -1) }))?.appliesWhen
    compare(
      ({ idps }) => named(idps),
      ({ appliesWhen }, row) => named(providersIn(appliesWhen ?? inherited(row) ?? 'always')),
    )
  })

  it('offers the values of the row, earlier spellings included', () => {
    compare(
      (row) =>
        [...new Set([...(row.enum ?? []).map(String), ...Object.keys(row.enumAliases ?? {})])].toSorted(),
      (definition) => {
        const options = 'options' in definition ? (definition.options ?? {}) : {}
        return Object.entries(options)
          .flatMap(([value, { formerly }]) => [value, ...(formerly ?? [])])
          .filter((value) => !OF_OLDER_DOCUMENTS.includes(value))
          .toSorted()
      },
    )
  })

  it('leaves the lists open that the catalogue leaves open', () => {
    const open = (definition: KeyDefinition) => 'open' in definition && definition.open === true
    const closed = ownRows.filter(
      (row) => row.enumOpen === true && !open(byPlace.get(places(row)) as KeyDefinition),
    )
    expect(closed.map(places)).toEqual([])
  })

  it('knows the default and the unit of the row', () => {
    compare(
      (row) => [row.default === null ? null : String(row.default), row.unit ?? null],
      (definition) => [
        'default' in definition && definition.default !== undefined ? String(definition.default) : null,
        'unit' in definition ? (definition.unit ?? null) : null,
      ],
    )
  })

  it('rests on the evidence of the row, and calls a key unverified when its type is a guess', () => {
    const guessed = (row: Row) =>
      rows.some(
        (other) => other.typeInferred === true && [places(row), `${places(row)}/*`].includes(places(other)),
      )
    compare(
      (row) => (guessed(row) ? 'unverified' : row.evidence),
      ({ evidence }) => evidence,
    )
    expect(ownRows.filter(guessed).length).toBe(4)
  })

  it('says what is uncertain about every unverified key', () => {
    const unverified = entries.filter(({ definition }) => definition.evidence === 'unverified')
    expect(
      unverified.filter(({ domain, path }) => ownHelp(domain, path.split('/'))?.note === undefined),
    ).toEqual([])
  })

  it('names a source of the row, the current documentation first', () => {
    const source = (row: Row) => {
      const section = sections.find(
        ({ domain, section: { dictionary, keys } }) =>
          domain === row.domain &&
          (dictionary === undefined ? (row.path[0] ?? '') in keys : dictionary === row.path[0]),
      )
      const parents = row.path.map((_, index) => ownHelp(row.domain, row.path.slice(0, -index)))
      const nearest = [ownHelp(row.domain, row.path), ...parents].find((help) => help?.source !== undefined)
      return nearest?.source ?? pageOf(row.domain, section?.section.id ?? '')
    }
    const addresses = (row: Row) =>
      row.sources.flatMap((text) => {
        const [repository] = text.match(/(?<=^github:)[\w.-]+\/[\w.-]+/) ?? []
        return repository === undefined
          ? text.startsWith('http')
            ? [text]
            : []
          : [`https://github.com/${repository}`]
      })
    const best = (row: Row) => {
      const known = addresses(row)
      const first = known.filter((address) => address.startsWith('https://learn.jamf.com/'))
      const second = known.filter((address) => /^https:..docs\.jamf\.com.*.jamf-connect.[2-9]/.test(address))
      return [first, second, known].find((list) => list.length > 0) ?? []
    }
    const strange = ownRows.filter((row) => !best(row).includes(source(row)))
    expect(strange.map((row) => `${places(row)} ${source(row)} ${best(row).join(' ')}`)).toEqual([])
  })
})
