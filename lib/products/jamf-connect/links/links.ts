import type { PlistValue } from '../../../plist/value'
import type { Link, Linking } from '../../../schema/link'
import { urlIn } from '../../../schema/web-address'
import { contextOf, providerNamed } from '../context'
import { isJamfKey } from '../keys'
import { heedsRopgProvider } from '../manifests/com.jamf.connect.login/conditions'
import type { KeyId } from '../manifests/key-ids'
import { codeSpelled } from '../passwords/code-spelling'
import { isGuid } from '../providers/guid'
import { menuBarSpellings } from '../providers/provider-options'
import type { ProviderId } from '../providers/provider-rows'
import { belongTogether } from './sides'

const rows = [
  {
    id: 'provider',
    title: 'Identity provider',
    keys: ['login/OIDCProvider', 'connect/IdPSettings/Provider'],
    // The menu bar app checks passwords, which another provider may do for the login window, too.
    mayDiffer: { key: 'com.jamf.connect.login:ROPGProvider', configured: true },
    spell: { 'connect/IdPSettings/Provider': menuBarSpellings },
  },
  {
    id: 'okta-domain',
    title: 'Okta domain',
    keys: ['login/AuthServer', 'connect/IdPSettings/OktaAuthServer'],
  },
  {
    id: 'ropg-client',
    title: 'ROPG client ID',
    keys: ['login/OIDCROPGID', 'connect/IdPSettings/ROPGID'],
  },
  {
    id: 'tenant',
    title: 'Tenant',
    keys: ['login/OIDCTenant', 'connect/IdPSettings/TenantID', 'login/ROPGTenant'],
    only: { 'login/ROPGTenant': heedsRopgProvider },
  },
  {
    id: 'discovery',
    title: 'Discovery URL',
    keys: ['login/OIDCDiscoveryURL', 'connect/IdPSettings/DiscoveryURL'],
    mayDiffer: { key: 'com.jamf.connect.login:ROPGDiscoveryURL', configured: true },
  },
  {
    id: 'secret',
    title: 'Client secret',
    keys: ['login/OIDCClientSecret', 'connect/IdPSettings/ClientSecret'],
    mayDiffer: { key: 'com.jamf.connect.login:ROPGClientSecret', configured: true },
  },
  {
    id: 'success-codes',
    title: 'Success codes',
    keys: ['login/ROPGSuccessCodes', 'connect/IdPSettings/SuccessCodes'],
  },
  {
    id: 'change-password',
    title: 'Change password URL',
    keys: ['login/ChangePasswordURL', 'connect/IdPSettings/ChangePasswordURL'],
  },
  {
    id: 'license',
    title: 'License',
    keys: ['login/LicenseFile', 'connect/LicenseFile'],
  },
] as const satisfies readonly Link<KeyId, ProviderId>[]

/** The id of a link: what names one does not compile where there is none. */
export type LinkId = (typeof rows)[number]['id']

/** A link of Jamf Connect. */
export type JamfLink = Link<KeyId, ProviderId, LinkId>

export const links: readonly JamfLink[] = rows

/** What Jamf Connect's linked keys have in common. */
export const linking: Linking<KeyId, LinkId> = {
  links,
  contextOf,
  shared,
  comparable,
  belongTogether: (one, other, settings) =>
    isJamfKey(one) && isJamfKey(other) && belongTogether(one, other, contextOf(settings)),
}

/** The current name of a provider, an Okta domain without https://. */
function shared(text: string, link: string): string {
  if (link === ('provider' satisfies LinkId)) {
    return providerNamed(text) ?? text
  }
  return link === ('okta-domain' satisfies LinkId) ? plainHost(text) : text
}

/**
 * The provider takes both for one: identifiers and hosts know no capital letters, addresses name the port that https has
 * anyway or do not, and success codes have no order.
 */
function comparable(value: PlistValue, link: string): PlistValue {
  if (link === ('success-codes' satisfies LinkId) && value.type === 'array') {
    const codes = value.items.map((item) => (item.type === 'string' ? codeSpelled(item.value) : ''))
    return {
      type: 'array',
      items: [...new Set(codes)].sort().map((code) => ({ type: 'string', value: code })),
    }
  }
  // A space around a value is told by itself; meant is what stands between.
  const form = FORMS[link] ?? ((text: string) => text)
  return value.type === 'string' ? { type: 'string', value: form(value.value.trim()) } : value
}

const FORMS: { readonly [link: string]: (text: string) => string } = {
  'ropg-client': (text) => (isGuid(text) ? text.toLowerCase() : text),
  tenant: plainHost,
  discovery: plainAddress,
  'change-password': plainAddress,
} satisfies { readonly [id in LinkId]?: (text: string) => string }

function plainAddress(text: string): string {
  return urlIn(text.trim())?.href ?? text
}

/**
 * A host as Jamf Connect asks it: https:// in front is allowed and not needed, and hosts know no capital letters.
 * https://learn.jamf.com/r/en-US/jamf-connect-documentation-current/Menu_Bar_Authentication_Settings
 */
function plainHost(text: string): string {
  const host = text
    .trim()
    .replace(/^https:\/\//i, '')
    .replace(/\/+$/, '')
    .replace(/:443$/, '')
  return /^[^/]+$/.test(host) ? host.toLowerCase() : text
}
