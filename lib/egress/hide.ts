import type { KnownSecrets, Words } from './known-secrets'
import { redactText } from './redact-text'

export type Hide = {
  readonly secrets: KnownSecrets
  readonly words: Words
  /** Names of members whose values stay. */
  readonly members?: ReadonlySet<string>
  /** In parentheses: parts of texts that stay. */
  readonly constants?: RegExp
  /** In parentheses: parts of texts that are no secrets though they stand under the name of one. */
  readonly unsuspected?: RegExp
}

/** A text that may hold the user of an address, a value under a secret name, a token or a key. */
const mayNameOne = /[@=]|eyJ|-----BEGIN/

/**
 * The same value with the secrets in its texts replaced by their names, in every spelling: those that are known, and
 * what looks like one, whoever knows it. Names of members stay.
 */
export function hide<T>(value: T, hiding: Hide): T {
  return inTexts(value, (text) => inText(text, hiding), hiding.members) as T
}

function inText(text: string, { secrets, words, constants, unsuspected }: Hide): string {
  const known = (part: string) => secrets.hide(part, words)
  const named = (part: string) =>
    mayNameOne.test(part) && words !== 'quoted' ? redactText(part, { hide: known }) : known(part)
  return outside(text, constants, (each) => outside(each, unsuspected, named, known))
}

/** The text with `change` made outside of what the expression finds, and `other` within. */
function outside(
  text: string,
  found: RegExp | undefined,
  change: (part: string) => string,
  other = (part: string) => part,
): string {
  const parts = found === undefined ? [text] : text.split(found)
  return parts.map((part, index) => (index % 2 === 0 ? change(part) : other(part))).join('')
}

function inTexts(
  value: unknown,
  change: (text: string) => string,
  stay: ReadonlySet<string> | undefined,
): unknown {
  if (typeof value === 'string') {
    return change(value)
  }
  if (Array.isArray(value)) {
    return value.map((each) => inTexts(each, change, stay))
  }
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) {
    return value
  }
  const members = Object.entries(value).map(([name, each]) => [
    name,
    stay?.has(name) === true ? each : inTexts(each, change, stay),
  ])
  return Object.fromEntries(members)
}
