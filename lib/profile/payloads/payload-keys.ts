import { child } from '../../plist/tree'
import type { PlistDict, PlistEntry, PlistPath, PlistValue } from '../../plist/value'

/** The type of payloads that hold preferences of any domain ("Custom Settings"). */
export const MANAGED_PREFERENCES = 'com.apple.ManagedClient.preferences'

/** States of a domain inside a managed-preferences payload; Forced values cannot be changed by the user. */
export const PREFERENCE_STATES = ['Forced', 'Set-Once'] as const
export const PREFERENCE_SETTINGS = 'mcx_preference_settings'

/**
 * Keys that every payload may have and that are no settings: CommonPayloadKeys of
 * https://github.com/apple/device-management and those that Jamf and other tools write beside them.
 */
export const commonPayloadKeys: readonly string[] = [
  'PayloadDescription',
  'PayloadDisplayName',
  'PayloadEnabled',
  'PayloadIdentifier',
  'PayloadOrganization',
  'PayloadRemovalDisallowed',
  'PayloadScope',
  'PayloadType',
  'PayloadUUID',
  'PayloadVersion',
]

const common: ReadonlySet<string> = new Set(commonPayloadKeys)

/** Whether a key belongs to the payload whatever its type, and is no setting. Asked of every key at every key press. */
export const isCommonPayloadKey = (key: string): boolean => common.has(key)

/** What a payload of managed preferences holds beside its domains and the keys of every payload. */
export function strayMembers(payload: PlistDict): readonly PlistEntry[] {
  return payload.entries.filter(({ key }) => key !== 'PayloadContent' && !isCommonPayloadKey(key))
}

/** A payload dictionary and where it is. */
export type Payload = { readonly path: PlistPath; readonly type: string; readonly dict: PlistDict }

/**
 * All payloads of a profile in the order of the file: the dictionaries in PayloadContent, and those of a profile that
 * stands among them. A list called PayloadContent in any other payload is one of its settings. A dictionary that is one
 * payload without a profile around it counts as well.
 */
export function payloadsOf(root: PlistValue): Payload[] {
  if (child(root, 'PayloadContent')?.type === 'array') {
    return payloadsIn(root, [])
  }
  return root.type === 'dict' && isLonePayload(root)
    ? [{ path: [], type: textOf(root, 'PayloadType'), dict: root }]
    : []
}

/** The text of a string entry; empty when there is none. */
export function textOf(dict: PlistValue | undefined, key: string): string {
  const value = child(dict, key)
  return value?.type === 'string' ? value.value : ''
}

function payloadsIn(holder: PlistValue, path: PlistPath): Payload[] {
  const content = child(holder, 'PayloadContent')
  if (content?.type !== 'array') {
    return []
  }
  return content.items.flatMap((dict, index) => {
    const at = [...path, 'PayloadContent', index]
    if (dict.type !== 'dict') {
      return []
    }
    const own = { path: at, type: textOf(dict, 'PayloadType'), dict }
    return holdsPayloads(dict) ? [own, ...payloadsIn(dict, at)] : [own]
  })
}

/** Whether the PayloadContent of a payload is a list of payloads: it is a profile, or all that it lists are payloads. */
export function holdsPayloads(payload: PlistDict): boolean {
  const content = child(payload, 'PayloadContent')
  if (content?.type !== 'array') {
    return false
  }
  const arePayloads = content.items.every(
    (item) =>
      textOf(item, 'PayloadType') !== '' &&
      (child(item, 'PayloadUUID') !== undefined || child(item, 'PayloadIdentifier') !== undefined),
  )
  return textOf(payload, 'PayloadType') === 'Configuration' || (content.items.length > 0 && arePayloads)
}

/** Whether this is a payload that was saved without its profile: it has a type of its own and no list of payloads. */
export function isLonePayload(root: PlistValue): boolean {
  const type = textOf(root, 'PayloadType')
  return (
    type !== '' &&
    type !== 'Configuration' &&
    child(root, 'PayloadContent')?.type !== 'array' &&
    child(root, 'PayloadUUID')?.type === 'string'
  )
}
