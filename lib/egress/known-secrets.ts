import { type HiddenSecret, type Hider, hiderOf } from './hider'
import { hiddenQuote, type Quotes, withoutQuotes } from './quotes'

/**
 * Whose words a text is. "record": what was sent and received. "theirs": what somebody else chose. "ours": sentences of
 * ours, in which an ordinary word stays although somebody has it for a password, unless they quote it. "quoted": what
 * is written into a configuration, in which quotes alone are looked for.
 */
export type Words = 'record' | 'theirs' | 'ours' | 'quoted'

/** "records": hidden in what was sent and received only. */
export type Reach = 'test' | 'records'

/** What hides secrets in a text. */
export type Hiding = { readonly hide: (text: string) => string }

/** The secrets of one test, so that an answer which repeats one under another name does not give it away. */
export type KnownSecrets = {
  /** Remembers a value that was sent, or that the caller named. */
  learn(name: string, value: string, reach?: Reach): void
  /** Remembers for the records a value an answer brought; few and long ones, since whoever answers chooses them. */
  learnFromAnswer(name: string, value: string): void
  /**
   * Our sentences may quote a text of somebody else in these forms: the secrets known now go from them there, an ordinary
   * word too, and one that is a secret is called so.
   */
  quote(forms: readonly string[]): void
  /** The text without any remembered value, in the spellings of URLs, forms, JSON, HTML, C, hexadecimal digits and base64. */
  hide(text: string, words?: Words): string
}

const shortestOfAnswer = 8
const longest = 16_384
const mostOfAnswers = 64

/** To hide it in our sentences would tell which word it is. */
const ordinaryWord = /^\p{L}{1,20}$/u

/** An empty memory of secrets. */
export function rememberSecrets(): KnownSecrets {
  const known = new Map<string, HiddenSecret & { reach: Reach }>()
  const quotes: Quotes = new Map()
  const hiders = new Map<Words, Hider>()
  let fromAnswers = 0

  function learn(name: string, value: string, reach: Reach = 'test'): void {
    const before = known.get(value)
    if (value === '' || value.length > longest || before?.reach === 'test' || before?.reach === reach) {
      return
    }
    known.set(value, { ...(before ?? { name, value }), reach })
    hiders.clear()
  }

  function hiderFor(words: Words): Hider {
    const all = [...known.values()].filter(
      ({ value, reach }) =>
        words === 'record' || (reach === 'test' && (words === 'theirs' || !ordinaryWord.test(value))),
    )
    const hider = hiders.get(words) ?? hiderOf(all)
    hiders.set(words, hider)
    return hider
  }

  function hide(text: string, words: Words = 'record'): string {
    const pieces =
      words === 'ours' || words === 'quoted' ? withoutQuotes(text, quotes) : ([{ said: text }] as const)
    return words === 'quoted'
      ? pieces.map(({ said, told }) => told ?? said).join('')
      : hiderFor(words)(pieces)
  }

  return {
    learn,
    learnFromAnswer(name, value) {
      if (value.length >= shortestOfAnswer && !known.has(value) && ++fromAnswers <= mostOfAnswers) {
        learn(name, value, 'records')
      }
    },
    quote(forms) {
      for (const form of forms) {
        const told = hiddenQuote(form, hide(form, 'theirs'))
        if (told !== null) {
          quotes.set(form, told)
        }
      }
    },
    hide,
  }
}
