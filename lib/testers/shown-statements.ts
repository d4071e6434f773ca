import { shortNameOf } from '../products/jamf-connect/outcome/short-name'
import type { Claims } from '../products/jamf-connect/outcome/statement'
import { quoted } from '../schema/words'

type Clean = <T>(value: T) => T

/** What the statements of a prediction were made from, and what must not be shown of it. */
export type StatementSource = {
  /** As they were received: a prediction from changed claims would be about somebody else. */
  readonly claims: Claims | null
  /** Replaces known secrets in a text by their names. */
  readonly clean: Clean
  /** Typed by the person who tests and shown with the test: no secret, though a password may be spelled like it. */
  readonly userName?: string
}

const deepest = 20

/**
 * Statements as they may be shown: values of the token that hold a secret are replaced, and one that is the secret is
 * called so. Our own words stay, whatever the secret is: a password may be "account".
 */
export function shownStatements<S extends object>(
  statements: readonly S[],
  source: StatementSource,
): readonly S[] {
  const hidden = [...hiddenTexts(source)].sort(([left], [right]) => right.length - left.length)
  return hidden.length === 0
    ? statements
    : statements.map((statement) => withoutBrokenRepair(replaceIn(statement, hidden) as S, statement))
}

/** A repair that would write what is shown in place of a secret is no repair. */
function withoutBrokenRepair<S extends object>(shown: S, statement: S): S {
  const repairOf = (each: S) => JSON.stringify('repair' in each ? each.repair : null)
  return repairOf(shown) === repairOf(statement)
    ? shown
    : (Object.fromEntries(Object.entries(shown).filter(([name]) => name !== 'repair')) as S)
}

/** Each text that a statement may hold and must not show, with what is shown in its place. */
function hiddenTexts({ claims, clean, userName = '' }: StatementSource): Map<string, string> {
  const typed = spellings(userName)
  const found = new Map<string, string>()
  for (const text of textsIn(claims, 0)) {
    if (clean(text) === text) {
      continue
    }
    for (const spelling of spellings(text)) {
      const shown = clean(spelling)
      if (!typed.includes(spelling) && (shown !== spelling || spelling.endsWith('…'))) {
        found.set(spelling, shown === spelling ? '(not shown)' : inWords(shown))
      }
    }
  }
  return found
}

/** Whether a secret is no secret here, since the person who tests typed it as the user name, which is shown. */
export function isTypedName(secret: string, userName: string): boolean {
  return spellings(userName).includes(secret)
}

/** The forms in which statements name a text of the token. */
function spellings(text: string): readonly string[] {
  const trimmed = text.trim()
  const all = [text, trimmed, trimmed.split('@')[0] ?? '', shortNameOf(trimmed), quoted(trimmed).slice(1, -1)]
  return all.filter((spelling) => spelling !== '')
}

function inWords(shown: string): string {
  const name = /^<([^<>]+)>$/.exec(shown)?.[1]
  return name === undefined ? shown : `(same as the ${name.replaceAll('_', ' ')})`
}

type Hidden = readonly (readonly [string, string])[]

function replaceAll(text: string, hidden: Hidden): string {
  return hidden.reduce((rest, [secret, shown]) => rest.split(secret).join(shown), text)
}

/** Members that are names of ours. */
const ours = new Set(['id', 'topic', 'verdict', 'state', 'keys'])

function replaceIn(value: unknown, hidden: Hidden): unknown {
  if (typeof value === 'string') {
    return replaceAll(value, hidden)
  }
  if (Array.isArray(value)) {
    return value.map((item) => replaceIn(item, hidden))
  }
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(
        Object.entries(value).map(([name, inner]) => [
          name,
          ours.has(name) ? inner : replaceIn(inner, hidden),
        ]),
      )
    : value
}

function textsIn(value: unknown, depth: number): string[] {
  if (typeof value === 'string') {
    return [value]
  }
  return typeof value === 'object' && value !== null && depth < deepest
    ? Object.values(value).flatMap((inner) => textsIn(inner, depth + 1))
    : []
}
