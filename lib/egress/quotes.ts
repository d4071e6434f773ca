import { type Piece, withoutSpelling } from './pieces'

/** Texts that our sentences may quote and that hold a secret, with what is shown in their place. */
export type Quotes = Map<string, string>

/** Shorter texts are in every word; they are looked for as whole words. */
const shortest = 4

/** What stands in a sentence for a quoted text; null where it holds no secret. `hidden` is the text without secrets. */
export function hiddenQuote(text: string, hidden: string): string | null {
  if (text === '' || hidden === text) {
    return null
  }
  const name = /^<([^<>]+)>$/.exec(hidden)?.[1]
  return name === undefined ? hidden : `(same as the ${name.replaceAll('_', ' ')})`
}

/** A text in pieces: what was quoted in it is told already. */
export function withoutQuotes(text: string, quotes: Quotes): readonly Piece[] {
  // Longest first: a quote may contain another.
  const all = [...quotes].sort(([left], [right]) => right.length - left.length)
  return all.reduce<readonly Piece[]>(
    (pieces, [form, told]) => withoutSpelling(pieces, form.length < shortest ? wholeWord(form) : form, told),
    [{ said: text }],
  )
}

function wholeWord(text: string): RegExp {
  const literal = text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
  return new RegExp(`(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`, 'u')
}
