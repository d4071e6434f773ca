import type { PlistValue } from '../../../plist/value'
import type { Flaw } from '../../../schema/flaw'
import { sampleIn } from '../../../schema/samples'
import { isTemplate } from '../../../schema/templates'
import { unwise } from '../../../schema/unwise'
import { schemaFor } from '../../../schema/value-schema'
import type { JamfContext } from '../context'
import type { JamfKey } from '../keys'
import type { KeyId } from '../manifests/key-ids'
import { clientFlaw, oktaServerFlaw, tenantFlaw } from '../providers/identifiers'
import { passwordProviderBehind } from '../providers/provider-behind'
import { isOkta, type Vendor } from '../providers/vendors'
import { checksElsewhere, signInProvider } from './sides'

type Identifier = 'tenant' | 'client' | 'okta-server'

const flaws: { readonly [K in Identifier]: (vendor: Vendor | null, text: string) => Flaw | null } = {
  tenant: tenantFlaw,
  client: clientFlaw,
  'okta-server': oktaServerFlaw,
}

/** Which keys hold an identifier of the provider of the sign-in, and which of the one that checks passwords. */
type Named = readonly [kind: Identifier, of: 'sign-in' | 'password']

const IDENTIFIERS: { readonly [id: string]: Named | undefined } = {
  'login/AuthServer': ['okta-server', 'sign-in'],
  'connect/IdPSettings/OktaAuthServer': ['okta-server', 'sign-in'],
  'login/OIDCTenant': ['tenant', 'sign-in'],
  'login/ROPGTenant': ['tenant', 'password'],
  'connect/IdPSettings/TenantID': ['tenant', 'sign-in'],
  'login/OIDCClientID': ['client', 'sign-in'],
  'login/OIDCROPGID': ['client', 'password'],
  'connect/IdPSettings/ROPGID': ['client', 'sign-in'],
} satisfies { readonly [id in KeyId]?: Named }

/** Whose identifier a key holds, seen from the domain of the context; undefined for keys that hold none. */
export function identifierOf(key: JamfKey, context: JamfContext) {
  const entry = IDENTIFIERS[key.id]
  if (entry === undefined) {
    return undefined
  }
  const [kind, of] = entry
  const vendor: Vendor | null =
    of === 'password' && checksElsewhere(context) ? passwordProviderBehind(context) : signInProvider(context)
  return { kind, vendor }
}

/** What is wrong with an identifier for its provider; null for other keys, variables and empty texts. */
export function identifierFlaw(key: JamfKey, text: string, context: JamfContext): Flaw | null {
  const found = identifierOf(key, context)
  if (found === undefined || isTemplate(text) || text.trim() === '') {
    return null
  }
  return flaws[found.kind](found.vendor, text)
}

/**
 * Whether a value can be what the key is meant to hold, so that it may be copied: not empty, not a sample, not refused
 * by its type, its format or its provider. `context` is seen from the domain of the key.
 */
export function isSound(key: JamfKey, value: PlistValue, context: JamfContext): boolean {
  if (!schemaFor(key).safeParse(value).success) {
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
 * Whether a value of a linked key can be one of this key too. In the menu bar app a tenant at Okta is the whole host, as
 * in the profile that Jamf Concepts publishes (https://github.com/Jamf-Concepts/terraform-jamf-platform); at the login
 * window the name of the organization is in use as well. `context` is seen from the domain of the key.
 */
export function suits(key: JamfKey, value: PlistValue, context: JamfContext): boolean {
  const short = value.type === 'string' && !value.value.includes('.') && !isTemplate(value.value)
  return (
    isSound(key, value, context) &&
    !(key.id === 'connect/IdPSettings/TenantID' && isOkta(signInProvider(context)) && short)
  )
}
