import { child } from '../../plist/tree'
import type { PlistEntry } from '../../plist/value'
import { keyTypes } from '../../products/apple/key-types'
import { isProductDomain } from '../../products/domains'
import { distance } from '../../schema/nearest'
import { commonPayloadKeys, MANAGED_PREFERENCES, type Payload } from '../payloads/payload-keys'
import { type Check, type Found, holdersOf, named, renaming } from './envelope'

/** Keys of the profile beside those of every payload: https://developer.apple.com/documentation/devicemanagement/toplevel */
export const PROFILE_KEYS: readonly string[] = [
  ...commonPayloadKeys,
  'PayloadContent',
  'PayloadExpirationDate',
  'HasRemovalPasscode',
  'RemovalDate',
  'DurationUntilRemoval',
  'TargetDeviceType',
  'ConsentText',
  'IsEncrypted',
  'EncryptedPayloadContent',
]

/** Keys that only say something to people: misspelt, they change nothing but what is shown. */
const SHOWN = ['PayloadDescription', 'PayloadDisplayName', 'PayloadOrganization', 'PayloadEnabled']

/** Rule for the names of the keys that belong to the profile and to payloads. */
export const misspeltKeyRules: { readonly [rule: string]: Check } = {
  'misspelt-profile-key': (envelope) =>
    holdersOf(envelope).flatMap((holder) =>
      holder.dict.entries.flatMap((entry): Found[] => {
        const meant = meantKey(entry.key, holder)
        return meant === null ? [] : [misspelt(entry, meant, holder)]
      }),
    ),
}

function misspelt({ key, value }: PlistEntry, meant: string, holder: Payload): Found {
  const path = [...holder.path, key]
  const taken = child(holder.dict, meant) !== undefined
  // Under its right name, a value of another type would be the next fault.
  const fits = keyTypes[meant]?.types.includes(value.type) ?? true
  const shown = SHOWN.includes(meant)
  return {
    severity: shown ? 'advice' : 'error',
    path,
    message: `${named(holder)} has the key ${key}, which nothing reads: it is spelled ${meant}.${taken ? ` ${meant} is there as well; remove ${key}.` : ''}`,
    ...(taken || !fits ? {} : { repair: renaming(`Rename it to ${meant}`, path, meant, value) }),
  }
}

/**
 * The key that was meant. In a profile, whose keys are all known, a few wrong letters are enough; among the settings of a
 * payload only what begins like "Payload" is one of these. Null for every other key.
 */
export function meantKey(key: string, { path, type }: Payload): string | null {
  const inProfile = path.length === 0
  const names = inProfile ? PROFILE_KEYS : payloadNames(type)
  if (names.includes(key) || PROFILE_KEYS.includes(key) || key.length > 40) {
    return null
  }
  if (!inProfile && !/payload/i.test(key)) {
    return null
  }
  const plain = letters(key)
  const same = names.find((name) => letters(name) === plain)
  const mayBeNear = inProfile ? plain.length > 7 : plain.startsWith('payload') && plain.length > 9
  return same ?? (mayBeNear ? (names.find((name) => distance(plain, letters(name), 2) <= 2) ?? null) : null)
}

/** PayloadContent is a key of its own in managed preferences and in payloads of Apple's. */
function payloadNames(type: string): readonly string[] {
  return type === MANAGED_PREFERENCES || (type.startsWith('com.apple.') && !isProductDomain(type))
    ? [...commonPayloadKeys, 'PayloadContent']
    : commonPayloadKeys
}

const letters = (name: string) => name.toLowerCase().replaceAll(/[^a-z]/g, '')
