import type { Vendor } from '@/lib/schema/vendors'

/** What an answer says about the password. "not-the-password": the request failed before or regardless of it. */
export type PasswordSays = 'password-right' | 'password-wrong' | 'unknown' | 'not-the-password'

/** What is observed without an error of the provider's own: found by a check, or seen on a Mac. */
export type Symptom =
  | 'password-with-outer-space'
  | 'failures-in-sign-in-log'
  | 'login-window-starts-over'
  | 'no-password-grant'
  | 'password-check-fails'
  | 'client-authentication-asked'
  | 'no-user-name'
  | 'admin-claim-missing'
  | 'discovery-not-found'
  | 'discovery-not-json'
  | 'issuer-differs'
  | 'mac-cannot-reach-provider'
  | 'mac-authentication-failed'

/**
 * What an answer must have. All that is given must hold. A code is looked for first ("AADSTS50126", "E0000004",
 * "CSIAQ0160E", a status of Okta's Authentication API), then `error` and `text`.
 */
export type Match = {
  readonly code?: readonly string[]
  /** Value of the `error` member (RFC 6749, section 5.2), whole. */
  readonly error?: string
  /** Source of a regular expression that is found in the description, whatever the case. */
  readonly text?: string
  /** The words of `text` are too common to tell whose answer it is: the provider has to be known. */
  readonly common?: true
  readonly symptom?: Symptom
}

/** One cause of a failed sign-in. All sentences are for the administrator. */
export type DiagnosisRow = {
  /** Stable name, kebab-case. */
  readonly id: string
  /** Whose answers the row explains. "any": all of them. */
  readonly provider: Vendor | 'any'
  readonly match: Match
  readonly verdict: PasswordSays
  readonly cause: string
  readonly fix: string
  /** Id of the key to look at. */
  readonly key?: string
  /** Where in the provider's console. */
  readonly console?: string
  /** Address of the page that the mapping rests on; for an inferred one, of the page that has the error. */
  readonly source: string
  /** "inferred": the vendor documents the error, the link to this cause is ours. */
  readonly certainty: 'documented' | 'inferred'
}
