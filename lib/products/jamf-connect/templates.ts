import type { Edit } from '../../api/issue'
import type { PlistValue } from '../../plist/value'
import { holds } from '../../schema/condition'
import type { KnownKey } from '../../schema/keys'
import { mended } from '../../schema/mend'
import type { Template } from '../../schema/rules'
import { contextOf, type JamfContext, seenFrom } from './context'
import { findKey, keyWithId } from './keys'
import { linkedEdits, linkOf } from './links/linked'
import type { KeyId } from './manifests/key-ids'
import { type Provider, providerOf, providers } from './providers/providers'
import { type TemplateRow, templateRows } from './template-rows'

const rows: Readonly<Record<string, TemplateRow>> = templateRows

/** A template for each identity provider, in the order in which a picker offers them, then those that go further. */
export const templates: readonly Template[] = [
  ...providers.map((provider) => ({
    id: provider.id,
    title: provider.label,
    provider: provider.id,
    ...firstToFill(provider),
    edits: () => editsFor(provider),
  })),
  ...Object.entries(rows).map(([id, row]) => ({
    id,
    title: row.title,
    purpose: row.purpose,
    toFill: entriesOf(row.toFill).map(({ key: { domain, path }, value }) => ({
      domain,
      path,
      name: path.join('/'),
      what: value,
    })),
    notes: row.notes,
    source: row.source,
    ...(row.provider === null ? {} : { provider: row.provider }),
    edits: () => [
      ...(row.provider === null ? [] : editsFor(providerOf(row.provider))),
      ...entriesOf(row.sets).map(({ key, value }) => ({
        domain: key.domain,
        path: key.path,
        value: plainValue(value),
      })),
    ],
  })),
]

/** The entries of a table of keys, each with what is known of its key. Throws RangeError for an id that no key has. */
function entriesOf<V>(
  table: { readonly [id in KeyId]?: V },
): { readonly key: KnownKey; readonly value: V }[] {
  return Object.entries<V>(table as Readonly<Record<string, V>>).map(([id, value]) => {
    const key = keyWithId(id)
    if (key === undefined) {
      throw new RangeError(`No key is called ${id}.`)
    }
    return { key, value }
  })
}

function plainValue(value: boolean | number | string): PlistValue {
  if (typeof value === 'boolean') {
    return { type: 'boolean', value }
  }
  return typeof value === 'number' ? { type: 'integer', value: BigInt(value) } : { type: 'string', value }
}

/**
 * The provider in the login window and in Self Service+, and those keys of the provider's Required group that have the
 * same value everywhere.
 */
function editsFor(provider: Provider): Edit[] {
  const chosen = choiceOf(provider)
  return [
    ...chosen,
    ...wantedKeys(provider, chosen)
      .map((key) => ({ domain: key.domain, path: key.path, value: startingValue(key) }))
      .filter(({ value }) => value !== null),
    ...ownPassword(provider),
  ]
}

/**
 * Where OIDCNewPassword decides which password the account gets, it is written out: what its absence means differs between
 * versions. Off is what today's reference takes it for.
 * https://learn.jamf.com/r/en-US/jamf-connect-documentation-current/Initial_Password_Settings
 */
function ownPassword({ localPassword }: Provider): Edit[] {
  const key = keyWithId('login/OIDCNewPassword' satisfies KeyId)
  return key === undefined || localPassword !== 'configured'
    ? []
    : [{ domain: key.domain, path: key.path, value: { type: 'boolean', value: false } }]
}

/** The first key that the provider asks for and that only the administrator knows. */
function firstToFill(provider: Provider): Pick<Template, 'opensAt'> {
  const chosen = choiceOf(provider)
  const isChosen = (key: KnownKey) => chosen.some(({ path, domain }) => findKey(`${domain}`, path) === key)
  const first = wantedKeys(provider, chosen).find((key) => !isChosen(key) && startingValue(key) === null)
  return first === undefined ? {} : { opensAt: first }
}

function choiceOf({ id }: Provider): Edit[] {
  const link = linkOf('login/OIDCProvider' satisfies KeyId)
  return link ? linkedEdits(link, { type: 'string', value: id }) : []
}

/** The keys of the Required group that are required or recommended with the provider. */
function wantedKeys({ requiredFields }: Provider, chosen: readonly Edit[]): KnownKey[] {
  const empty = new Map(chosen.map(({ domain }) => [`${domain}`, { type: 'dict', entries: [] } as const]))
  const context = contextOf(mended(empty, { edits: chosen }))
  return requiredFields
    .map(keyWithId)
    .filter((key) => key !== undefined)
    .filter((key) => isWanted(key, context))
}

function isWanted({ definition, domain }: KnownKey, context: JamfContext): boolean {
  const conditions = [definition.required, definition.recommended]
  return conditions.some(
    (condition) => condition !== undefined && holds(condition, seenFrom(context, domain)),
  )
}

/** A documented default is written out; a switch that is recommended for a provider is one to switch on. */
function startingValue({ definition }: KnownKey): PlistValue | null {
  if (definition.kind === 'boolean') {
    return { type: 'boolean', value: true }
  }
  return definition.kind === 'string' && definition.default !== undefined
    ? { type: 'string', value: definition.default }
    : null
}
