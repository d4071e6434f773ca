import type { Flaw } from '../../../schema/flaw'
import { withoutScheme } from '../../../schema/web-address'
import { counted } from '../../../schema/words'
import { guidIn, isGuid } from './guid'
import type { Tenant } from './vendor-rows'
import { isOkta, sameVendor, traitsOf, type Vendor, vendorAt } from './vendors'

const DOMAIN = /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+$/u

/**
 * What is wrong with a tenant, for the provider that it is given to; null when nothing is, or nothing is known. The
 * forms are the providers' own. Variables of an MDM and empty texts never get here.
 */
export function tenantFlaw(vendor: Vendor | null, text: string): Flaw | null {
  const { tenant } = traitsOf(vendor) ?? {}
  if (tenant === undefined) {
    return null
  }
  if (tenant.is === 'directory') {
    return directory(text.trim(), vendor)
  }
  return tenant.is === 'subdomain' ? subdomain(text.trim(), tenant.of) : hostedTenant(vendor, text, tenant)
}

function hostedTenant(
  vendor: Vendor | null,
  text: string,
  { nameAlone }: Extract<Tenant, { is: 'host' }>,
): Flaw | null {
  const [, name] = nameAlone?.host.exec(hostIn(text)) ?? []
  if (nameAlone !== undefined && name !== undefined) {
    const message = `has to be the name of the tenant alone, what stands in front of the host of ${nameAlone.owner}.`
    return { severity: 'advice', message, suggestion: name }
  }
  if (isGuid(text)) {
    return {
      severity: 'advice',
      message:
        'is a GUID. The provider names a tenant by the host of its sign-in page; GUIDs are those of Microsoft Entra ID.',
    }
  }
  return foreignHost(vendor, text) ?? (nameAlone === undefined ? addressFlaw(text.trim()) : null)
}

/**
 * What is wrong with a tenant at Okta that is an address: published profiles hold the host alone
 * (https://github.com/Jamf-Concepts/terraform-jamf-platform). Whether Jamf Connect takes more is not documented.
 */
function addressFlaw(text: string): Flaw | null {
  const host = hostIn(text)
  if (host === text.toLowerCase() || !DOMAIN.test(host)) {
    return null
  }
  const server = /^[^/]*\/oauth/i.test(withoutScheme(text))
  const message = 'is an address. Profiles that Jamf publishes hold the host of the organization alone.'
  return { severity: 'advice', message, ...(server ? {} : { suggestion: host }) }
}

/** What is wrong with the server of an Okta organization: the host of another provider. */
export function oktaServerFlaw(vendor: Vendor | null, text: string): Flaw | null {
  return isOkta(vendor) ? foreignHost(vendor, text) : null
}

/** A host that belongs to another provider than the one that is configured. */
function foreignHost(vendor: Vendor | null, text: string): Flaw | null {
  const shown = MICROSOFT.test(hostIn(text)) ? 'EntraID' : vendorAt(hostIn(text))
  const own = traitsOf(vendor)?.label ?? 'the configured provider'
  return shown === null || sameVendor(shown, vendor)
    ? null
    : {
        severity: 'error',
        message: `is a host of ${traitsOf(shown)?.label ?? shown}, and ${own} is configured. Use the name or the host of your organization there.`,
      }
}

/** Hosts of Microsoft's services and consoles, of its domain for directories too: none is a domain of a directory. */
const MICROSOFT =
  /^(login|sts|portal|entra|aad|graph|accounts?|device|myapps|mysignins)\.(microsoft(online)?\.(com|us)|partner\.microsoftonline\.cn|windows\.net|azure\.(com|us)|live\.com)$|\.onmicrosoft\.com$|(^|\.)microsoftonline\.com$/i

/** Whether a host is that of a provider's service. A directory has its own below onmicrosoft.com. */
function isServiceHost(text: string): boolean {
  const host = hostIn(text)
  return !/[^.]\.onmicrosoft\.com$/.test(host) && (MICROSOFT.test(host) || vendorAt(host) !== null)
}

/** The host in a text that is one, or an address. */
function hostIn(text: string): string {
  return withoutScheme(text.trim())
    .replace(/[/:?#].*$/, '')
    .toLowerCase()
}

/** What is wrong with a client ID, as for tenants. */
export function clientFlaw(vendor: Vendor | null, text: string): Flaw | null {
  const trimmed = text.trim()
  const { label, clientId } = traitsOf(vendor) ?? {}
  if (clientId?.is === 'host') {
    return trimmed.endsWith(clientId.below)
      ? null
      : { severity: 'advice', message: `is not a client ID of ${label}, which ends in ${clientId.below}.` }
  }
  return clientId?.is === 'guid' && !isGuid(trimmed)
    ? guidFlaw(trimmed, 'has to be the application (client) ID, a GUID')
    : null
}

function directory(text: string, vendor: Vendor | null): Flaw | null {
  const what = 'has to be the directory (tenant) ID, a GUID, or a domain name of the directory'
  if (DOMAIN.test(text) && isServiceHost(text)) {
    const message = `${what}. This is the host of a service, not of a directory; copy the ID from the overview in the Entra admin center.`
    return { severity: 'error', message }
  }
  if (isGuid(text) || traitsOf(vendor)?.sharedTenants?.test(text) === true || DOMAIN.test(text)) {
    return null
  }
  const [, domain] = /^[^@\s]+@([^@\s]+)$/.exec(text) ?? []
  const bare = withoutScheme(text)
  const [, path] = bare === text ? [] : (/^[^/]+\/([^/?#]+)/.exec(bare) ?? [])
  const meant = domain ?? (traitsOf(vendorAt(bare))?.tenant?.is === 'directory' ? path : undefined)
  return meant !== undefined && DOMAIN.test(meant) && !isServiceHost(meant) && guidIn(text) === undefined
    ? { severity: 'error', message: `${what}.`, suggestion: meant }
    : guidFlaw(text, what)
}

function guidFlaw(text: string, what: string): Flaw {
  const inside = guidIn(text)
  const bare = text.replace(/[{}"'\s-]/g, '')
  if (inside !== undefined) {
    return { severity: 'error', message: `${what}, with nothing around it.`, suggestion: inside }
  }
  if (/^[0-9a-f]{32}$/i.test(bare)) {
    const suggestion = bare.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
    return { severity: 'error', message: `${what}, with hyphens.`, suggestion }
  }
  const near = /^[0-9a-z]{24,40}$/i.test(bare) && /[0-9a-f-]{20}/i.test(text)
  const found =
    bare.length === 32
      ? 'Here other letters are among them'
      : `Here are ${counted(bare.length, 'character')} without the hyphens`
  return {
    severity: 'error',
    message: near
      ? `${what}. A GUID has 32 digits (0 to 9, a to f). ${found}; copy it again.`
      : `${what}. Copy it from the overview of the application in the Entra admin center.`,
  }
}

function subdomain(text: string, host: string): Flaw | null {
  const bare = withoutScheme(text)
    .replace(/[/?#].*$/, '')
    .toLowerCase()
  const name = bare.endsWith(host) ? bare.slice(0, -host.length) : bare
  if (name === text.toLowerCase() && /^[a-z0-9-]+$/.test(name) && !isGuid(name)) {
    return null
  }
  const message = `has to be the subdomain alone, what stands before ${host}.`
  return /^[a-z0-9-]+$/.test(name) && !isGuid(name)
    ? { severity: 'advice', message, suggestion: name }
    : { severity: 'advice', message }
}
