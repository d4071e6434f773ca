import type { PlistDict, PlistEntry, PlistValue } from '../../plist/value'
import { domainTitle } from '../../products/domains'
import { isCommonPayloadKey, MANAGED_PREFERENCES, PREFERENCE_SETTINGS } from './payload-keys'

/** A string node. */
export const text = (value: string): PlistValue => ({ type: 'string', value })
export const flag = (value: boolean): PlistValue => ({ type: 'boolean', value })
export const whole = (value: number): PlistValue => ({ type: 'integer', value: BigInt(value) })

/** A dictionary with its keys in alphabetical order, as Jamf Connect Configuration writes them. */
function sortedDict(entries: readonly PlistEntry[]): PlistDict {
  return { type: 'dict', entries: entries.toSorted((left, right) => (left.key < right.key ? -1 : 1)) }
}

/** A dictionary from a record, in the record's order. */
export function dictOf(values: { readonly [key: string]: PlistValue }): PlistDict {
  return { type: 'dict', entries: Object.entries(values).map(([key, value]) => ({ key, value })) }
}

/** Identifier and UUID of a payload. */
export type PayloadIdentity = {
  readonly identifier: string
  readonly uuid: string
  readonly organization?: string
}

/** The keys that every payload for a domain gets. */
function payloadKeys(domain: string, type: string, identity: PayloadIdentity): readonly PlistEntry[] {
  return dictOf({
    PayloadDisplayName: text(domainTitle(domain)),
    PayloadEnabled: flag(true),
    PayloadIdentifier: text(identity.identifier),
    ...(identity.organization ? { PayloadOrganization: text(identity.organization) } : {}),
    PayloadType: text(type),
    PayloadUUID: text(identity.uuid),
    PayloadVersion: whole(1),
  }).entries
}

/**
 * A payload whose type is the domain, the settings beside the Payload keys: all in alphabetical order when the settings
 * are, else the settings in their own order behind. A stray setting with the name of a Payload key (Jamf Pro leaves its
 * PayloadUUID there) gives way to the payload's own.
 */
export function directPayload(common: readonly PlistEntry[], settings: PlistDict): PlistDict {
  const own = settings.entries.filter(({ key }) => !isCommonPayloadKey(key))
  const sorted = own.every(({ key }, index) => index === 0 || (own[index - 1]?.key ?? '') <= key)
  const entries = [...common, ...own]
  return sorted ? sortedDict(entries) : { type: 'dict', entries }
}

/** A managed-preferences payload that forces the settings of one domain. */
function managedPayload(common: readonly PlistEntry[], domain: string, settings: PlistDict): PlistDict {
  return sortedDict([...common, { key: 'PayloadContent', value: forced(domain, settings) }])
}

/** A new payload with settings, in either form. */
export function newPayload(
  form: 'direct' | 'managed-preferences',
  domain: string,
  settings: PlistDict,
  identity: PayloadIdentity,
): PlistDict {
  return form === 'direct'
    ? directPayload(payloadKeys(domain, domain, identity), settings)
    : managedPayload(payloadKeys(domain, MANAGED_PREFERENCES, identity), domain, settings)
}

/** What stands under PayloadContent to force the settings of one domain. */
export function forced(domain: string, settings: PlistDict): PlistDict {
  return dictOf({
    [domain]: dictOf({ Forced: { type: 'array', items: [dictOf({ [PREFERENCE_SETTINGS]: settings })] } }),
  })
}
