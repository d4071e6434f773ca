import type { Edit } from '../api/issue'
import { equal } from '../plist/tree'
import type { PlistPath, PlistValue } from '../plist/value'
import type { Catalogue, KnownKey } from './keys'
import type { Link } from './link'
import { type Links, spelled } from './links'
import { isWritable, type Settings, settingAt } from './settings'

/** Pairs of keys that are edited apart although they belong to one link; see `pairOf`. */
export type Apart = ReadonlySet<string>

const NONE: Apart = new Set()

/** The name of two linked keys together, whichever comes first. */
export const pairOf = (one: KnownKey, other: KnownKey): string => [one.id, other.id].sort().join(' ')

/** A key that belongs to a link, and how the two stand to each other. */
export type Partner = {
  readonly key: KnownKey
  readonly same: boolean
  /** With this configuration the two are meant to say the same. */
  readonly bound: boolean
  readonly follows: boolean
}

/** What writes linked keys as one. */
export type Following = {
  /**
   * The other keys of the link of `key` in the payloads that there are. A key follows while it holds the same as `key`,
   * or both hold nothing: what is equal stays equal, and what somebody wrote differently is not written over. A pair that
   * is `apart` does not follow, equal or not, nor does one of a configuration whose two sides use different servers.
   */
  readonly partnersOf: (key: KnownKey, settings: Settings, apart?: Apart) => Partner[]
  /** The linked key that a place is, or is inside of. */
  readonly linkedKeyAt: (domain: string, path: PlistPath) => KnownKey | undefined
  /**
   * An edit of a key, or of something inside its value, with the same edit of every key that follows it: they are one
   * step, so that no state in between can be saved or exported.
   */
  readonly withFollowers: (edit: Edit, settings: Settings, apart?: Apart) => Edit[]
  /**
   * The edits of the keys that follow `key` where it has changed from `before` to `after` by itself, as on the command
   * line: those that the form writes in the same step.
   */
  readonly followers: (key: KnownKey, before: Settings, after: Settings) => Edit[]
  /** The edits that give every linked key in the payloads that there are the value of `key`, each in its own spelling. */
  readonly copyToPartners: (key: KnownKey, value: PlistValue, settings: Settings) => Edit[]
  /** Whether a key is written by the first of its link, so that one field is enough for both. */
  readonly isFollower: (key: KnownKey, settings: Settings, apart: Apart) => boolean
}

/** The following of the links of a catalogue. */
export function followingOf(
  { findKey, keyWithId }: Pick<Catalogue, 'findKey' | 'keyWithId'>,
  { linkOf, members, sharedValue, isBound }: Links,
): Following {
  const partnersOf = (key: KnownKey, settings: Settings, apart = NONE): Partner[] => {
    const link = linkOf(key.id)
    const taking = link === undefined ? [] : members(link, settings)
    if (link === undefined || !taking.includes(key)) {
      return []
    }
    const own = sharedValue(key, settings)
    return taking
      .filter((other) => other !== key && isWritable(settings, other.domain, other.path))
      .map((other) => {
        const same = sameValue(own, sharedValue(other, settings))
        const bound = isBound(link, key, other, settings)
        return { key: other, same, bound, follows: bound && same && !apart.has(pairOf(key, other)) }
      })
  }
  const linkedKeyAt = (domain: string, path: PlistPath) =>
    path
      .map((_, at) => findKey(domain, path.slice(0, at + 1)))
      .find((key) => key !== undefined && linkOf(key.id) !== undefined)
  const withFollowers = (edit: Edit, settings: Settings, apart = NONE): Edit[] => {
    const { domain, path, value } = edit
    const key = domain === null ? undefined : linkedKeyAt(domain, path)
    const link = key && linkOf(key.id)
    if (key === undefined || link === undefined) {
      return [edit]
    }
    const inside = path.slice(key.path.length)
    return [
      edit,
      ...partnersOf(key, settings, apart)
        .filter(({ follows }) => follows)
        .map(({ key: other }) => ({
          domain: other.domain,
          path: [...other.path, ...inside],
          value: inside.length > 0 || value === null ? value : inWordsOf(link, key, other, value),
        })),
    ]
  }
  return {
    partnersOf,
    linkedKeyAt,
    withFollowers,
    followers: (key, before, after) => {
      const value = settingAt(after, key.domain, key.path) ?? null
      const [, ...edits] = withFollowers({ domain: key.domain, path: key.path, value }, before)
      return edits.filter(({ domain, path, value: wanted }) => {
        const present = domain === null ? undefined : settingAt(after, domain, path)
        return !sameValue(present, wanted ?? undefined)
      })
    },
    copyToPartners: (key, value, settings) => {
      const link = linkOf(key.id)
      return link === undefined
        ? []
        : partnersOf(key, settings).map(({ key: other }) => ({
            domain: other.domain,
            path: other.path,
            value: inWordsOf(link, key, other, value),
          }))
    },
    isFollower: (key, settings, apart) => {
      const first = keyWithId(linkOf(key.id)?.keys[0] ?? '')
      return (
        first !== undefined &&
        first !== key &&
        settings.has(first.domain) &&
        partnersOf(first, settings, apart).some((partner) => partner.key === key && partner.follows)
      )
    },
  }
}

/** A value of one key of a link as another spells it. */
function inWordsOf(link: Link, from: KnownKey, to: KnownKey, value: PlistValue): PlistValue {
  const spellings = Object.entries(link.spell?.[from.id] ?? {})
  const first = value.type === 'string' ? spellings.find(([, own]) => own === value.value)?.[0] : undefined
  return spelled(link, to, first === undefined ? value : { type: 'string', value: first })
}

function sameValue(one: PlistValue | undefined, other: PlistValue | undefined): boolean {
  return one === other || (one !== undefined && other !== undefined && equal(one, other))
}
