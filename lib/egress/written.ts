import { BEGINS_ESCAPE, readings, type Unspelled } from './unspelled'

/** A sign that an escape, or an escape of one, means, and how many units of the text it takes. */
type Sign = { readonly text: string; readonly length: number }

/** The signs that may be meant by an escape that begins here, undone once or more often. */
export type EscapesAt = (at: number) => readonly Sign[]

/** An escape is undone as far as it fits in here. */
const longestEscape = 32
const longestText = 65_536
const longestSecret = 64
const none: readonly Sign[] = []

/** Looks for escapes at any place of a text; the same signs behind a place are looked at once. */
export function escapesIn(text: string): EscapesAt {
  const known = new Map<string, readonly Sign[]>()
  return (at) => {
    if (!BEGINS_ESCAPE.test(text.charAt(at))) {
      return none
    }
    const part = text.slice(at, at + longestEscape)
    const found = known.get(part) ?? escapesAt(part, at + longestEscape >= text.length)
    known.set(part, found)
    return found
  }
}

function escapesAt(part: string, isEnd: boolean): readonly Sign[] {
  const [, ...undone] = readings(part)
  return undone
    .map(firstSign)
    .filter(({ length }) => length > 1 && (length < longestEscape || isEnd))
    .filter(
      ({ text, length }, index, all) => all[index - 1]?.length !== length || all[index - 1]?.text !== text,
    )
}

/** What is told by one escape belongs together: two units of a sign beyond U+FFFF, for one. */
function firstSign({ plain, start, end }: Unspelled): Sign {
  let units = 1
  while (units < plain.length && start(units) === start(0)) {
    units += 1
  }
  return { text: plain.slice(0, units), length: end(units - 1) }
}

/** Forms write "+" for a space; a "+" of a secret with spaces counts as one. */
export function plusAsSpace(secret: string): (text: string) => string {
  return secret.includes(' ') ? (text) => text.replaceAll('+', ' ') : (text) => text
}

/** Where a secret begins and ends. */
type Span = { readonly start: number; readonly end: number }

/**
 * Where the beginning of a text, of 65,536 units, writes a secret of at most 64 units sign by sign, each as it is or
 * escaped any number of times, whatever stands around it. For secrets that hold what looks like an escape: there, to
 * undo the escapes of the whole text equally often undoes those of the secret. Takes linear time: each place is looked
 * at once, with all beginnings of the secret that may end there.
 */
export function writtenIn(text: string, value: string, escapes: EscapesAt): readonly Span[] {
  const { length } = value
  if (length > longestSecret) {
    return []
  }
  const read = plusAsSpace(value)
  const secret = read(value)
  const last = Math.min(text.length, longestText)
  /** For each of the next places: where a beginning of the secret, of as many units as the index says, began. */
  const begun = Array.from({ length: longestEscape + 1 }, () => new Int32Array(length + 1).fill(-1))
  const longest = new Int32Array(longestEscape + 1)
  const spans: Span[] = []
  for (let at = 0; at <= last; at += 1) {
    const slot = at % begun.length
    const here = begun[slot] as Int32Array
    const whole = here[length] as number
    if (whole >= 0) {
      spans.push({ start: whole, end: at })
    }
    here[0] = at
    const goOn = ({ text: told, length: taken }: Sign) => {
      const sign = read(told)
      const first = sign.charCodeAt(0)
      const next = (at + taken) % begun.length
      for (let units = 0; units <= (longest[slot] as number); units += 1) {
        const from = here[units] as number
        if (from >= 0 && secret.charCodeAt(units) === first && secret.startsWith(sign, units)) {
          const after = units + sign.length
          const there = begun[next] as Int32Array
          const other = there[after] as number
          // The longest way to write it hides what belongs to the others too.
          there[after] = other < 0 ? from : Math.min(other, from)
          longest[next] = Math.max(longest[next] as number, after)
        }
      }
    }
    goOn({ text: text.charAt(at), length: 1 })
    escapes(at).forEach(goOn)
    here.fill(-1)
    longest[slot] = 0
  }
  return spans
}
