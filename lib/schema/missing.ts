import type { Issue } from '../api/issue'
import { valueAt } from '../plist/tree'
import type { PlistDict, PlistPath } from '../plist/value'
import { holdingPart, holds } from './condition'
import type { Condition } from './condition-type'
import { inWords } from './condition-words'
import type { Faults } from './faults'
import type { KnownKey } from './keys'
import { type Judged, type Role, seenBy, type View } from './rules'
import { type Settings, settingAt } from './settings'
import { nameOfPath } from './words'

const demanding = new WeakMap<Judged, readonly KnownKey[]>()

function demandingOf(product: Judged): readonly KnownKey[] {
  const known =
    demanding.get(product) ??
    product.catalogue.allKeys.filter(({ definition }) => definition.required ?? definition.recommended)
  demanding.set(product, known)
  return known
}

/**
 * The keys of one domain that are required or recommended and not configured. With what is wrong with other values, none
 * of those is offered.
 */
export function missingKeys(
  product: Judged,
  domain: string,
  settings: Settings,
  faults: Faults = [],
): Issue[] {
  const { demands } = product
  const root: PlistDict = settings.get(domain) ?? { type: 'dict', entries: [] }
  const role = demands?.roleOf(root, domain, settings) ?? 'main'
  const view = seenBy(product, settings)
  return role === 'companion'
    ? []
    : demandingOf(product)
        .filter((key) => key.domain === domain)
        .filter((key) => role === 'main' || demands?.isFirst(key) === true || key.path.includes('[]'))
        .flatMap((key) =>
          placesOf(key, root).flatMap((path) =>
            missing(key, path, { product, settings, view, role, faults }),
          ),
        )
}

type In = {
  readonly product: Judged
  readonly settings: Settings
  readonly view: View
  readonly role: Role
  readonly faults: Faults
}

function missing(key: KnownKey, path: PlistPath, { product, settings, view, role, faults }: In): Issue[] {
  const { demands } = product
  const value = settingAt(settings, key.domain, path)
  const empty = value?.type === 'string' && value.value.trim() === ''
  if (value !== undefined && !empty) {
    return []
  }
  const { required, recommended } = key.definition
  const seen = view(key.domain, path)
  const needed = required !== undefined && holds(required, seen)
  const wise = recommended !== undefined && holds(recommended, seen) && !empty
  const condition = needed ? required : wise ? recommended : undefined
  if (condition === undefined || demands?.isNeedless(key, settings) === true) {
    return []
  }
  const unclear = role === 'unclear'
  const severity = needed && !unclear ? ('error' as const) : ('advice' as const)
  const rule = needed ? 'required-key' : 'recommended-key'
  const message =
    unclear && needed && demands !== undefined
      ? demands.whenUnclear(nameOfPath(path))
      : sentence(key, path, { needed, empty, reason: holdingPart(condition, seen) })
  const repair = demands?.repairFor(key, settings, faults)
  return [{ severity, domain: key.domain, path, rule, message, ...(repair === undefined ? {} : { repair }) }]
}

type Said = { readonly needed: boolean; readonly empty: boolean; readonly reason: Condition }

function sentence({ product }: KnownKey, path: PlistPath, { needed, empty, reason }: Said): string {
  const name = nameOfPath(path)
  const state = empty ? 'is empty' : 'is not configured'
  const verb = needed ? `${product.reader} needs it` : 'It is recommended'
  const inList = path.some((step) => typeof step === 'number')
  const when =
    reason === 'always' ? (inList ? ' in every entry' : '') : ` ${inWords(reason, product.providers)}`
  return `${name} ${state}. ${verb}${when}.`
}

/** Where the key would stand: once, or once in each element of a list; nowhere while a dictionary around it is absent or none. */
function placesOf(key: KnownKey, root: PlistDict): PlistPath[] {
  const depth = key.section.dictionary?.split('/').length ?? 0
  let places: PlistPath[] = [[]]
  for (const [index, step] of key.path.entries()) {
    places = places.flatMap((place) => {
      const here = valueAt(root, place)
      if (step === '[]') {
        return here?.type === 'array' ? here.items.map((_, at) => [...place, at]) : []
      }
      const makes = here === undefined && index <= depth
      return here?.type === 'dict' || makes ? [[...place, step]] : []
    })
  }
  return places
}
