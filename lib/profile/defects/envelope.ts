import type { Edit, Issue, Repair } from '../../api/issue'
import type { PlistPath, PlistValue } from '../../plist/value'
import { type Payload, payloadsOf, textOf } from '../payloads/payload-keys'
import type { SettingsPlace } from '../payloads/shapes'
import type { NewUuid } from '../uuid'

/** What the rules look at: a profile that was opened, its payloads, and where its settings are. */
export type Envelope = {
  readonly root: PlistValue
  /** The profile itself, path []. */
  readonly outer: Payload
  readonly payloads: readonly Payload[]
  readonly places: readonly SettingsPlace[]
  readonly today: Date
  readonly newUuid: NewUuid
}

/** An issue whose rule is named by the table; all paths start at the root of the profile. */
export type Found = Omit<Issue, 'rule' | 'domain'>

/** One rule: what it finds in a profile. */
export type Check = (envelope: Envelope) => readonly Found[]

/** Puts together what the rules look at. */
export function envelopeOf(
  root: PlistValue,
  places: readonly SettingsPlace[],
  options: { readonly today: Date; readonly newUuid: NewUuid },
): Envelope {
  const dict = root.type === 'dict' ? root : ({ type: 'dict', entries: [] } as const)
  return {
    root,
    outer: { path: [], type: textOf(root, 'PayloadType'), dict },
    payloads: payloadsOf(root),
    places,
    ...options,
  }
}

/** The profile and its payloads; the same thing once when a payload stands alone. */
export function holdersOf({ outer, payloads }: Envelope): readonly Payload[] {
  return payloads.some(({ path }) => path.length === 0) ? payloads : [outer, ...payloads]
}

/** "The profile", or "The payload “Jamf Connect Login”". */
export function named({ path, type, dict }: Payload): string {
  return path.length === 0
    ? 'The profile'
    : `The payload “${textOf(dict, 'PayloadDisplayName') || type || path.join(' › ')}”`
}

/** A repair that sets one value. */
export function setting(title: string, path: PlistPath, value: PlistValue): Repair {
  return { title, edits: [{ domain: null, path, value }] }
}

/** A repair that moves the value at a path to another key of the same dictionary. */
export function renaming(title: string, path: PlistPath, key: string, value: PlistValue): Repair {
  const edits: readonly Edit[] = [
    { domain: null, path, value: null },
    { domain: null, path: [...path.slice(0, -1), key], value },
  ]
  return { title, edits }
}
