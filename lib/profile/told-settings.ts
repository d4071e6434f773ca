import { valueAt } from '../plist/tree'
import type { PlistDict, PlistPath, PlistValue } from '../plist/value'
import { PROFILE, profileKeys } from '../products/apple/profile-keys'
import { fieldKeys } from '../products/field-keys'
import { knownDomains, manifests } from '../products/keys'
import { layout, tabsFor } from '../products/layout'
import { walk } from '../products/walk'
import { outsideLists } from '../schema/keys'
import type { KeyDefinition } from '../schema/manifest'
import type { Settings } from '../schema/settings'
import { HIDDEN, shownAddress } from '../schema/shown-address'
import { inWords } from './compare/told'
import { foreignPayloads } from './payloads/shapes'
import { secretsOf } from './secrets'

/** One setting as somebody reads it who has no Latchkey. Nothing of a credential is in it. */
export type ToldSetting = {
  /** Domain and path: one of its kind in a profile. */
  readonly id: string
  /** What the form calls the key; null for keys that it does not have. */
  readonly title: string | null
  readonly name: string
  /** The whole value, a line for each part of it. */
  readonly lines: readonly string[]
}

/** Settings that stand together in the form. */
export type ToldGroup = { readonly title: string; readonly settings: readonly ToldSetting[] }

type Told = { readonly root: PlistValue; readonly settings: Settings; readonly fileName: string }

/**
 * Everything that a profile sets, in words and in the order of the form: the profile itself, the keys of each tab, keys
 * that no manifest knows, and payloads of others by name. `settings` are those by domain, `fileName` tells the domain of
 * a bare property list.
 */
export function toldSettings({ root, settings, fileName }: Told): ToldGroup[] {
  const secrets = new Set(secretsOf(root, fileName).map(({ path }) => valueAt(root, path)))
  const tell = (domain: string, path: PlistPath, value: PlistValue, definition?: KeyDefinition) => ({
    id: `${domain}/${path.join('/')}`,
    title: definition?.title ?? null,
    name: path.join('/'),
    lines: definition?.secret ? [HIDDEN] : linesOf(value, { secrets, definition }),
  })
  return [
    ofProfile(root, tell),
    ...toldOnce(ofTabs(settings, tell)),
    ...ofStrangers(settings, tell),
    ofOthers(root),
  ].filter((group) => group.settings.length > 0)
}

/** How many keys of the form have a value, and of how many: what the editor counts as configured. */
export function configuredKeys(settings: Settings): { readonly count: number; readonly of: number } {
  const configured = fieldKeys.filter(({ domain, path }) => {
    const dict = settings.get(domain)
    return dict !== undefined && valueAt(dict, path) !== undefined
  })
  return { count: configured.length, of: fieldKeys.length }
}

/** The form shows what a provider requires in a group of its own as well; here each setting stands where it comes first. */
function toldOnce(groups: readonly ToldGroup[]): ToldGroup[] {
  const told = new Set<string>()
  return groups.map((group) => ({
    ...group,
    settings: group.settings.filter(({ id }) => {
      const isFirst = !told.has(id)
      told.add(id)
      return isFirst
    }),
  }))
}

type Tell = (domain: string, path: PlistPath, value: PlistValue, definition?: KeyDefinition) => ToldSetting

function ofProfile(root: PlistValue, tell: Tell): ToldGroup {
  const found = Object.entries(profileKeys).flatMap(([key, definition]) => {
    const value = valueAt(root, [key])
    return value === undefined ? [] : [tell(PROFILE, [key], value, definition as KeyDefinition)]
  })
  return { title: 'Profile', settings: found }
}

function ofTabs(settings: Settings, tell: Tell): ToldGroup[] {
  return tabsFor(settings).flatMap((tab) =>
    layout({ settings }, { tab: tab.id, configuredOnly: true }).map(({ title, fields }) => ({
      title: `${tab.title} › ${title}`,
      settings: fields.flatMap(({ domain, path, definition }) => {
        const dict = settings.get(domain)
        const value = dict && valueAt(dict, path)
        return value === undefined ? [] : [tell(domain, path, value, definition)]
      }),
    })),
  )
}

/** Keys that the form does not have, outside of lists, which are told whole; they stay in the profile as they are. */
function ofStrangers(settings: Settings, tell: Tell): ToldGroup[] {
  return [...settings].map(([domain, root]) => ({
    title: knownDomains.includes(domain) ? `Other keys of ${titleOf(domain)}` : domain,
    settings: strangersIn(domain, root)
      .filter(({ path }) => outsideLists(path) === path)
      .map(({ path, value }) => tell(domain, path, value)),
  }))
}

/** Of a domain without a manifest, such as that of a former version, all. */
const strangersIn = (domain: string, root: PlistDict) =>
  knownDomains.includes(domain)
    ? walk.strayKeys({ settings: new Map([[domain, root]]) }, [domain])
    : root.entries.map(({ key, value }) => ({ path: [key], value }))

const titleOf = (domain: string) => manifests.find((manifest) => manifest.domain === domain)?.title ?? domain

function ofOthers(root: PlistValue): ToldGroup {
  return {
    title: 'Payloads of other products',
    settings: foreignPayloads(root).map(({ path, type, displayName }) => ({
      id: path.join('/'),
      title: displayName || null,
      name: type,
      lines: ['Kept as it is.'],
    })),
  }
}

type Reader = {
  readonly secrets: ReadonlySet<PlistValue | undefined>
  readonly definition?: KeyDefinition | undefined
}

/** The lines of a value; of what stands in lists and dictionaries, indented ones. */
function linesOf(value: PlistValue, reader: Reader): string[] {
  if (reader.secrets.has(value)) {
    return [HIDDEN]
  }
  if (value.type === 'array') {
    return value.items.length === 0
      ? ['Empty list']
      : value.items.flatMap((item, at) => inner(linesOf(item, { secrets: reader.secrets }), `${at + 1}. `))
  }
  if (value.type === 'dict') {
    return value.entries.length === 0
      ? ['Empty dictionary']
      : value.entries.flatMap((entry) =>
          inner(linesOf(entry.value, { secrets: reader.secrets }), `${entry.key}: `),
        )
  }
  return [single(value, reader.definition)]
}

/** Several lines stand under the mark of what they belong to, one beside it. */
const inner = (lines: readonly string[], mark: string): string[] =>
  lines.length === 1 ? [`${mark}${lines[0]}`] : [mark.trimEnd(), ...lines.map((line) => `  ${line}`)]

function single(value: PlistValue, definition: KeyDefinition | undefined): string {
  if (value.type === 'boolean') {
    return switchInWords(value.value, definition)
  }
  return value.type === 'string' ? textInWords(value.value, definition) : inWords(value)
}

function switchInWords(on: boolean, definition: KeyDefinition | undefined): string {
  const reading = definition?.kind === 'boolean' ? definition : null
  const state = on ? 'On' : 'Off'
  return reading ? `${state}: ${on ? reading.on : reading.off}` : state
}

function textInWords(text: string, definition: KeyDefinition | undefined): string {
  const option = definition?.kind === 'choice' ? definition.options[text] : undefined
  if (option !== undefined && option.label !== text) {
    return `${option.label} (${text})`
  }
  return text === '' ? 'Empty text' : shownAddress(text)
}
