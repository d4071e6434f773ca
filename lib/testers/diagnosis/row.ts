import type { Vendor } from '@/lib/products/jamf-connect/providers/vendors'
import type { KeyId } from '../../products/jamf-connect/manifests/key-ids'
import type { AnswerInput } from './answer'

/**
 * What an answer says about the password. "may-be-wrong": the provider refused, and a wrong password is among the
 * reasons it may have had. "unknown": nothing. "not-the-password": the request failed before the password was looked
 * at, or for another reason, so the answer says nothing about it either.
 */
export type PasswordSays =
  | 'password-right'
  | 'password-wrong'
  | 'may-be-wrong'
  | 'unknown'
  | 'not-the-password'

/** What a check of ours observes beside, or in place of, an error of the provider's own. */
export type Symptom =
  | 'password-with-outer-space'
  | 'refused-without-reason'
  /** Read at the address of a discovery document, in place of one. */
  | 'discovery-refused'
  /** Read on a page of the provider, in place of a sign-in page or of an answer to the redirect URI. */
  | 'authorization-page'

/**
 * What an answer must have. All that is given must hold. A code is looked for first ("AADSTS50126", "E0000004",
 * "CSIAQ0160E", a status of Okta's Authentication API), then `error` and `text`.
 */
export type Match = {
  readonly code?: readonly string[]
  /** Value of the `error` member (RFC 6749, section 5.2), whole; of several, any. */
  readonly error?: string | readonly string[]
  /**
   * Source of a regular expression that is found in the error or its description, whatever the case. Words do not tell
   * whose they are: a row of a provider speaks where that provider is known to answer.
   */
  readonly text?: string
  readonly symptom?: Symptom
  /** Whether a client secret was sent, where that is known. */
  readonly secret?: SecretState
}

/** "none": the client has no secret in the configuration. */
export type SecretState = 'sent' | 'none'

/** What was asked of the provider: to check a password, to exchange a code for tokens, or to sign a user in. */
export type RequestKind = 'password-check' | 'code-exchange' | 'authorization'

/** What a provider says, as it sends it; ids are shortened. */
export type Said = Pick<AnswerInput, 'error' | 'description' | 'text'>

/** How a row is found. Words have an answer that holds them; a code, an error or a symptom is its own example. */
export type Found =
  | { readonly match: Match; readonly example: Said }
  | { readonly match: Match & { readonly text?: never }; readonly example?: Said }

/** One cause of a failed sign-in, and how it is found. */
export type DiagnosisRow = DiagnosisFacts & Found

/** What is so, and what to do. All sentences are for the administrator. */
export type DiagnosisFacts = {
  /** Stable name, kebab-case. */
  readonly id: string
  /** Whose answers the row explains. "any": all of them. */
  readonly provider: Vendor | 'any'
  /** The requests whose answers the row explains, where that does not follow from its key and verdict. */
  readonly requests?: readonly RequestKind[]
  readonly verdict: PasswordSays
  /**
   * What is so, as a clause that goes on in a title: "Not known whether the password is right: the account is locked",
   * "The password is right, but it has expired".
   */
  readonly clause?: string
  /**
   * "client": the provider did not recognize the application; "grant": it does not let it use the password grant.
   * RFC 6749 has it say either before it looks at the user.
   */
  readonly about?: 'client' | 'grant'
  /** "user-action": the password is right, and the user has to do something with a browser; no second factor. */
  readonly asks?: 'user-action'
  /** What the answer does not tell either, beside the password: whether the client was accepted, whether the grant is offered. */
  readonly leaves?: readonly ('client' | 'grant')[]
  readonly cause: string
  /** The cause where the provider adds words that no row knows; it stands behind them. */
  readonly spoken?: string
  readonly fix: string
  /** Id of the key to look at. */
  readonly key?: KeyId
  /** Where in the provider's console. */
  readonly console?: string
  /** Address of the page that the mapping rests on; for an inferred one, of the page that has the error. */
  readonly source: string
  /** "inferred": the vendor documents the error, the link to this cause is ours. */
  readonly certainty: 'documented' | 'inferred'
}

const allRequests: readonly RequestKind[] = ['password-check', 'code-exchange', 'authorization']

/**
 * The requests whose answers a row explains. One whose key belongs to the password check is about that check alone; one
 * that holds the password for wrong is never about a code, which is exchanged when the user has signed in already.
 */
export function requestsOf({
  requests,
  key,
  verdict,
}: Pick<DiagnosisFacts, 'requests' | 'key' | 'verdict'>): readonly RequestKind[] {
  if (requests !== undefined) {
    return requests
  }
  if (/\/(OIDC)?ROPG/.test(key ?? '')) {
    return ['password-check']
  }
  return verdict === 'password-wrong' || verdict === 'may-be-wrong'
    ? ['password-check', 'authorization']
    : allRequests
}
