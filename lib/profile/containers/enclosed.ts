import { child } from '../../plist/tree'
import type { PlistEntry, PlistValue } from '../../plist/value'
import { text } from '../payloads/build'
import { isCommonPayloadKey, textOf } from '../payloads/payload-keys'
import { findSettings, settingsAt } from '../payloads/shapes'
import type { Container, Found, Inner, Part } from './container'
import { isProfileLike, profileInText } from './profile-text'

/** A dictionary or an object that encloses a whole profile: what it is, and where the profile and its name stand. */
type Envelope = {
  readonly kind: string
  /** The member that only this kind has; what lacks it is told by the place of its profile alone. */
  readonly proof?: RegExp
  readonly mark: string
  readonly profile: readonly string[]
  readonly name: readonly (readonly string[])[]
}

const NAMES = [['displayName'], ['name'], ['CommandUUID']]

/**
 * Envelopes around profiles, as property list or JSON. Sources:
 * https://developer.apple.com/documentation/devicemanagement/installprofilecommand
 * https://learn.microsoft.com/graph/api/resources/intune-deviceconfig-macoscustomconfiguration
 */
const ENVELOPES: readonly Envelope[] = [
  { kind: 'an MDM command', mark: 'Command', profile: ['Command', 'Payload'], name: [['CommandUUID']] },
  {
    kind: 'a configuration of Microsoft Graph',
    proof: /^@odata\.|^payloadFileName$/,
    mark: 'payload',
    profile: ['payload'],
    name: NAMES,
  },
  { kind: 'a file with the profile under “payload”', mark: 'payload', profile: ['payload'], name: NAMES },
  {
    kind: 'a file with the profile under “mobileconfig”',
    mark: 'mobileconfig',
    profile: ['mobileconfig'],
    name: NAMES,
  },
]

/** Keys in property lists that tell one of these envelopes, or the answer to ProfileList. */
export const enclosingMarks: readonly string[] = [
  'ProfileList',
  ...new Set(ENVELOPES.map(({ mark }) => mark)),
]

/** The profile that a property list encloses as data; null when it encloses none. */
export function enclosedInTree(root: PlistValue): Container | null {
  const keys = root.type === 'dict' ? root.entries.map(({ key }) => key) : []
  return enclosed(keys, (path) => {
    const value = path.reduce<PlistValue | undefined>((node, key) => child(node, key), root)
    return value?.type === 'data' || value?.type === 'string' ? value.value : undefined
  })
}

/**
 * The profiles that JSON encloses as text or in Base64, alone or in a list, of which every other entry is named; null
 * when it encloses none.
 */
export function enclosedInJson(json: unknown): Container | null {
  const outer = membersOf(json)
  const list = Array.isArray(json) ? json : Array.isArray(outer?.value) ? outer.value : null
  const around = list === null || outer === null ? [] : Object.keys(outer)
  const all = (list ?? [json]).slice(0, MOST).map((each) => ({
    label: labelOf(each),
    found: enclosed([...around, ...Object.keys(membersOf(each) ?? {})], (path) => {
      const inside = path.reduce<unknown>((node, key) => membersOf(node)?.[key], each)
      return typeof inside === 'string' ? inside : undefined
    }),
  }))
  const first = all.find(({ found }) => found !== null)?.found
  if (first === undefined || first === null) {
    return null
  }
  const more = (list?.length ?? 0) - MOST
  const others = all.flatMap(({ found, label }, index) =>
    found === null ? [label || `entry ${index + 1}`] : found.unread,
  )
  return {
    kind: first.kind,
    inner: all.flatMap(({ found }) => found?.inner ?? []),
    unread: more > 0 ? [...others, `${more} more entries`] : others,
  }
}

/** More entries of a list are not looked at. */
const MOST = 1000

function labelOf(entry: unknown): string {
  const members = membersOf(entry)
  const label = NAMES.map(([key = '']) => members?.[key]).find((each) => typeof each === 'string')
  return typeof label === 'string' ? label : ''
}

function enclosed(
  members: readonly string[],
  at: (path: readonly string[]) => string | Uint8Array | undefined,
): Container | null {
  for (const { kind, proof, profile, name } of ENVELOPES) {
    const content = proof === undefined || members.some((key) => proof.test(key)) ? at(profile) : undefined
    const bytes = typeof content === 'string' ? profileInText(content) : content
    if (bytes && isProfileLike(bytes)) {
      const label = name.map(at).find((each) => typeof each === 'string' && each !== '')
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
  const kept = own.filter(({ key }) => key === 'PayloadContent' || isCommonPayloadKey(key))
  const type: PlistEntry[] = child(item, 'PayloadType')
    ? []
    : [{ key: 'PayloadType', value: text('Configuration') }]
  const name = textOf(item, 'PayloadDisplayName') || textOf(item, 'PayloadIdentifier') || `entry ${index + 1}`
  return { name, root: { type: 'dict', entries: [...kept, ...type] } }
}

function hasSettings(profile: PlistValue): boolean {
  return findSettings(profile).some((place) => settingsAt(profile, place).entries.length > 0)
}
