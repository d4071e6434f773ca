/**
 * Why a password is not sent. "repeat": it was already wrong for this user. "user", "issuer": too many failures. "person":
 * too many attempts by one administrator. "spraying": one password for many users. "busy": too many at this moment.
 */
export type AttemptLimit = 'repeat' | 'user' | 'issuer' | 'person' | 'spraying' | 'busy'

export type AttemptGrant =
  /** `failures`: how many of this user's attempts failed lately. */
  | { readonly granted: true; readonly id: string; readonly failures: number }
  /** `until`: when the limit no longer holds, in milliseconds since 1970. */
  | { readonly granted: false; readonly limit: AttemptLimit; readonly until: number }

/**
 * How an attempt ended. "refused": the password is wrong. "failed": the provider turned the user away for another reason,
 * or did not answer. "not-checked": it says that it turned the application away, which proves nothing about what it did
 * with the password. "not-sent": it never left this machine.
 */
export type AttemptOutcome = 'accepted' | 'refused' | 'failed' | 'not-checked' | 'not-sent'
