import type { PlistValue } from '../plist/value'
import { CONNECT_DOMAIN, type Context, LOGIN_DOMAIN, providerNamed, textAt } from './context'
import type { Flaw } from './formats'
import { clientFlaw, tenantFlaw } from './identifiers'
import type { KnownKey } from './keys'
import { sampleIn } from './samples'
import { isTemplate } from './templates'
import { unwise } from './unwise'
import { schemaFor } from './value-schema'
import { passwordProviderBehind, providerBehind, type Vendor } from './vendors'

/** Which keys hold a tenant or a client ID of the provider of the sign-in, and which of the one that checks passwords. */
const IDENTIFIERS: {
  readonly [id: string]: readonly [kind: 'tenant' | 'client', of: 'sign-in' | 'password']
} = {
  'login/OIDCTenant': ['tenant', 'sign-in'],
  'login/ROPGTenant': ['tenant', 'password'],
  'connect/IdPSettings/TenantID': ['tenant', 'sign-in'],
  'login/OIDCClientID': ['client', 'sign-in'],
  'login/OIDCROPGID': ['client', 'password'],
  'connect/IdPSettings/ROPGID': ['client', 'sign-in'],
}

/** Whose identifier a key holds, seen from the domain of the context; undefined for keys that hold none. */
export function identifierOf(key: KnownKey, context: Context) {
  const entry = IDENTIFIERS[key.id]
  if (entry === undefined) {
    return undefined
  }
  const [kind, of] = entry
  const vendor: Vendor | null = of === 'password' ? passwordProviderBehind(context) : providerBehind(context)
  return { kind, vendor }
}

/** What is wrong with an identifier for its provider; null for other keys, variables and empty texts. */
export function identifierFlaw(key: KnownKey, text: string, context: Context): Flaw | null {
  const found = identifierOf(key, context)
  if (found === undefined || isTemplate(text) || text.trim() === '') {
    return null
  }
  const flaw = found.kind === 'tenant' ? tenantFlaw : clientFlaw
  return flaw(found.vendor, text)
}

/**
 * Whether a value can be what the key is meant to hold, so that it may be copied: not empty, not a sample, not refused
 * by its type, its format or its provider. `context` is seen from the domain of the key.
 */
export function isSound(key: KnownKey, value: PlistValue, context: Context): boolean {
  if (!schemaFor(key.definition).safeParse(value).success) {
    return false
  }
  if (value.type === 'array' && value.items.length === 0) {
    return false
  }
  const odd = unwise(key, key.path, value)
  if (odd.some(({ rule }) => rule === 'empty-value' || rule === 'bad-format' || rule === 'unlisted-value')) {
    return false
  }
  return (
    value.type !== 'string' ||
    (sampleIn(value.value, key.name, key.definition) === null &&
      identifierFlaw(key, value.value, context) === null)
  )
}

/**
 * Whether login window and menu bar app ask the same provider, so that a value of one can be one of the other; also
 * while one of them names none. Okta's interfaces count as one provider.
 */
export function sameProvider({ settings }: Context): boolean {
  const ids = [
    textAt(settings, LOGIN_DOMAIN, ['OIDCProvider']),
    textAt(settings, CONNECT_DOMAIN, ['IdPSettings', 'Provider']),
  ]
  const [first, second] = ids.map((id) =>
    id === undefined || id.trim() === '' ? null : (providerNamed(id) ?? id),
  )
  const okta = [first, second].every((id) => id?.startsWith('Okta') === true)
  return first === null || second === null || first === second || okta
}
