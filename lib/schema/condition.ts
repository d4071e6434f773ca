import { valueAt } from '../plist/tree'
import type { PlistPath, PlistValue } from '../plist/value'
import type { Condition } from './condition-type'
import type { Context } from './settings'

/** The domain and path that the `key` of a condition names; `domain` null: the domain of the entry it stands on. */
export function keyNamed(key: string): { readonly domain: string | null; readonly path: readonly string[] } {
  const [, domain, rest] = /^([A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+):(.*)$/.exec(key) ?? []
  return { domain: domain ?? null, path: (rest ?? key).split('/') }
}

/** Whether the condition holds for the settings, seen from the context's domain. */
export function holds(condition: Condition, context: Context): boolean {
  if (condition === 'always') {
    return true
  }
  if ('provider' in condition) {
    return context.provider !== null && condition.provider.includes(context.provider)
  }
  if ('all' in condition) {
    return condition.all.every((each) => holds(each, context))
  }
  if ('any' in condition) {
    return condition.any.some((each) => holds(each, context))
  }
  if ('not' in condition) {
    return !holds(condition.not, context)
  }
  const value = valueNamed(condition.key, context)
  return 'configured' in condition
    ? (value !== undefined) === condition.configured
    : value !== undefined && condition.is.some((literal) => isLiteral(value, literal))
}

/** The value of the key that a condition names, seen from the context's domain; undefined when it is not configured. */
export function valueNamed(key: string, context: Context): PlistValue | undefined {
  const { domain, path } = keyNamed(key)
  const root = context.settings.get(domain ?? context.domain)
  const positions = [...(context.positions ?? [])]
  const place: PlistPath = path.map((step) => (step === '[]' ? (positions.shift() ?? 0) : step))
  return root === undefined ? undefined : valueAt(root, place)
}

function isLiteral(value: PlistValue, literal: string | number | boolean): boolean {
  if (value.type === 'array') {
    return value.items.some((item) => isLiteral(item, literal))
  }
  if (value.type === 'integer') {
    return typeof literal === 'number' && Number.isInteger(literal) && value.value === BigInt(literal)
  }
  return 'value' in value && value.value === literal
}

/**
 * The part of a condition that makes it hold, for a sentence about these very settings: of a list of providers the
 * one that is configured, of alternatives the first that is true.
 */
export function holdingPart(condition: Condition, context: Context): Condition {
  if (condition !== 'always' && 'provider' in condition && context.provider !== null) {
    return { provider: [context.provider] }
  }
  if (condition !== 'always' && 'any' in condition) {
    const part = condition.any.find((each) => holds(each, context))
    return part === undefined ? condition : holdingPart(part, context)
  }
  return condition !== 'always' && 'all' in condition
    ? { ...condition, all: condition.all.map((each) => holdingPart(each, context)) }
    : condition
}
