import { distance } from '@/lib/schema/nearest'

/** The candidate that was most likely meant, when one is near: a few wrong letters, or the beginning of one only. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const plain = word.toLowerCase()
  const started = candidates.filter((each) => plain.length > 1 && each.toLowerCase().startsWith(plain))
  if (started.length === 1) {
    return started[0]
  }
  const [best] = candidates
    .map((candidate) => ({ candidate, steps: distance(plain, candidate.toLowerCase()) }))
    .toSorted((left, right) => left.steps - right.steps)
  return best && best.steps <= Math.max(1, Math.floor(word.length / 3)) ? best.candidate : undefined
}

/** " Do you mean X?", or nothing when nothing is near. */
export function suggestionFor(word: string, candidates: readonly string[], prefix = ''): string {
  const found = nearest(word, candidates)
  return found === undefined ? '' : ` Do you mean ${prefix}${found}?`
}
