import type { Issue, Repair } from '../api/issue'
import { valueAt } from '../plist/tree'
import { mended } from './mend'
import type { Settings } from './settings'

/** What a repair is tried with: the settings, and what would be said of others. */
export type Settling = {
  readonly settings: Settings
  readonly judge: (settings: Settings) => readonly Issue[]
  /** Rules that do not call the way wrong in which a value is written. */
  readonly aside: readonly string[]
}

/** Repairs that lead from one text to the next are few; more are a circle. */
const MOST_STEPS = 4

/** Whether a repair writes another text in place of the one that the issue is about. */
export function rewrites({ domain, path, repair }: Issue, settings: Settings): boolean {
  const [edit, ...more] = repair?.edits ?? []
  const dict = settings.get(domain ?? '')
  return (
    edit?.value?.type === 'string' &&
    more.length === 0 &&
    placeOf(edit) === placeOf({ domain, path }) &&
    dict !== undefined &&
    valueAt(dict, path)?.type === 'string'
  )
}

/**
 * The repair by the text with which all checks of the value are content, where one that is offered leads to another: of an
 * address with two mistakes, neither repair offers what the other check calls wrong. Null where no repair leads there.
 */
export function settled(issue: Issue & { readonly repair: Repair }, settling: Settling): Repair | null {
  const { settings, judge, aside } = settling
  const isHere = (each: Issue) => placeOf(each) === placeOf(issue) && !aside.includes(each.rule)
  let { repair } = issue
  for (let step = 0; step < MOST_STEPS; step++) {
    const after = mended(settings, repair)
    const left = judge(after).filter(isHere)
    const next = left.find((each) => rewrites(each, after))?.repair
    if (next === undefined) {
      return left.length > 0 ? null : repair
    }
    repair = next
  }
  return null
}

function placeOf({ domain, path }: Pick<Issue, 'domain' | 'path'>): string {
  return [domain, ...path].join('/')
}
