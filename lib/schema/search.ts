import { allKeys, type KnownKey } from './keys'

export type Match = {
  readonly key: KnownKey
  /** Higher is better; comparable within one search only. */
  readonly score: number
}

/**
 * The keys that every word of the query leads to, best first. Words come in any order and may be the beginning of a
 * word or of a camel-case part of a name ("disc url" finds OIDCDiscoveryURL); an empty query finds nothing.
 */
export function searchKeys(query: string, keys: readonly KnownKey[] = allKeys): Match[] {
  const words = wordsOf(query)
  if (words.length === 0) {
    return []
  }
  const whole = words.join('')
  return keys
    .map((key) => ({ key, score: scoreOf(indexed(key), words, whole) }))
    .filter(({ score }) => score > 0)
    .sort((left, right) => right.score - left.score)
}

type Entry = {
  readonly name: string
  readonly path: string
  readonly nameParts: readonly string[]
  readonly titleWords: readonly string[]
  readonly otherWords: readonly string[]
  readonly descriptionWords: readonly string[]
}

const index = new WeakMap<KnownKey, Entry>()

function indexed(key: KnownKey): Entry {
  const known = index.get(key)
  if (known !== undefined) {
    return known
  }
  const { title, alsoCalled, description } = key.definition
  const entry = {
    name: key.name.toLowerCase(),
    path: wordsOf(key.path.join(' ')).join(''),
    nameParts: partsOf(key.name),
    titleWords: wordsOf(title),
    otherWords: wordsOf([...(alsoCalled ?? []), ...key.path.slice(0, -1), key.group].join(' ')),
    descriptionWords: wordsOf(description),
  }
  index.set(key, entry)
  return entry
}

function scoreOf(entry: Entry, words: readonly string[], whole: string): number {
  let score = entry.name === whole ? 1000 : entry.name.startsWith(whole) ? 200 : 0
  score += entry.titleWords.join('') === whole ? 500 : entry.path.endsWith(whole) ? 100 : 0
  for (const word of words) {
    const part = wordScore(entry, word)
    if (part === 0) {
      return 0
    }
    score += part
  }
  // Of two keys that fit equally, the shorter name is the more likely one.
  return score + 1 / entry.name.length
}

function wordScore(entry: Entry, word: string): number {
  return Math.max(
    entry.nameParts.includes(word) ? 60 : 0,
    best(entry.nameParts, word, 50, 40),
    best(entry.titleWords, word, 45, 35),
    entry.name.includes(word) || entry.path.includes(word) ? 30 : 0,
    best(entry.otherWords, word, 25, 20),
    best(entry.descriptionWords, word, 12, 8),
  )
}

function best(words: readonly string[], word: string, whole: number, start: number): number {
  let score = 0
  for (const each of words) {
    if (each === word) {
      return whole
    }
    if (each.startsWith(word)) {
      score = start
    }
  }
  return score
}

function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
}

/** "OIDCDiscoveryURL": oidc, discovery, url, and the whole name. */
function partsOf(name: string): string[] {
  const parts = name.match(/\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|\p{N}+/gu) ?? []
  return [...parts.map((part) => part.toLowerCase()), name.toLowerCase()]
}
