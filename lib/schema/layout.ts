import { seenFrom } from '../products/jamf-connect/context'
import { fieldsWithoutProvider, providerOf } from '../products/jamf-connect/providers/providers'
import { holds } from './condition'
import { allKeys, type KnownKey, keyWithId } from './keys'
import type { Tab } from './manifest'
import { searchKeys } from './search'
import { type Context, settingAt } from './settings'

/** One panel of the editor. */
export type Group = {
  /** Stable and unique within its tab. */
  readonly id: string
  readonly title: string
  readonly source?: string
  readonly description?: string
  readonly fields: readonly KnownKey[]
}

export type LayoutOptions = {
  readonly tab: Tab
  readonly configuredOnly?: boolean
  readonly query?: string
}

/**
 * The panels of one tab for the settings of the context, those without a field left out. On the identity provider tab
 * the Required panel comes first, with the fields of the provider in the order of Jamf Connect Configuration. A key
 * that does not apply is shown only while it is configured.
 */
export function layout(context: Context, { tab, configuredOnly, query }: LayoutOptions): Group[] {
  const required = tab === 'identity-provider' ? requiredFields(context) : []
  const groups = [
    { id: 'required', title: 'Required', description: requiredDescription(context), fields: required },
    ...groupsOf(tabFields(tab).filter((key) => !required.includes(key))),
  ]
  const asked = query === undefined || query.trim() === '' ? null : matches(query)
  const shown = (key: KnownKey) =>
    (asked === null || asked.has(key)) &&
    (isConfigured(key, context) || (configuredOnly !== true && applies(key, context)))
  return groups
    .map((group) => ({ ...group, fields: group.fields.filter(shown) }))
    .filter((group) => group.fields.length > 0)
}

/** Whether Jamf Connect heeds the key with the settings of the context. */
function applies(key: KnownKey, context: Context): boolean {
  return key.appliesWhen === undefined || holds(key.appliesWhen, seenFrom(context, key.domain))
}

/** Whether the key, which is not one inside a list, has a value. */
function isConfigured(key: KnownKey, context: Context): boolean {
  return settingAt(context.settings, key.domain, key.path) !== undefined
}

/** Keys that are a field of their own: what is inside a list belongs to the list, a dictionary is only its keys. */
const fields = allKeys.filter(
  ({ path, definition }) => !path.includes('[]') && definition.kind !== 'dictionary',
)

function tabFields(tab: Tab): readonly KnownKey[] {
  return fields.filter((key) => key.tab === tab)
}

function requiredFields({ provider }: Context): readonly KnownKey[] {
  const ids = provider === null ? fieldsWithoutProvider : providerOf(provider).requiredFields
  return ids.map(keyWithId).filter((key) => key !== undefined)
}

function requiredDescription({ provider }: Context): string {
  return provider === null
    ? 'Choose the identity provider first: what else is needed depends on it.'
    : `What Jamf Connect needs to sign users in with ${providerOf(provider).label}.`
}

/** What the chosen provider can do without stands among the advanced settings. */
function groupOf({ group }: KnownKey): string {
  return group === 'Required' ? 'Advanced OIDC' : group
}

function groupsOf(keys: readonly KnownKey[]): Group[] {
  return [...new Set(keys.map(groupOf))].map((title) => {
    const own = keys.filter((key) => groupOf(key) === title)
    const section = own.find((key) => (key.section.group ?? key.section.title) === title)?.section
    const facts = section === undefined ? {} : { source: section.source, description: section.description }
    return { id: slug(title), title, ...facts, fields: own }
  })
}

function matches(query: string): ReadonlySet<KnownKey> {
  return new Set(searchKeys(query, fields).map(({ key }) => key))
}

function slug(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}
