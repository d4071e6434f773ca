import { percentEncoded } from './percent'
import { placeholder } from './secret-names'

/** The secrets one Egress has seen, so that an answer which repeats one under another name does not give it away. */
export type KnownSecrets = {
  /** Remembers a value that was sent, or that the caller named. */
  learn(name: string, value: string): void
  /** Remembers a value an answer brought; few and long ones, since whoever answers chooses them. */
  learnFromAnswer(name: string, value: string): void
  /** The text without any remembered value, in the spellings of URLs, forms, JSON, HTML and base64. */
  hide(text: string): string
}

/** Shorter values are in every text; they are hidden where they are the whole value. */
const shortest = 4
const shortestOfAnswer = 8
const longest = 16_384
const mostOfAnswers = 64

/** An empty memory of secrets. */
export function rememberSecrets(): KnownSecrets {
  const shown = new Map<string, string>()
  let spellingsByLength: string[] | null = null
  let fromAnswers = 0

  function learn(name: string, value: string): void {
    if (value === '' || value.length > longest || shown.has(value)) {
      return
    }
    for (const spelling of value.length < shortest ? [value] : spellings(value)) {
      shown.set(spelling, placeholder(name))
    }
    spellingsByLength = null
  }

  return {
    learn,
    learnFromAnswer(name, value) {
      if (value.length >= shortestOfAnswer && !shown.has(value) && ++fromAnswers <= mostOfAnswers) {
        learn(name, value)
      }
    },
    hide(text) {
      const whole = shown.get(text)
      if (whole !== undefined) {
        return whole
      }
      // Longest first: a spelling may contain another.
      spellingsByLength ??= [...shown.keys()]
        .filter((spelling) => spelling.length >= shortest)
        .sort((a, b) => b.length - a.length)
      return spellingsByLength.reduce(
        (rest, spelling) =>
          rest.includes(spelling) ? rest.replaceAll(spelling, () => shown.get(spelling) ?? '') : rest,
        text,
      )
    },
  }
}

function spellings(value: string): Set<string> {
  const percent = percentEncoded(value)
  const form = new URLSearchParams([['', value]]).toString().slice(1)
  const bytes = Buffer.from(value)
  return new Set([
    value,
    percent,
    percent.replace(/%[0-9A-F]{2}/g, (byte) => byte.toLowerCase()),
    percentEncoded(percent),
    form,
    JSON.stringify(value).slice(1, -1),
    JSON.stringify(value).slice(1, -1).replaceAll('/', '\\/'),
    value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;'),
    bytes.toString('latin1'), // UTF-8 that somebody read as Latin-1
    bytes.toString('base64'),
    bytes.toString('base64url'),
  ])
}
