/** What search reads of a key. Plain data, so that a page can search without the manifests. */
export type Searchable = {
  readonly name: string
  readonly path: readonly string[]
  readonly title: string
  /** Other labels, headings: words that lead to the key without naming it. */
  readonly otherwise: readonly string[]
  readonly description: string
}

/**
 * The entries that every word of the query leads to, best first; scores are comparable within one search only. Words
 * come in any order and may be the beginning of a word or of a camel-case part of a name; an empty query finds nothing.
 */
export function searchAmong<S extends Searchable>(
  query: string,
  entries: readonly S[],
): { readonly entry: S; readonly score: number }[] {
  const words = wordsOf(query)
  if (words.length === 0) {
    return []
  }
  const whole = words.join('')
  return entries
    .map((entry) => ({ entry, score: scoreOf(indexed(entry), words, whole) }))
    .filter(({ score }) => score > 0)
    .sort((left, right) => right.score - left.score)
}

type Index = {
  readonly name: string
  readonly path: string
  readonly nameParts: readonly string[]
  readonly titleWords: readonly string[]
  readonly otherWords: readonly string[]
  readonly descriptionWords: readonly string[]
}

const indexes = new WeakMap<Searchable, Index>()

function indexed(entry: Searchable): Index {
  const known = indexes.get(entry)
  if (known !== undefined) {
    return known
  }
  const index = {
    name: entry.name.toLowerCase(),
    path: wordsOf(entry.path.join(' ')).join(''),
    nameParts: partsOf(entry.name),
    titleWords: wordsOf(entry.title),
    otherWords: wordsOf([...entry.otherwise, ...entry.path.slice(0, -1)].join(' ')),
    descriptionWords: wordsOf(entry.description),
  }
  indexes.set(entry, index)
  return index
}

function scoreOf(entry: Index, words: readonly string[], whole: string): number {
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

function wordScore(entry: Index, word: string): number {
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
