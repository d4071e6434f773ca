import { withValue } from '../plist/tree'
import type { PlistDict, PlistValue } from '../plist/value'
import { dictOf, flag, text, whole } from './payloads/build'
import { payloadsOf, textOf } from './payloads/payload-keys'
import { isProfile } from './payloads/shapes'
import { isUuid, type NewUuid, randomUuid } from './uuid'

/** What a new profile is called and who issues it. `form` is for the payloads made with it. */
export type ProfileIdentity = {
  readonly name: string
  readonly organization?: string
  readonly form?: 'direct' | 'managed-preferences'
  /** Random when absent. */
  readonly newUuid?: NewUuid
}

/**
 * A profile without payloads that macOS and an MDM accept: the outer keys of Jamf Connect Configuration, in its
 * alphabetical order, identifier equal to the UUID. Keys: https://developer.apple.com/documentation/devicemanagement/toplevel
 */
export function newProfile({ name, organization, newUuid = randomUuid }: ProfileIdentity): PlistDict {
  const uuid = newUuid()
  return dictOf({
    PayloadContent: { type: 'array', items: [] },
    PayloadDescription: text('Jamf Connect settings'),
    PayloadDisplayName: text(name),
    PayloadEnabled: flag(true),
    PayloadIdentifier: text(uuid),
    ...(organization ? { PayloadOrganization: text(organization) } : {}),
    PayloadRemovalDisallowed: flag(true),
    PayloadScope: text('System'),
    PayloadType: text('Configuration'),
    PayloadUUID: text(uuid),
    PayloadVersion: whole(1),
  })
}

/** The same profile under another name; a bare property list has none and stays as it is. */
export function renameProfile(root: PlistValue, name: string): PlistValue {
  return isProfile(root) ? withValue(root, ['PayloadDisplayName'], text(name)) : root
}

/**
 * The profile as a new one of its own, for duplicates: the PayloadUUID and PayloadIdentifier of the profile and of each
 * payload are new, identifiers keep their reverse-DNS beginning, and every text that is exactly an old UUID names the
 * new one. Nothing else changes. A bare property list has no identity and stays as it is.
 */
export function withNewIdentity(root: PlistValue, newUuid: NewUuid = randomUuid): PlistValue {
  if (!isProfile(root)) {
    return root
  }
  const holders = [{ path: [], dict: root }, ...payloadsOf(root)]
  const renamed = new Map<string, string>()
  for (const { dict } of holders) {
    for (const old of [textOf(dict, 'PayloadUUID'), textOf(dict, 'PayloadIdentifier')]) {
      if (isUuid(old) && !renamed.has(old)) {
        renamed.set(old, newUuid())
      }
    }
  }
  const identifiers = new Map<string, string>()
  let tree = rewritten(root, renamed)
  for (const { path, dict } of holders) {
    const uuid = textOf(dict, 'PayloadUUID')
    const identifier = textOf(dict, 'PayloadIdentifier')
    if (uuid && !isUuid(uuid)) {
      tree = withValue(tree, [...path, 'PayloadUUID'], text(newUuid()))
    }
    if (identifier && !isUuid(identifier)) {
      const fresh = identifiers.get(identifier) ?? newIdentifier(identifier, renamed, newUuid)
      identifiers.set(identifier, fresh)
      tree = withValue(tree, [...path, 'PayloadIdentifier'], text(fresh))
    }
  }
  return tree
}

/** Only whole texts are references: a UUID inside a longer text may be anything. Untouched parts stay the same object. */
function rewritten(node: PlistValue, renamed: ReadonlyMap<string, string>): PlistValue {
  if (node.type === 'string') {
    const fresh = renamed.get(node.value)
    return fresh === undefined ? node : text(fresh)
  }
  if (node.type === 'array') {
    const items = node.items.map((item) => rewritten(item, renamed))
    return items.every((item, index) => item === node.items[index]) ? node : { type: 'array', items }
  }
  if (node.type === 'dict') {
    const entries = node.entries.map(({ key, value }) => ({ key, value: rewritten(value, renamed) }))
    return entries.every(({ value }, index) => value === node.entries[index]?.value)
      ? node
      : { type: 'dict', entries }
  }
  return node
}

/** "com.example.login.<uuid>" and "com.example.login" both become "com.example.login.<new uuid>". */
function newIdentifier(old: string, renamed: ReadonlyMap<string, string>, newUuid: NewUuid): string {
  const parts = old.split('.')
  const last = parts.at(-1) ?? ''
  const prefix = isUuid(last) ? parts.slice(0, -1) : parts
  return [...prefix, renamed.get(last) ?? newUuid()].join('.')
}
