import type { PlistPath, PlistValue } from '../plist/value'

/**
 * Something about the values of a configuration that an administrator should know. Data, never thrown.
 * "error": the Mac or the MDM will refuse or misread it. "advice": allowed, but unwise or suspicious.
 */
export type Issue = {
  readonly severity: 'error' | 'advice'
  /** The preference domain whose settings `path` leads into; null: `path` starts at the root of the profile. */
  readonly domain: string | null
  readonly path: PlistPath
  /** Name of the rule that found it, kebab-case and stable: tests and scripts match on it. */
  readonly rule: string
  /** One or two sentences: what is wrong, and what to do. */
  readonly message: string
  /** Present when it is about people who may no longer get into their Macs, which nobody should miss. */
  readonly aboutAccess?: true
  readonly repair?: Repair
}

/** How many issues of each severity there are. */
export function countIssues(issues: readonly Issue[]): { readonly errors: number; readonly advice: number } {
  const errors = issues.filter(({ severity }) => severity === 'error').length
  return { errors, advice: issues.length - errors }
}

/** A change the administrator can accept with one click. `title` says what it does ("Use acme.okta.com"). */
export type Repair = { readonly title: string; readonly edits: readonly Edit[] }

/** Sets the value at `path`, or removes it when `value` is null. `domain` as in Issue. */
export type Edit = {
  readonly domain: string | null
  readonly path: PlistPath
  readonly value: PlistValue | null
  /**
   * The payload whose settings are meant, by its PayloadUUID, where a profile may have several for one domain; absent: the
   * one that counts.
   */
  readonly payload?: string
}

/** A key by its place: the preference domain, and the path from the root of its settings. */
export type KeyPlace = { readonly domain: string; readonly path: readonly string[] }
