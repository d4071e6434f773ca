import type { OktaFactor } from './answer'

/** How a factor is answered here. "none": it cannot be. */
export type FactorWay = 'push' | 'sent-code' | 'shown-code' | 'question' | 'none'

type Kind = { readonly label: string; readonly way: FactorWay; readonly why?: string }

const originBound =
  'The key answers to the web address of Okta only, so it cannot be tested here. Choose another factor.'
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
  webauthn: { label: 'Security key or passkey', way: 'none', why: originBound },
  u2f: { label: 'Security key (U2F)', way: 'none', why: originBound },
  web: {
    label: 'Web page',
    way: 'none',
    why: 'The vendor’s page answers inside Okta’s own sign-in only, so it cannot be tested here. Choose another factor.',
  },
}

const vendors: Readonly<Record<string, string>> = {
  OKTA: 'Okta Verify',
  GOOGLE: 'Google Authenticator',
  RSA: 'RSA SecurID',
  SYMANTEC: 'Symantec VIP',
  DUO: 'Duo',
  YUBICO: 'YubiKey',
}

const unknown: Kind = {
  label: '',
  way: 'none',
  why: 'Latchkey does not know this factor, so it cannot be tested here. Choose another one.',
}

function kindOf({ factorType }: OktaFactor): Kind {
  return (Object.hasOwn(kinds, factorType) ? kinds[factorType] : undefined) ?? unknown
}

export function wayOf(factor: OktaFactor): FactorWay {
  return kindOf(factor).way
}

/** Why a factor cannot be answered here, as sentences; undefined when it can. */
export function obstacleOf(factor: OktaFactor): string | undefined {
  return kindOf(factor).why
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
