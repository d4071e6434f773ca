import type { KeyPlace, Repair } from '../../../api/issue'
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

/** A value of the token beside what was configured. */
export type Mark = {
  readonly value: string
  readonly state: 'matched' | 'near' | 'plain'
  /** The configured value that a near one almost is. */
  readonly differsFrom?: string
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

/** Something an administrator will want to change, as a person would say it. */
export type Concern = {
  /** "failed": the sign-in itself does not work; "warning": it works, but not as configured. */
  readonly verdict: 'failed' | 'warning'
  /** One clause without a period: "The test user can sign in, but as a standard user". */
  readonly title: string
  readonly text: string
}

/** One statement about what happens on the Mac, with the key and the claim behind it. */
export type Statement = {
  readonly id: StatementId
  /** "Account name", "Rights", "Local password". */
  readonly topic: string
  readonly value: string
  /** Why, in sentences: names the key and the claim, and says what Jamf does not document. */
  readonly because: string
  readonly keys: readonly KeyPlace[]
  readonly claims: readonly string[]
  /** False: not documented by Jamf. */
  readonly certain: boolean
  readonly marks?: readonly Mark[]
  readonly concern?: Concern
  readonly repair?: Repair
}

/** A statement as its author makes it: for each claim, what Jamf Connect reads it for, as a sentence. */
export type Told = Omit<Statement, 'claims'> & { readonly reads: Readonly<Record<string, string>> }
