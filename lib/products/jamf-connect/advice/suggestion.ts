import type { PlistPath } from '../../../plist/value'
import { allKeys, findKey, type KnownKey } from '../../../schema/keys'
import { letters, type Names, nearestAmong, prepare } from '../../../schema/nearest'
import { linkOf } from '../links/links'

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
    if (suggested.size > 150_000) {
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
  const spelled = siblings(domain, path).byLetters.get(letters(name))
  if (spelled !== undefined) {
    return { key: spelled, because: 'spelling' }
  }
  const same = sameName(domain, name)
  // A key does not belong around the place where it stands: "Actions" in an action is a misspelt "Action".
  const around = same?.key.domain === domain && same.key.path.every((step, at) => step === path[at])
  const near = around ? nearestAmong(siblings(domain, path).names, name) : undefined
  if (near !== undefined) {
    return { key: near, because: 'spelling' }
  }
  return same ?? joinedPath(domain, path) ?? nearest(domain, path, name)
}

/** The keys by what they have in common. */
function grouped(keys: readonly KnownKey[], common: (key: KnownKey) => string): Map<string, KnownKey[]> {
  const groups = new Map<string, KnownKey[]>()
  for (const key of keys) {
    const group = groups.get(common(key)) ?? []
    group.push(key)
    groups.set(common(key), group)
  }
  return groups
}

type Siblings = { readonly byLetters: ReadonlyMap<string, KnownKey>; readonly names: Names<KnownKey> }

const NONE: Siblings = { byLetters: new Map(), names: new Map() }

/** The keys that stand beside a place, by the dict that holds them. */
const beside: ReadonlyMap<string, Siblings> = new Map(
  [...grouped(known, ({ domain, path }) => placeOf(domain, path.slice(0, -1)))].map(([place, keys]) => [
    place,
    {
      byLetters: new Map(keys.toReversed().map((key) => [letters(key.name), key])),
      names: prepare(keys, ({ name }) => name),
    },
  ]),
)

const namesOfDomain: ReadonlyMap<string, Names<KnownKey>> = new Map(
  [...grouped(fixed, ({ domain }) => domain)].map(([domain, keys]) => [
    domain,
    prepare(keys, ({ name }) => name),
  ]),
)

function siblings(domain: string, path: PlistPath): Siblings {
  return beside.get(placeOf(domain, path.slice(0, -1))) ?? NONE
}

function placeOf(domain: string, path: PlistPath): string {
  return [domain, ...path.map((step) => (typeof step === 'number' ? '[]' : step))].join('\u0000')
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

const byPlainName: ReadonlyMap<string, readonly KnownKey[]> = grouped(fixed, ({ name }) => letters(name))

function nearest(domain: string, path: PlistPath, name: string): Suggestion | undefined {
  const here = nearestAmong(siblings(domain, path).names, name)
  if (here !== undefined) {
    return { key: here, because: 'spelling' }
  }
  const all = name.length < 6 ? undefined : namesOfDomain.get(domain)
  const elsewhere = all === undefined ? undefined : nearestAmong(all, name)
  return elsewhere === undefined ? undefined : { key: elsewhere, because: 'place' }
}
