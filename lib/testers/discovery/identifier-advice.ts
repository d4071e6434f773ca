import { schemeFlaw } from '@/lib/schema/web-address'
import { changeLoginKey, loginKey } from '../client-settings'
import { oidcDiscovery } from '../references'
import type { CheckResult } from '../run-checks'
import type { DiscoveryContext } from './context'
import { discoveryAddressOf } from './issuer'

const kinds = {
  user: 'The discovery URL names a user, not the document of the identity provider.',
  host: 'The discovery URL holds the name of a host, not an address that begins with https://.',
} as const

/**
 * What to say of a discovery URL that is no address, but a user or a host from which WebFinger would find the issuer
 * (OpenID Connect Discovery 1.0, section 2.1). Null for every other text.
 */
export function identifierAdvice({ settings }: DiscoveryContext, text: string): Partial<CheckResult> | null {
  const kind = identifierKind(text)
  if (kind === null) {
    return null
  }
  const whole = `https://${text}`
  const value = whole.includes('/.well-known/') ? whole : discoveryAddressOf(whole)
  const repair = changeLoginKey(settings, `Use ${value}`, 'OIDCDiscoveryURL', { type: 'string', value })
  return {
    expected: discoveryAddressOf('https://<issuer>'),
    ...(kind === 'user' ? { means: 'A user is no address, so nothing was asked.' } : {}),
    change: `${kinds[kind]} Jamf Connect is not documented to look a provider up with WebFinger: enter the whole address of the document.`,
    reference: oidcDiscovery('2', 'IssuerDiscovery'),
    remedy: loginKey('OIDCDiscoveryURL', kind === 'host' ? repair : undefined),
  }
}

function identifierKind(text: string): keyof typeof kinds | null {
  if (schemeFlaw(text) !== null) {
    return null
  }
  if (/^(acct:)?[^\s/:@]+@[^\s/@]+$/i.test(text)) {
    return 'user'
  }
  return /^[a-z0-9][a-z0-9.-]*(:\d+)?(\/\S*)?$/i.test(text) ? 'host' : null
}
