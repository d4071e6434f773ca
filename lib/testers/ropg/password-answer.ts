import type { SecretWay } from './secret-place'

/** What the token endpoint said, as it said it: what is told of it is cleaned of secrets when it is told. */
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
