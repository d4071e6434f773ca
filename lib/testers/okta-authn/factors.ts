import type { OktaFactor } from './answer'

/** How a factor is answered here. "none": it cannot be. */
export type FactorWay = 'push' | 'sent-code' | 'shown-code' | 'question' | 'none'

type Kind = {
  readonly label: string
  readonly way: FactorWay
  readonly why?: string
  /** Jamf names no setting for it, and the login window has no place where it could be answered. */
  readonly keyless?: true
}

const originBound = 'The key answers to the web address of Okta only, so it cannot be tested here.'
const elsewhere = (label: string): Kind => ({
  label,
  way: 'none',
  why: 'It is answered on the page of another identity provider, so it cannot be tested here.',
  keyless: true,
})
const code = (label: string): Kind => ({ label, way: 'shown-code' })
const sent = (label: string): Kind => ({ label, way: 'sent-code' })

/** Factor types of https://developer.okta.com/docs/reference/api/factors/#factor-type */
const kinds: Readonly<Record<string, Kind>> = {
  push: { label: 'Push notification', way: 'push' },
  'token:software:totp': code('One-time password'),
  token: code('Token'),
  'token:hardware': code('Hardware token'),
  'token:hotp': code('Hardware token'),
  sms: sent('Text message'),
  call: sent('Phone call'),
  email: sent('E-mail'),
  question: { label: 'Security question', way: 'question' },
  webauthn: { label: 'Security key or passkey', way: 'none', why: originBound, keyless: true },
  u2f: { label: 'Security key (U2F)', way: 'none', why: originBound, keyless: true },
  web: {
    label: 'Web page',
    way: 'none',
    why: 'The vendor’s page answers inside Okta’s own sign-in only, so it cannot be tested here.',
  },
  password: {
    label: 'Password',
    way: 'none',
    why: 'Latchkey sends the password once only, so it cannot be tested here as a factor.',
  },
  signed_nonce: {
    label: 'Okta FastPass',
    way: 'none',
    why: 'Okta Verify answers it on the device itself, so it cannot be tested here.',
    keyless: true,
  },
  'assertion:saml2': elsewhere('Another identity provider (SAML)'),
  'assertion:oidc': elsewhere('Another identity provider (OpenID Connect)'),
  claims_provider: elsewhere('Another identity provider'),
}

const vendors: Readonly<Record<string, string>> = {
  OKTA: 'Okta Verify',
  GOOGLE: 'Google Authenticator',
  RSA: 'RSA SecurID',
  SYMANTEC: 'Symantec VIP',
  DUO: 'Duo',
  YUBICO: 'YubiKey',
  GENERIC_SAML: '',
  GENERIC_OIDC: '',
  CUSTOM: '',
}

const unknown: Kind = {
  label: '',
  way: 'none',
  why: 'Latchkey does not know this factor, so it cannot be tested here.',
}

function kindOf({ factorType }: OktaFactor): Kind {
  const known = Object.hasOwn(kinds, factorType) ? kinds[factorType] : undefined
  return known ?? (factorType.startsWith('assertion:') ? elsewhere('Another identity provider') : unknown)
}

/** Whether a text is a factor type or a provider of factors of Okta's own. */
export function isFactorWord(text: string): boolean {
  return Object.hasOwn(kinds, text) || Object.hasOwn(vendors, text)
}

/** Whether Jamf names no setting for the factor, and a login window has no place to answer it. */
export function isKeyless(factor: OktaFactor): boolean {
  return kindOf(factor).keyless === true
}

export function wayOf(factor: OktaFactor): FactorWay {
  return kindOf(factor).way
}

/** Why a factor cannot be answered here, as sentences; undefined when it can. `all`: those to choose from. */
export function obstacleOf(factor: OktaFactor, all: readonly OktaFactor[]): string | undefined {
  const { why } = kindOf(factor)
  const other = all.some((each) => each !== factor && wayOf(each) !== 'none')
  return why !== undefined && other ? `${why} Choose another factor.` : why
}

/** "Push notification (Okta Verify)", "Text message". */
export function labelOf(factor: OktaFactor): string {
  const { factorType, provider } = factor
  const { label } = kindOf(factor)
  const own = provider === 'OKTA' && !/^(push|token)/.test(factorType)
  const vendor = own ? undefined : (vendors[provider] ?? provider)
  const name = label || factorType || 'A factor without a name'
  return vendor && vendor !== 'FIDO' ? `${name} (${vendor})` : name
}

/** What tells one factor from another of its kind: a phone, an address, a question. */
export function detailOf({ profile }: OktaFactor): string {
  const names = ['phoneNumber', 'email', 'questionText', 'authenticatorName', 'name'] as const
  const found = names.map((name) => profile[name]).find((value) => typeof value === 'string' && value !== '')
  return typeof found === 'string' ? found.replace(/\p{Cc}+/gu, ' ').slice(0, 200) : ''
}

/** How a prompt names the factor among those of its list. */
export function nameOf(factor: OktaFactor, index: number): string {
  return factor.id || `${factor.factorType}:${factor.provider}:${index}`
}

/**
 * The name of the factor as MFARename has it, in the manifests of both domains; null for one that has none. That
 * MFAExcluded takes the same names is likely; no public source lists them.
 */
export function keyNameOf({ factorType, provider }: OktaFactor): string | null {
  if (factorType === 'token:software:totp') {
    return provider === 'GOOGLE' || provider === 'OKTA'
      ? `${provider.toLowerCase()}:token:software:totp`
      : null
  }
  return ['push', 'question', 'web', 'sms', 'token:hardware'].includes(factorType) ? factorType : null
}

/** Whether the factor can be enrolled from here, and what it asks for first. */
export function enrolment({ factorType, provider }: OktaFactor): 'at-once' | 'phone' | null {
  if (factorType === 'sms' || factorType === 'call') {
    return 'phone'
  }
  const software = factorType === 'token:software:totp' && (provider === 'OKTA' || provider === 'GOOGLE')
  return software || factorType === 'push' || factorType === 'email' ? 'at-once' : null
}
