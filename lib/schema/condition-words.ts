import { keyNamed } from './condition'
import type { Condition } from './condition-type'
import type { NamedProvider } from './product'

/**
 * The condition as part of a sentence: "when the identity provider is PingFederate or Custom"; "always". `providers` are
 * those of the product.
 */
export function inWords(condition: Condition, providers: readonly NamedProvider[]): string {
  return condition === 'always' ? 'always' : `when ${clause(condition, providers)}`
}

function clause(
  condition: Exclude<Condition, 'always'>,
  providers: readonly NamedProvider[],
  negated = false,
): string {
  if (isSaid(condition) && !negated) {
    return condition.said
  }
  if ('provider' in condition) {
    return providerClause(condition.provider, providers, negated)
  }
  if ('is' in condition) {
    const values = condition.is.map(literalInWords)
    return `${nameOf(condition.key)} ${negated ? 'is not' : 'is'} ${series(values, 'or')}`
  }
  if ('configured' in condition) {
    return `${nameOf(condition.key)} is ${condition.configured === negated ? 'not configured' : 'configured'}`
  }
  if ('not' in condition) {
    return condition.not === 'always' ? 'nothing' : clause(condition.not, providers, !negated)
  }
  // A key inside a dictionary has the condition of the dictionary and often the same one itself.
  const parts = flat(condition).filter((part) => part !== 'always')
  const said = [...new Set(parts.map((part) => inner(part, providers, negated)))]
  const word = 'all' in condition === negated ? 'or' : 'and'
  return said.some((text) => / (or|and|nor) /.test(text)) ? said.join(`, ${word} `) : series(said, word)
}

function isSaid(condition: Exclude<Condition, 'always'>): condition is { all: []; said: string } {
  return 'said' in condition && condition.said !== undefined
}

/** The parts of a condition, with those of a part of the same kind among them. */
function flat(condition: Condition): readonly Condition[] {
  if (condition !== 'always' && 'all' in condition) {
    return condition.all.flatMap((part) =>
      part !== 'always' && 'all' in part && !isSaid(part) ? flat(part) : [part],
    )
  }
  if (condition !== 'always' && 'any' in condition) {
    return condition.any.flatMap((part) => (part !== 'always' && 'any' in part ? flat(part) : [part]))
  }
  return [condition]
}

/** A long list of providers is said by those that are not in it. */
function providerClause(
  listed: readonly string[],
  providers: readonly NamedProvider[],
  negated: boolean,
): string {
  const others = providers.map(({ id }) => id).filter((id) => !listed.includes(id))
  if (others.length === 0 && listed.length > 1) {
    return `an identity provider is ${negated ? 'not configured' : 'configured'}`
  }
  const [ids, not] =
    others.length > 0 && others.length < Math.min(4, listed.length) ? [others, !negated] : [listed, negated]
  const [first, ...rest] = ids.map((id) => providerInWords(id, providers))
  if (!not || rest.length === 0) {
    return `the identity provider is ${not ? 'not ' : ''}${series([`${first}`, ...rest], 'or')}`
  }
  return `the identity provider is neither ${series([`${first}`, ...rest], 'nor')}`
}

/** A list inside a list is set off, so that "a and b or c" cannot be misread. */
function inner(
  condition: Exclude<Condition, 'always'>,
  providers: readonly NamedProvider[],
  negated: boolean,
): string {
  const text = clause(condition, providers, negated)
  if ('not' in condition && condition.not !== 'always') {
    return inner(condition.not, providers, !negated)
  }
  if (!('all' in condition || 'any' in condition) || (isSaid(condition) && !negated)) {
    return text
  }
  return 'any' in condition === negated ? `both ${text}` : `either ${text}`
}

function nameOf(key: string): string {
  const { domain, path } = keyNamed(key)
  const name = path.filter((step) => step !== '[]').join('/')
  return domain === null ? name : `${name} (${domain})`
}

function literalInWords(literal: string | number | boolean): string {
  return typeof literal === 'boolean' ? (literal ? 'on' : 'off') : String(literal)
}

/** The name of a provider in a sentence. */
export function providerInWords(id: string, providers: readonly NamedProvider[]): string {
  return providers.find((each) => each.id === id)?.inSentences ?? id
}

/** "a", "a or b", "a, b or c". */
export function series(words: readonly string[], last: string): string {
  return words.length < 2
    ? (words[0] ?? '')
    : `${words.slice(0, -1).join(', ')} ${last} ${words[words.length - 1]}`
}
