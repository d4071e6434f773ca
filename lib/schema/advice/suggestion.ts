import type { PlistPath } from '../../plist/value'
import { allKeys, findKey, type KnownKey } from '../keys'
import { linkOf } from '../links'

/** The key that somebody meant by an entry that is none, and how that was found. */
export type Suggestion = {
  readonly key: KnownKey
  readonly because: 'counterpart' | 'place' | 'domain' | 'spelling'
}

/** Dictionaries of whole sections, which are no keys of their own, in the shape of one. */
const sections: readonly KnownKey[] = allKeys
  .filter(({ section, path }) => section.dictionary === path[0] && path.length === 2)
  .filter((key, index, all) => all.findIndex(({ section }) => section === key.section) === index)
  .map((key) => {
    const { title, description, dictionary = '', keys } = key.section
    const definition = { kind: 'dictionary', title, description, keys, evidence: 'documented' } as const
    return {
      ...key,
      id: `${key.manifest.id}/${dictionary}`,
      path: [dictionary],
      name: dictionary,
      definition,
    }
  })

const known = [...allKeys, ...sections]

/** Keys that stand in a dict of their own place, not in a list. */
const fixed = known.filter(({ path }) => !path.includes('[]'))

/**
 * The best guess for an unknown entry: the key with the same meaning in this domain, the same name elsewhere, the
 * same name but for capitals and punctuation, the nearest name. Undefined when nothing is near.
 */
export function suggestionFor(domain: string, path: PlistPath): Suggestion | undefined {
  const place = [domain, ...path].join('\u0000')
  if (!suggested.has(place)) {
    if (suggested.size > 20_000) {
      suggested.clear()
    }
    suggested.set(place, guess(domain, path))
  }
  return suggested.get(place)
}

/** A profile keeps its unknown keys while an administrator types into a known one. */
const suggested = new Map<string, Suggestion | undefined>()

function guess(domain: string, path: PlistPath): Suggestion | undefined {
  const name = String(path.at(-1))
  const wanted = letters(name)
  const spelled = siblings(domain, path).find((key) => plain(key) === wanted)
  if (spelled !== undefined) {
    return { key: spelled, because: 'spelling' }
  }
  return sameName(domain, name) ?? joinedPath(domain, path) ?? nearest(domain, path, name)
}

function siblings(domain: string, path: PlistPath): readonly KnownKey[] {
  const parent = path.slice(0, -1).map((step) => (typeof step === 'number' ? '[]' : step))
  return known.filter(
    (key) =>
      key.domain === domain &&
      key.path.length === path.length &&
      parent.every((step, index) => key.path[index] === step),
  )
}

function sameName(domain: string, name: string): Suggestion | undefined {
  const named = byPlainName.get(letters(name)) ?? []
  const here = named.find((key) => key.domain === domain)
  if (here !== undefined) {
    return { key: here, because: 'place' }
  }
  const counterpart = named
    .flatMap((key) => linkOf(key.id)?.keys ?? [])
    .map((id) => fixed.find((key) => key.id === id))
    .find((key) => key?.domain === domain)
  if (counterpart !== undefined) {
    return { key: counterpart, because: 'counterpart' }
  }
  return named[0] === undefined ? undefined : { key: named[0], because: 'domain' }
}

/** "IdPSettings.ROPGID" as one name: what a path becomes when it is taken for a key. */
function joinedPath(domain: string, path: PlistPath): Suggestion | undefined {
  const key = findKey(domain, [...path.slice(0, -1), ...String(path.at(-1)).split(/[./:>]/)])
  return key === undefined ? undefined : { key, because: 'place' }
}

function nearest(domain: string, path: PlistPath, name: string): Suggestion | undefined {
  const near = (keys: readonly KnownKey[]) => nearestOf(keys, name)
  const here = near(siblings(domain, path))
  if (here !== undefined) {
    return { key: here, because: 'spelling' }
  }
  const elsewhere = name.length < 6 ? undefined : near(fixed.filter((key) => key.domain === domain))
  return elsewhere === undefined ? undefined : { key: elsewhere, because: 'place' }
}

function nearestOf(keys: readonly KnownKey[], name: string): KnownKey | undefined {
  const limit = Math.min(3, Math.floor(name.length / 4))
  const wanted = letters(name)
  let best: KnownKey | undefined
  let least = limit + 1
  for (const key of keys) {
    const steps =
      Math.abs(key.name.length - name.length) > limit ? least : distance(plain(key), wanted, limit)
    if (steps < least) {
      least = steps
      best = key
    }
  }
  return best
}

const plainNames = new Map(known.map((key) => [key, letters(key.name)]))

function plain(key: KnownKey): string {
  return plainNames.get(key) ?? letters(key.name)
}

const byPlainName = new Map<string, KnownKey[]>()
for (const key of fixed) {
  byPlainName.set(plain(key), [...(byPlainName.get(plain(key)) ?? []), key])
}

/** A name without what people change when they type it from memory. */
function letters(name: string): string {
  return name.toLowerCase().replace(/[\s_.-]/g, '')
}

/** Levenshtein distance, a swap of neighbours counting one; anything above `limit` once it is certain to be above. */
export function distance(left: string, right: string, limit = Number.POSITIVE_INFINITY): number {
  let before: number[] = []
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index)
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row]
    for (let column = 1; column <= right.length; column += 1) {
      const same = left[row - 1] === right[column - 1]
      const swapped = left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1]
      current[column] = Math.min(
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + (same ? 0 : 1),
        swapped ? (before[column - 2] ?? Number.POSITIVE_INFINITY) + 1 : Number.POSITIVE_INFINITY,
      )
    }
    before = previous
    previous = current
    // A swap reaches back two rows, so one row above the limit does not decide yet.
    if (Math.min(...before, ...previous) > limit) {
      return limit + 1
    }
  }
  return previous[right.length] ?? 0
}
