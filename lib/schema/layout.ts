import { holds } from './condition'
import type { KnownKey } from './keys'
import { type Lead, type Product, seenBy, type View } from './rules'
import { type Settings, settingAt } from './settings'

/** One panel of the editor. */
export type Group = {
  /** Stable and unique within its tab. */
  readonly id: string
  readonly title: string
  readonly description?: string
  readonly fields: readonly KnownKey[]
}

export type LayoutOptions = {
  readonly tab: string
  readonly configuredOnly?: boolean
  /** What a search has found: nothing else is shown. */
  readonly among?: ReadonlySet<KnownKey>
  /** Shown although it may not apply: somebody wants to see it. */
  readonly also?: KnownKey | undefined
}

/**
 * The panels of one tab for the settings, those without a field left out. The panel of what is needed comes first where
 * the product has one for the tab. A key that does not apply is shown only while it is configured.
 */
export function layoutOf(
  product: Product,
  settings: Settings,
  { tab, configuredOnly, among, also }: LayoutOptions,
): Group[] {
  const lead = product.lead?.(settings)
  const first = lead?.tab === tab ? fieldsOf(lead, product) : []
  const groups = [
    ...(lead === undefined
      ? []
      : [{ id: slug(lead.title), title: lead.title, description: lead.description, fields: first }]),
    ...groupsOf(
      fieldsIn(product).filter((key) => key.tab === tab && !first.includes(key)),
      lead,
    ),
  ]
  const view = seenBy(product, settings)
  const shown = (key: KnownKey) =>
    among?.has(key) !== false &&
    (key === also ||
      settingAt(settings, key.domain, key.path) !== undefined ||
      (configuredOnly !== true && applies(key, view)))
  return groups
    .map((group) => ({ ...group, fields: group.fields.filter(shown) }))
    .filter((group) => group.fields.length > 0)
}

/** Whether the row of another key is called as that of this one. */
export function isAlike({ id, definition }: KnownKey, among: readonly Group[]): boolean {
  return among.some((group) =>
    group.fields.some((other) => other.id !== id && other.definition.title === definition.title),
  )
}

/** Whether the key is heeded with the settings. */
export function applies(key: KnownKey, view: View): boolean {
  return key.appliesWhen === undefined || holds(key.appliesWhen, view(key.domain))
}

const fields = new WeakMap<Product, readonly KnownKey[]>()

/** Keys that are a field of their own: what is inside a list belongs to the list, a dictionary is only its keys. */
function fieldsIn(product: Product): readonly KnownKey[] {
  const known =
    fields.get(product) ??
    product.catalogue.allKeys.filter(
      ({ path, definition }) => !path.includes('[]') && definition.kind !== 'dictionary',
    )
  fields.set(product, known)
  return known
}

function fieldsOf({ keys }: Lead, { catalogue }: Product): readonly KnownKey[] {
  return keys.map(catalogue.keyWithId).filter((key) => key !== undefined)
}

/** What can be done without with these settings stands in a panel of another title than the first. */
function groupsOf(keys: readonly KnownKey[], lead: Lead | undefined): Group[] {
  const groupOf = ({ group }: KnownKey) => (group === lead?.title ? lead.otherwise : group)
  return [...new Set(keys.map(groupOf))].map((title) => {
    const own = keys.filter((key) => groupOf(key) === title)
    const section = own.find((key) => (key.section.group ?? key.section.title) === title)?.section
    const facts = section === undefined ? {} : { description: section.description }
    return { id: slug(title), title, ...facts, fields: own }
  })
}

function slug(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}
