import { valueAt } from '../../plist/tree'
import type { PlistPath, PlistValue } from '../../plist/value'
import { isCommonPayloadKey } from '../payloads/payload-keys'
import { findSettings, type SettingsPlace, settingsAt } from '../payloads/shapes'
import { secretsAmong } from './hidden'
import { type FileNames, fileNameAt, type Landmarks, landmarksOf } from './landmarks'
import { type Part, type Place, partsOf, rootPlace } from './parts'
import { same } from './same'
import { type Names, namesOf, toldValues } from './told'

/** One place in which two profiles differ. */
export type Difference = Place &
  Names & {
    readonly kind: 'added' | 'removed' | 'changed' | 'type'
    readonly before: PlistValue | undefined
    readonly after: PlistValue | undefined
    /** Both values for showing, without anything of a credential; null: not there. */
    readonly told: { readonly before: string | null; readonly after: string | null }
  }

/** Keys by which profiles and payloads are named and told apart, beside what they set. */
const IDENTITY: ReadonlySet<PlistPath[number]> = new Set([
  'PayloadDescription',
  'PayloadDisplayName',
  'PayloadIdentifier',
  'PayloadOrganization',
  'PayloadUUID',
])

/** Whether a difference is in what a profile or payload is called, not in what it sets. */
export const isIdentity = ({ path: [key, ...deeper] }: Pick<Difference, 'path'>): boolean =>
  key !== undefined && deeper.length === 0 && IDENTITY.has(key)

const NONE: PlistValue = { type: 'dict', entries: [] }

type Pair = readonly [PlistValue | undefined, PlistValue | undefined]
type Found = { readonly place: Place; readonly pair: Pair }

/**
 * Where two profiles differ, by domain and key path, the smallest parts that do. Settings of one domain are compared
 * however each profile wraps them, the order of keys does not count, and lists count as one value unless they are lists of
 * as many dictionaries. `fileNames` tell the domain of bare property lists.
 */
export function differences(before: PlistValue, after: PlistValue, fileNames?: FileNames): Difference[] {
  const marks = landmarksOf([before, after], fileNames)
  const settings = settingsOfBoth(before, after, fileNames)
  const found: Found[] = []
  for (const { domain, pair } of settings) {
    collectSettings(pair, { at: domain, domain, path: [] }, { marks, apart: new Map(), found })
  }
  const apart = apartFrom(settings)
  collect([before, after], rootPlace([before, after], marks), { marks, apart, found })
  const shown = new Set(found.flatMap(({ pair }) => pair.filter((value) => value !== undefined)))
  const secrets = secretsAmong([before, after], shown, fileNames)
  return found.map(({ place, pair }) => asDifference(place, pair, secrets))
}

type Walk = {
  readonly marks: Landmarks
  /** What of dictionaries is compared by itself: all of it, or the settings beside the keys of a payload. */
  readonly apart: ReadonlyMap<PlistValue, 'all' | 'settings'>
  readonly found: Found[]
}

/** Settings that came or went as a whole are told key by key; of a payload without any nothing is. */
function collectSettings([before = NONE, after = NONE]: Pair, place: Place, walk: Walk): void {
  collect([before, after], place, walk)
}

function collect(pair: Pair, place: Place, walk: Walk): void {
  const apart = pair.map((value) => value && walk.apart.get(value)).find(Boolean)
  if (same(...pair) || apart === 'all') {
    return
  }
  const parts = isNewPayload(pair, walk.marks)
    ? null
    : (partsOf(pair, place, walk.marks) ?? elementsOf(pair, place))
  if (parts === null || isEmptyPair(pair)) {
    walk.found.push({ place, pair })
    return
  }
  for (const { step, values, place: inner } of parts) {
    if (apart === undefined || isCommonPayloadKey(step)) {
      collect([values[0], values[1]], inner, walk)
    }
  }
}

/** A dictionary or list without anything in it came or went. */
const isEmptyPair = (pair: Pair) => pair.every((value) => value === undefined || isEmpty(value))

const isEmpty = (value: PlistValue) =>
  (value.type === 'dict' && value.entries.length === 0) ||
  (value.type === 'array' && value.items.length === 0)

/** A payload that came or went is one difference; its settings, where they count as such, are told beside it. */
function isNewPayload([before, after]: Pair, { payloads }: Landmarks): boolean {
  const only = before === undefined ? after : after === undefined ? before : undefined
  return only !== undefined && payloads.has(only)
}

/** Dictionaries in a list, one by one, when both lists have as many. */
function elementsOf([before, after]: Pair, { at, domain, path }: Place): Part[] | null {
  if (before?.type !== 'array' || after?.type !== 'array' || before.items.length !== after.items.length) {
    return null
  }
  return [...before.items, ...after.items].every(({ type }) => type === 'dict')
    ? before.items.map((item, index) => ({
        step: String(index),
        values: [item, after.items[index]],
        place: { at: `${at}\u0000${index}`, domain, path: [...path, index] },
      }))
    : null
}

type Settings = { readonly domain: string; readonly pair: Pair; readonly places: readonly Placed[] }
type Placed = { readonly root: PlistValue; readonly place: SettingsPlace }

/** The settings of each domain that stands in one place at most of either profile, and where. */
function settingsOfBoth(before: PlistValue, after: PlistValue, fileNames: FileNames): Settings[] {
  const [left, right] = [before, after].map((root, index) =>
    findSettings(root, fileNameAt(fileNames, index)).map((place): Placed => ({ root, place })),
  ) as [Placed[], Placed[]]
  const domains = new Set([...left, ...right].map(({ place }) => place.domain))
  return [...domains].flatMap((domain) => {
    const own = [left, right].map((placed) => placed.filter(({ place }) => place.domain === domain))
    const places = own.flat()
    const alone =
      own.every(({ length }) => length <= 1) &&
      new Set(places.map(({ place }) => place.state === 'Set-Once')).size === 1
    const settingsOf = (placed: readonly Placed[] | undefined) =>
      placed?.[0] && settingsAt(placed[0].root, placed[0].place)
    return alone ? [{ domain, places, pair: [settingsOf(own[0]), settingsOf(own[1])] as const }] : []
  })
}

function apartFrom(settings: readonly Settings[]): Walk['apart'] {
  return new Map(
    settings
      .flatMap(({ places }) => places)
      .map(({ root, place: { path, shape } }) => [
        valueAt(root, path) as PlistValue,
        shape === 'direct' ? 'settings' : 'all',
      ]),
  )
}

function asDifference(place: Place, [before, after]: Pair, secrets: ReadonlySet<PlistValue>): Difference {
  const [first = null, second = null] = toldValues([before, after], secrets)
  const kind =
    before === undefined
      ? 'added'
      : after === undefined
        ? 'removed'
        : before.type === after.type
          ? 'changed'
          : 'type'
  return { ...place, ...namesOf(place), kind, before, after, told: { before: first, after: second } }
}
