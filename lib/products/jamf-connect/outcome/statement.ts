import type { MacStatement } from '../../../api/report'
import type { Settings } from '../../../schema/settings'

/** Claims of an ID token as JSON gives them: any name, any value. */
export type Claims = Readonly<Record<string, unknown>>

/**
 * What a password check established about the password. "right-but-unfinished": the provider knows it, and the user
 * has to do something before it issues tokens, such as changing an expired password.
 */
export type PasswordVerdict =
  | 'accepted'
  | 'accepted-with-second-factor'
  | 'right-but-unfinished'
  | 'refused'
  | 'unknown'

/** What the provider said when it refused: the members of an OAuth error answer (RFC 6749, section 5.2). */
export type ProviderAnswer = {
  readonly error?: string
  readonly description?: string
}

export type OutcomeInput = {
  readonly settings: Settings
  /** Claims of the ID token; null without a token. */
  readonly claims: Claims | null
  /** Claims of the UserInfo endpoint about the same user, where it was asked. */
  readonly userInfo?: Claims
  /** User name that was typed for a password check; stands in for the token's while there is none. */
  readonly userName?: string
  readonly password?: PasswordVerdict
  /** The app whose check that was. */
  readonly checkedFor?: 'login' | 'connect'
  /** The answer behind `password`, for the comparison with the success codes. */
  readonly answer?: ProviderAnswer
  /** Whether the user is assigned to Okta's role apps, where it is known. */
  readonly oktaApps?: { readonly access?: boolean; readonly admin?: boolean; readonly secondary?: boolean }
}

export type StatementId =
  | 'account-name'
  | 'alias'
  | 'full-name'
  | 'existing-account'
  | 'mobile-account'
  | 'rights'
  | 'token-values'
  | 'secondary-access'
  | 'okta-apps'
  | 'password'
  | 'local-password'
  | 'keychain'
  | 'without-network'

/** A statement of this product. */
export type Statement = MacStatement & { readonly id: StatementId }

/** A statement as its author makes it: for each claim, what Jamf Connect reads it for, as a sentence. */
export type Told = Omit<Statement, 'claims'> & { readonly reads: Readonly<Record<string, string>> }
