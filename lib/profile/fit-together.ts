import type { Issue } from '../api/issue'
import { child, equal } from '../plist/tree'
import type { PlistDict } from '../plist/value'
import { checkSettings } from '../products/check'
import { contextOf } from '../products/jamf-connect/context'
import type { ForeignSettings } from '../schema/rules'
import type { Settings } from '../schema/settings'
import { mergedDicts } from './payloads/shapes'

/** What of a profile counts for what it does beside another one. */
export type Part = {
  readonly label: string
  /** PayloadIdentifier; empty for a file that is no profile. */
  readonly identifier: string
  readonly organization: string
  /** PayloadScope; empty where there is none. */
  readonly scope: string
  readonly settings: Settings
  /** The settings that a Mac enforces: all but those that it writes once. */
  readonly forced: Settings
  readonly foreign: readonly ForeignSettings[]
  readonly foreignPayloadTypes: readonly string[]
}

/** How many other profiles are looked at for one: folders hold hundreds that have nothing to do with each other. */
export const MOST = 24

/** Whether another file is a profile that counts beside one, and sets nothing differently. */
export function goTogether(own: Part, other: Part): boolean {
  return reachOneMac(own, other) && fitTogether(own, other)
}

/**
 * Whether two files can be on one Mac for the same settings: two profiles of one scope and organization, of which none
 * replaces the other. A scope that is not given is that of the Mac wherever a device is managed.
 */
function reachOneMac(own: Part, other: Part): boolean {
  const [scope, others] = [own, other].map((each) => each.scope.trim().toLowerCase() || 'system')
  const [from, by] = [own, other].map((each) => each.organization.trim().toLowerCase())
  const oneOrganization = from === by || from === '' || by === ''
  return other.identifier !== '' && own.identifier !== other.identifier && scope === others && oneOrganization
}

/** Each profile is compared with many others, and its settings never change. */
const providers = new WeakMap<PlistDict, Map<string, boolean>>()

/** Whether settings of a domain name an identity provider, by its name or by an address. */
export function namesProvider(domain: string, settings: PlistDict): boolean {
  const known = providers.get(settings) ?? new Map<string, boolean>()
  providers.set(settings, known)
  const named = known.get(domain) ?? contextOf(new Map([[domain, settings]])).provider !== null
  known.set(domain, named)
  return named
}

/** Whether a Mac can have both: no key has two values, and no domain two identity providers. */
export function fitTogether(one: Part, other: Part): boolean {
  return [...one.settings].every(([domain, settings]) => {
    const rival = other.settings.get(domain)
    if (rival === undefined) {
      return true
    }
    const twice = [settings, rival].every((each) => namesProvider(domain, each))
    return (
      !twice &&
      settings.entries.every(({ key, value }) => {
        const there = child(rival, key)
        return there === undefined || equal(there, value)
      })
    )
  })
}

/** What a Mac that has the settings of all of these is told. */
export function checkedTogether(...parts: readonly Part[]): Issue[] {
  const dicts = new Map<string, PlistDict[]>()
  for (const [domain, settings] of parts.flatMap((part) => [...part.settings])) {
    dicts.set(domain, [...(dicts.get(domain) ?? []), settings])
  }
  return checkSettings(new Map([...dicts].map(([domain, all]) => [domain, mergedDicts(all)])), {
    foreign: parts.flatMap(({ foreign }) => foreign),
    foreignPayloadTypes: parts.flatMap(({ foreignPayloadTypes }) => foreignPayloadTypes),
  })
}

/** An issue by its rule and place. */
export const nameOf = ({ rule, domain, path }: Issue) => `${rule} ${domain} ${path.join('/')}`
