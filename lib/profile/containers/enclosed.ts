import { child } from '../../plist/tree'
import type { PlistEntry, PlistValue } from '../../plist/value'
import { text } from '../build'
import type { Container, Found, Inner, Part } from '../containers'
import { commonPayloadKeys, textOf } from '../payload-keys'
import { findSettings, settingsAt } from '../shapes'
import { isProfileLike, profileInText } from './profile-text'

/** A dictionary or an object that encloses a whole profile: how it is known, and where the profile and its name stand. */
type Envelope = {
  readonly kind: string
  readonly mark: string
  readonly profile: readonly string[]
  readonly name: readonly string[]
}

/**
 * Envelopes around profiles, as property list or JSON. Sources:
 * https://developer.apple.com/documentation/devicemanagement/installprofilecommand
 * https://learn.microsoft.com/graph/api/resources/intune-deviceconfig-macoscustomconfiguration
 * https://fleetdm.com/docs/rest-api/rest-api (custom settings; the member for the profile is inferred)
 */
const ENVELOPES: readonly Envelope[] = [
  { kind: 'an MDM command', mark: 'Command', profile: ['Command', 'Payload'], name: ['CommandUUID'] },
  {
    kind: 'a configuration of Microsoft Graph',
    mark: 'payload',
    profile: ['payload'],
    name: ['displayName'],
  },
  { kind: 'an answer of Fleet', mark: 'mobileconfig', profile: ['mobileconfig'], name: ['name'] },
]

/** Keys in property lists that tell one of these envelopes, or the answer to ProfileList. */
export const enclosingMarks: readonly string[] = ['ProfileList', ...ENVELOPES.map(({ mark }) => mark)]

/** The profile that a property list encloses as data; null when it encloses none. */
export function enclosedInTree(root: PlistValue): Container | null {
  return enclosed((path) => {
    const value = path.reduce<PlistValue | undefined>((node, key) => child(node, key), root)
    return value?.type === 'data' || value?.type === 'string' ? value.value : undefined
  })
}

/** The profiles that JSON encloses as text or in Base64, alone or in a list; null when it encloses none. */
export function enclosedInJson(json: unknown): Container | null {
  const value = membersOf(json)?.value
  const all = (Array.isArray(json) ? json : Array.isArray(value) ? value : [json]).slice(0, MOST)
  const found = all.flatMap((each) => {
    const one = enclosed((path) => {
      const inside = path.reduce<unknown>((node, key) => membersOf(node)?.[key], each)
      return typeof inside === 'string' ? inside : undefined
    })
    return one === null ? [] : [one]
  })
  const [first] = found
  return first === undefined
    ? null
    : {
        kind: first.kind,
        inner: found.flatMap(({ inner }) => inner),
        unread: found.flatMap(({ unread }) => unread),
      }
}

/** More entries of a list are not looked at. */
const MOST = 1000

function enclosed(at: (path: readonly string[]) => string | Uint8Array | undefined): Container | null {
  for (const { kind, profile, name } of ENVELOPES) {
    const content = at(profile)
    const bytes = typeof content === 'string' ? profileInText(content) : content
    if (bytes && isProfileLike(bytes)) {
      const label = at(name)
      const inner: Inner = {
        name: typeof label === 'string' ? label : '',
        bytes,
        fileName: '',
        rebuilt: false,
      }
      return { kind, inner: [inner], unread: [] }
    }
  }
  return null
}

function membersOf(node: unknown): { readonly [key: string]: unknown } | null {
  return typeof node === 'object' && node !== null ? { ...node } : null
}

/**
 * The profiles in a Mac's answer to the MDM command ProfileList. Those that come without settings are named only.
 * https://developer.apple.com/documentation/devicemanagement/profilelistresponse
 */
export function listedProfiles(root: PlistValue): Found | null {
  const list = child(root, 'ProfileList')
  if (list?.type !== 'array' || !list.items.some((item) => child(item, 'PayloadIdentifier'))) {
    return null
  }
  const all = list.items.map(listedProfile)
  const parts = all.filter(({ root: profile }) => hasSettings(profile))
  return {
    kind: 'the answer to the MDM command ProfileList',
    parts,
    unread: all.filter((part) => !parts.includes(part)).map(({ name }) => name),
  }
}

function listedProfile(item: PlistValue, index: number): Part {
  const own = item.type === 'dict' ? item.entries : []
  const kept = own.filter(({ key }) => key === 'PayloadContent' || commonPayloadKeys.includes(key))
  const type: PlistEntry[] = child(item, 'PayloadType')
    ? []
    : [{ key: 'PayloadType', value: text('Configuration') }]
  const name = textOf(item, 'PayloadDisplayName') || textOf(item, 'PayloadIdentifier') || `entry ${index + 1}`
  return { name, root: { type: 'dict', entries: [...kept, ...type] } }
}

function hasSettings(profile: PlistValue): boolean {
  return findSettings(profile).some((place) => settingsAt(profile, place).entries.length > 0)
}
