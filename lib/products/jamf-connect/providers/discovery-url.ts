import { isTemplate } from '../../../schema/templates'
import { withoutScheme } from '../../../schema/web-address'
import type { JamfContext } from '../context'
import { textOf } from '../keys'
import { rowOf } from './providers'

export type DiscoveryAddress = {
  readonly url: string
  /** What the address is made of, for people: the formula of a computed one, else the address itself. */
  readonly formula: string
  /** "computed" is a suggestion: the form is the provider's own, not one that Jamf documents. */
  readonly source: 'configured' | 'computed' | 'fixed'
}

/**
 * The address of the discovery document that Jamf Connect uses, seen from the domain of the context: what is
 * configured there, else what the provider's formula gives. Null when it takes a value that is not configured, when
 * that value is a variable of the MDM, or when the provider has no such document.
 */
export function discoveryUrl(context: JamfContext): DiscoveryAddress | null {
  const menuBar = context.domain === 'com.jamf.connect'
  const configured = textOf(context, menuBar ? 'connect/IdPSettings/DiscoveryURL' : 'login/OIDCDiscoveryURL')
  if (configured !== '') {
    return { url: configured, formula: configured, source: 'configured' }
  }
  const discovery = rowOf(context.provider)?.discovery
  if (discovery?.kind === 'fixed') {
    return { url: discovery.url, formula: discovery.url, source: 'fixed' }
  }
  if (discovery?.kind !== 'computed') {
    return null
  }
  const tenant = textOf(context, menuBar ? discovery.fromMenuBar : discovery.from) || discovery.otherwise
  if (tenant === undefined || isTemplate(tenant)) {
    return null
  }
  return { url: fillIn(discovery.formula, tenant), formula: discovery.formula, source: 'computed' }
}

/** Administrators write a tenant as a name, a host or an address; where it is part of the host, a host replaces it whole. */
function fillIn(formula: string, tenant: string): string {
  const name = withoutScheme(tenant).replace(/\/.*$/, '')
  const asHost = formula.replace(/^https:\/\/\{tenant\}[^/]*/, `https://${name}`)
  return name.includes('.') && asHost !== formula ? asHost : formula.replace('{tenant}', name)
}
