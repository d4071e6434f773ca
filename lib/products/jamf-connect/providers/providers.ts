import { textOf } from '../../../schema/read'
import type { Context } from '../../../schema/settings'
import { isTemplate } from '../../../schema/templates'
import { withoutScheme } from '../../../schema/web-address'
import type { KeyId } from '../manifests/key-ids'
import type { ProviderRow } from './provider-row'
import { type ProviderId, providerRows } from './provider-rows'

type Row = Omit<ProviderRow, 'requiredFields'> & { readonly requiredFields: readonly KeyId[] }

export type Provider = Row & { readonly id: ProviderId }

/** Fields of the Required group while no provider is chosen. */
export const fieldsWithoutProvider: readonly KeyId[] = ['login/OIDCProvider', 'connect/IdPSettings/Provider']

const rows: { readonly [Id in ProviderId]: Row } = providerRows

/** The identity providers of Jamf Connect, in the order in which a picker offers them. */
export const providers: readonly Provider[] = (Object.keys(rows) as ProviderId[]).map((id) => {
  const { menuBarValue, formerly, ...row } = rows[id]
  return { ...row, id, formerly: [...(menuBarValue === undefined ? [] : [menuBarValue]), ...formerly] }
})

const byId: ReadonlyMap<string | null, Provider> = new Map(providers.map((each) => [each.id, each]))

/** The facts about one provider. */
export function providerOf(id: ProviderId): Provider {
  const found = rowOf(id)
  if (found === undefined) {
    throw new RangeError(`No identity provider is called ${id}.`)
  }
  return found
}

/** The facts about a provider that has a value of its own; undefined for a product without one, and for none. */
export function rowOf(id: string | null): Provider | undefined {
  return byId.get(id)
}

/** Whether people sign in through the Okta Authentication API, in fields that Jamf Connect draws itself. */
export function usesOktaAuthn(id: string | null): boolean {
  return rowOf(id)?.protocol === 'okta-authn'
}

/**
 * The provider that a value of ROPGProvider means: AD FS, as "Custom", or Entra ID with the passwords it knows itself.
 * https://learn.jamf.com/r/en-US/jamf-connect-documentation-current/Azure_AD_Hybrid_ID_Settings
 */
export function hybridProvider(value: string): Provider | undefined {
  return providers.find(({ hybridValue }) => hybridValue !== undefined && hybridValue === value)
}

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
export function discoveryUrl(context: Context): DiscoveryAddress | null {
  const menuBar = context.domain === 'com.jamf.connect'
  const configured = textOf(context, menuBar ? 'connect/IdPSettings/DiscoveryURL' : 'login/OIDCDiscoveryURL')
  if (configured !== '') {
    return { url: configured, formula: configured, source: 'configured' }
  }
  const discovery = context.provider === null ? null : providerOf(context.provider).discovery
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
