import type { PlistPath } from '../plist/value'
import type { Catalogue, KnownKey } from './keys'
import type { Links } from './links'
import { letters, type Names, nearestAmong, prepare } from './nearest'

/** The key that somebody meant by an entry that is none, and how that was found. */
export type Suggestion = {
  readonly key: KnownKey
  readonly because: 'counterpart' | 'place' | 'domain' | 'spelling'
}

/**
 * The best guess for an unknown entry: the key with the same meaning in this domain, the same name elsewhere, the
 * same name but for capitals and punctuation, the nearest name. Undefined when nothing is near.
 */
export type SuggestionFor = (domain: string, path: PlistPath) => Suggestion | undefined

/** What guesses among the keys of a catalogue. */
export function suggestionsOf(catalogue: Catalogue, { linkOf }: Pick<Links, 'linkOf'>): SuggestionFor {
  let names: Known | undefined
  // A profile keeps its unknown keys while an administrator types into a known one.
  const suggested = new Map<string, Suggestion | undefined>()
  return (domain, path) => {
    const place = [domain, ...path].join('\u0000')
    if (!suggested.has(place)) {
      if (suggested.size > 150_000) {
        suggested.clear()
      }
      names ??= prepared(catalogue, linkOf)
      suggested.set(place, guess(domain, path, names))
    }
    return suggested.get(place)
  }
}

/** The keys of a catalogue as they are looked for. */
type Known = {
  readonly findKey: Catalogue['findKey']
  readonly linkOf: Links['linkOf']
  /** Keys that stand in a dict of their own place, not in a list. */
  readonly fixed: readonly KnownKey[]
  /** The keys that stand beside a place, by the dict that holds them. */
  readonly beside: ReadonlyMap<string, Siblings>
  readonly namesOfDomain: ReadonlyMap<string, Names<KnownKey>>
  readonly byPlainName: ReadonlyMap<string, readonly KnownKey[]>
}

type Siblings = { readonly byLetters: ReadonlyMap<string, KnownKey>; readonly names: Names<KnownKey> }

const NONE: Siblings = { byLetters: new Map(), names: new Map() }

function prepared({ allKeys, findKey }: Catalogue, linkOf: Links['linkOf']): Known {
  const known = [...allKeys, ...sectionsOf(allKeys)]
  const fixed = known.filter(({ path }) => !path.includes('[]'))
  const siblings = grouped(known, ({ domain, path }) => placeOf(domain, path.slice(0, -1)))
  const domains = grouped(fixed, ({ domain }) => domain)
  return {
    findKey,
    linkOf,
    fixed,
    beside: new Map(
      [...siblings].map(([place, keys]) => [
        place,
        {
          byLetters: new Map(keys.toReversed().map((key) => [letters(key.name), key])),
          names: prepare(keys, ({ name }) => name),
        },
      ]),
    ),
    namesOfDomain: new Map([...domains].map(([domain, keys]) => [domain, prepare(keys, ({ name }) => name)])),
    byPlainName: grouped(fixed, ({ name }) => letters(name)),
  }
}

/** Dictionaries of whole sections, which are no keys of their own, in the shape of one. */
function sectionsOf(allKeys: readonly KnownKey[]): readonly KnownKey[] {
  return allKeys
    .filter(({ section, path }) => section.dictionary === path[0] && path.length === 2)
    .filter((key, index, all) => all.findIndex(({ section }) => section === key.section) === index)
    .map((key) => {
      const { title, description, dictionary = '', keys } = key.section
      const definition = { kind: 'dictionary', title, description, keys, evidence: 'documented' } as const
      return { ...key, path: [dictionary], name: dictionary, definition }
    })
}

function guess(domain: string, path: PlistPath, known: Known): Suggestion | undefined {
  const name = String(path.at(-1))
  const spelled = siblings(domain, path, known).byLetters.get(letters(name))
  if (spelled !== undefined) {
    return { key: spelled, because: 'spelling' }
  }
  const same = sameName(domain, name, known)
  // A key does not belong around the place where it stands: "Actions" in an action is a misspelt "Action".
  const around = same?.key.domain === domain && same.key.path.every((step, at) => step === path[at])
  const near = around ? nearestAmong(siblings(domain, path, known).names, name) : undefined
  if (near !== undefined) {
    return { key: near, because: 'spelling' }
  }
  return same ?? joinedPath(domain, path, known) ?? nearest(domain, path, name, known)
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

function siblings(domain: string, path: PlistPath, { beside }: Known): Siblings {
  return beside.get(placeOf(domain, path.slice(0, -1))) ?? NONE
}

function placeOf(domain: string, path: PlistPath): string {
  return [domain, ...path.map((step) => (typeof step === 'number' ? '[]' : step))].join('\u0000')
}

function sameName(
  domain: string,
  name: string,
  { byPlainName, fixed, linkOf }: Known,
): Suggestion | undefined {
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
function joinedPath(domain: string, path: PlistPath, { findKey }: Known): Suggestion | undefined {
  const key = findKey(domain, [...path.slice(0, -1), ...String(path.at(-1)).split(/[./:>]/)])
  return key === undefined ? undefined : { key, because: 'place' }
}

function nearest(domain: string, path: PlistPath, name: string, known: Known): Suggestion | undefined {
  const here = nearestAmong(siblings(domain, path, known).names, name)
  if (here !== undefined) {
    return { key: here, because: 'spelling' }
  }
  const all = name.length < 6 ? undefined : known.namesOfDomain.get(domain)
  const elsewhere = all === undefined ? undefined : nearestAmong(all, name)
  return elsewhere === undefined ? undefined : { key: elsewhere, because: 'place' }
}
