import { child } from '../../plist/tree'
import type { PlistDict, PlistEntry, PlistValue } from '../../plist/value'
import { isProductDomain, meantDomain } from '../../products/domains'
import { otherProduct } from '../../products/jamf-connect/other-products'
import { dictOf, flag, text, whole } from '../payloads/build'
import { MANAGED_PREFERENCES, textOf } from '../payloads/payload-keys'
import { meantType } from '../payloads/payload-types'
import { findSettings } from '../payloads/shapes'
import type { Found, Part } from './container'

/** The owner under whom `profiles` lists what is for the Mac as a whole; others are short names of users. */
const COMPUTER = '_computerlevel'

/** Keys of an installed profile and what they are called in a profile. */
const NAMES: { readonly [key: string]: string } = {
  ProfileDescription: 'PayloadDescription',
  ProfileDisplayName: 'PayloadDisplayName',
  ProfileIdentifier: 'PayloadIdentifier',
  ProfileOrganization: 'PayloadOrganization',
  ProfileRemovalDisallowed: 'PayloadRemovalDisallowed',
  ProfileType: 'PayloadType',
  ProfileUUID: 'PayloadUUID',
  ProfileVersion: 'PayloadVersion',
}

/**
 * The profiles in what `profiles show -type configuration -output stdout-xml` prints: a list of installed profiles for
 * each owner, the settings of every payload under PayloadContent. Those without settings of Jamf Connect are named only.
 */
export function installedProfiles(root: PlistValue): Found | null {
  const owners = root.type === 'dict' ? root.entries : []
  const installed = owners.flatMap(({ key: owner, value }) =>
    (value.type === 'array' ? value.items : []).map((item, index) => ({ owner, item, index })),
  )
  if (!installed.some(({ item }) => child(item, 'ProfileItems'))) {
    return null
  }
  const all = installed.map(({ owner, item, index }) => {
    const part = item.type === 'dict' ? partOf(item, owner) : null
    const isRead = child(item, 'ProfileItems')?.type === 'array' && part && isOfInterest(part.root)
    const name = part?.name ?? owner
    return { part: isRead ? part : null, name: name === owner ? `entry ${index + 1} of ${owner}` : name }
  })
  return {
    kind: 'the output of “profiles show”',
    parts: all.flatMap(({ part }) => part ?? []),
    unread: [
      ...all.filter(({ part }) => part === null).map(({ name }) => name),
      ...owners.filter(({ value }) => value.type !== 'array').map(({ key }) => key),
    ],
  }
}

function partOf(installed: PlistDict, owner: string): Part {
  const items = child(installed, 'ProfileItems')
  const payloads = items?.type === 'array' ? items.items.map(payloadOf) : []
  const own = installed.entries.flatMap(({ key, value }): PlistEntry[] => {
    const name = NAMES[key]
    return name === undefined ? [] : [{ key: name, value: restored(name, value) }]
  })
  const scope = dictOf({
    PayloadContent: { type: 'array', items: payloads },
    PayloadScope: text(owner === COMPUTER ? 'System' : 'User'),
  })
  const root: PlistDict = { type: 'dict', entries: [...scope.entries, ...own] }
  return { name: textOf(root, 'PayloadDisplayName') || textOf(root, 'PayloadIdentifier') || owner, root }
}

/** `profiles` prints switches and numbers of the profile as text. */
function restored(name: string, value: PlistValue): PlistValue {
  if (value.type !== 'string') {
    return value
  }
  if (name === 'PayloadVersion' && /^\d{1,9}$/.test(value.value)) {
    return whole(Number(value.value))
  }
  return name === 'PayloadRemovalDisallowed' && /^(true|false)$/i.test(value.value)
    ? flag(/^true$/i.test(value.value))
    : value
}

/** The payload as it was in the profile: its settings beside its own keys, but for managed preferences. */
function payloadOf(item: PlistValue): PlistValue {
  const content = child(item, 'PayloadContent')
  if (item.type !== 'dict' || content?.type !== 'dict' || isPreferences(textOf(item, 'PayloadType'))) {
    return item
  }
  const own = item.entries.filter(({ key }) => key !== 'PayloadContent')
  const taken = new Set(own.map(({ key }) => key))
  return { type: 'dict', entries: [...own, ...content.entries.filter(({ key }) => !taken.has(key))] }
}

/** Managed preferences, their type misspelt or not: that it is, the check of the profile says. */
function isPreferences(type: string): boolean {
  return type === MANAGED_PREFERENCES || meantType(type) === MANAGED_PREFERENCES
}

function isOfInterest(root: PlistValue): boolean {
  const content = child(root, 'PayloadContent')
  const payloads = content?.type === 'array' ? content.items : []
  const names = payloads.flatMap((item) => {
    const type = textOf(item, 'PayloadType')
    const domains = isPreferences(type) ? child(item, 'PayloadContent') : undefined
    return [type, ...(domains?.type === 'dict' ? domains.entries.map(({ key }) => key) : [])]
  })
  const near = names.some((name) => isProductDomain(name) || meantDomain(name) || otherProduct(name))
  return near || findSettings(root).length > 0
}
