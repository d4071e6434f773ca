import type { SecretWay } from './secret-place'

/** What the token endpoint said. Members are cleaned of secrets, except for the tokens themselves. */
export type PasswordAnswer = {
  readonly status: number
  /** Null when the answer is not a JSON object. */
  readonly body: Readonly<Record<string, unknown>> | null
  readonly text: string
  readonly isPage: boolean
  /** Target of a redirect. */
  readonly location: string | null
  readonly idToken: string | null
  readonly accessToken: string | null
  /** How the client secret was sent; null for a public client. */
  readonly way: SecretWay | null
}
