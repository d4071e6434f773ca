import { holds, valueNamed } from './condition'
import type { Condition } from './condition-type'
import type { Context } from './settings'
import { switchMeant } from './switches'

/** What a condition asks for, without the words that join conditions. */
export type Asked = Exclude<
  Condition,
  'always' | { readonly all: unknown } | { readonly any: unknown } | { readonly not: unknown }
>

/** Whether a condition can be as wanted, by what can be of each of its parts. */
export function possible(
  condition: Condition,
  can: (asked: Asked, wanted: boolean) => boolean,
  wanted = true,
): boolean {
  if (condition === 'always') {
    return wanted
  }
  if ('not' in condition) {
    return possible(condition.not, can, !wanted)
  }
  if ('all' in condition || 'any' in condition) {
    const parts = 'all' in condition ? condition.all : condition.any
    const each = (part: Condition) => possible(part, can, wanted)
    return 'all' in condition === wanted ? parts.every(each) : parts.some(each)
  }
  return can(condition, wanted)
}

/**
 * Whether a condition may hold: a switch of a wrong type, which a Mac may read as what it means, counts as either unless it
 * plainly means one.
 */
export function mayHold(condition: Condition, context: Context): boolean {
  return possible(condition, (asked, wanted) => mayBe(asked, context, wanted))
}

/** Whether one part of a condition may be as wanted, with the values that are there. */
export function mayBe(asked: Asked, context: Context, wanted: boolean): boolean {
  const value = 'is' in asked ? valueNamed(asked.key, context) : undefined
  const meant =
    value && 'is' in asked && asked.is.some((each) => typeof each === 'boolean') ? switchMeant(value) : null
  if (value === undefined || value.type === 'boolean' || meant === null || !('is' in asked)) {
    return holds(asked, context) === wanted
  }
  return meant === 'unknown' || asked.is.includes(meant === 'on') === wanted
}
