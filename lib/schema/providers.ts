import type { ProviderId } from './condition-type'
import type { Option } from './manifest'
import { authentication } from './manifests/com.jamf.connect.login/authentication'
import type { KeyId } from './manifests/key-ids'
import { textOf } from './read'
import type { Context } from './settings'
import { isTemplate } from './templates'
import { withoutScheme } from './web-address'

/**
 * Where the address of a provider's discovery document comes from when the profile does not give it. The forms of the
 * computed addresses are the providers' own; Jamf documents only what goes into them.
 * https://docs.jamf.com/jamf-connect/2.6.0/documentation/Authentication_Settings.html
 */
type Discovery =
  | {
      readonly kind: 'computed'
      /** The address with {tenant} in it. A tenant that is a whole host name takes the place of the host. */
      readonly formula: string
      /** Ids of the keys that hold the tenant: login window, menu bar. */
      readonly from: KeyId
      readonly fromMenuBar: KeyId
      /** Tenant that stands in while none is configured. */
      readonly otherwise?: string
    }
  | { readonly kind: 'fixed'; readonly url: string }
  | { readonly kind: 'explicit' }
  | { readonly kind: 'none'; readonly why: string }

export type Provider = {
  readonly id: ProviderId
  readonly label: string
  /** Other spellings of the value that are read as this provider. */
  readonly formerly: readonly string[]
  /** Ids of the keys in the Required group, in the order of Jamf Connect Configuration. Layout only. */
  readonly requiredFields: readonly KeyId[]
  readonly discovery: Discovery
  readonly secret: 'required' | 'optional' | 'absent'
  /** Where an administrator finds the application in the provider's console. */
  readonly consoleUrlHint?: string
  readonly source: string
}

const JAMF = 'https://learn.jamf.com/r/en-US/jamf-connect-documentation-current/'
const PROVIDER: readonly KeyId[] = ['login/OIDCProvider', 'connect/IdPSettings/Provider']
const CLIENT: readonly KeyId[] = ['login/OIDCClientID']
const ROPG: readonly KeyId[] = ['login/OIDCROPGID', 'connect/IdPSettings/ROPGID']
const TENANT: readonly KeyId[] = ['login/OIDCTenant', 'connect/IdPSettings/TenantID']
const OKTA_DOMAIN: readonly KeyId[] = ['login/AuthServer', 'connect/IdPSettings/OktaAuthServer']
const DISCOVERY: readonly KeyId[] = ['login/OIDCDiscoveryURL', 'connect/IdPSettings/DiscoveryURL']
const SUCCESS_CODES: readonly KeyId[] = ['login/ROPGSuccessCodes', 'connect/IdPSettings/SuccessCodes']
const REDIRECT: readonly KeyId[] = ['login/OIDCRedirectURI']

/** Fields of the Required group while no provider is chosen. */
export const fieldsWithoutProvider: readonly KeyId[] = PROVIDER

const fromTenant = (formula: string, otherwise?: string): Discovery => ({
  kind: 'computed',
  formula,
  from: 'login/OIDCTenant',
  fromMenuBar: 'connect/IdPSettings/TenantID',
  ...(otherwise === undefined ? {} : { otherwise }),
})

const facts: readonly Omit<Provider, 'label' | 'formerly'>[] = [
  {
    id: 'EntraID',
    requiredFields: [...PROVIDER, ...CLIENT, ...ROPG, ...TENANT, ...REDIRECT],
    discovery: fromTenant(
      'https://login.microsoftonline.com/{tenant}/v2.0/.well-known/openid-configuration',
      'common',
    ),
    secret: 'optional',
    consoleUrlHint: 'https://entra.microsoft.com',
    source: `${JAMF}Login_Window_Authentication_Settings`,
  },
  {
    id: 'Okta',
    requiredFields: [...PROVIDER, ...OKTA_DOMAIN],
    discovery: {
      kind: 'none',
      why: 'Jamf Connect signs in through the Okta Authentication API, which has no discovery document.',
    },
    secret: 'absent',
    consoleUrlHint: 'https://<your org>-admin.okta.com',
    source: `${JAMF}Configuring_Okta_Classic_Engine_with_Jamf_Connect`,
  },
  {
    id: 'OktaIdentityEngine',
    requiredFields: [
      ...PROVIDER,
      ...CLIENT,
      'connect/IdPSettings/OIDCClientID',
      ...ROPG,
      ...TENANT,
      'connect/IdPSettings/OktaAuthServer',
    ],
    discovery: fromTenant('https://{tenant}.okta.com/.well-known/openid-configuration'),
    secret: 'optional',
    consoleUrlHint: 'https://<your org>-admin.okta.com',
    source: `${JAMF}Configuring_Okta_Identity_Engine_with_Jamf_Connect`,
  },
  {
    id: 'Okta-OIDC',
    requiredFields: [...PROVIDER, ...CLIENT, ...ROPG, ...TENANT],
    discovery: fromTenant('https://{tenant}.okta.com/.well-known/openid-configuration'),
    secret: 'optional',
    consoleUrlHint: 'https://<your org>-admin.okta.com',
    source: `${JAMF}Jamf_Connect_Creating_an_Okta_App_OIDC`,
  },
  {
    id: 'GoogleID',
    requiredFields: [...PROVIDER, ...CLIENT, 'login/OIDCClientSecret', ...REDIRECT, 'login/OIDCNewPassword'],
    discovery: { kind: 'fixed', url: 'https://accounts.google.com/.well-known/openid-configuration' },
    secret: 'required',
    consoleUrlHint: 'https://console.cloud.google.com/apis/credentials',
    source: 'https://docs.jamf.com/jamf-connect/2.12.0/documentation/Integrating_with_Google_Identity.html',
  },
  {
    id: 'IBMCI',
    requiredFields: [...PROVIDER, ...CLIENT, ...ROPG, ...TENANT, ...REDIRECT],
    discovery: fromTenant(
      'https://{tenant}.verify.ibm.com/oidc/endpoint/default/.well-known/openid-configuration',
    ),
    secret: 'absent',
    consoleUrlHint: 'https://<your tenant>.verify.ibm.com/ui/admin',
    source:
      'https://docs.jamf.com/jamf-connect/2.11.0/documentation/Integrating_with_IBM_Security_Verify.html',
  },
  {
    id: 'OneLogin',
    requiredFields: [...PROVIDER, ...CLIENT, ...ROPG, ...TENANT, ...REDIRECT, ...SUCCESS_CODES],
    discovery: fromTenant('https://{tenant}.onelogin.com/oidc/2/.well-known/openid-configuration'),
    secret: 'optional',
    consoleUrlHint: 'https://<your subdomain>.onelogin.com/admin2/apps',
    source: 'https://docs.jamf.com/ja/jamf-connect/2.17.0/documentation/Integrating_with_OneLogin.html',
  },
  {
    id: 'PingFederate',
    requiredFields: [...PROVIDER, ...CLIENT, ...ROPG, ...REDIRECT, ...DISCOVERY],
    discovery: { kind: 'explicit' },
    secret: 'optional',
    source: 'https://docs.jamf.com/jamf-connect/2.15.0/documentation/Integrating_with_PingFederate.html',
  },
  {
    id: 'Custom',
    requiredFields: [...PROVIDER, ...CLIENT, 'login/OIDCScopes', ...ROPG, ...REDIRECT, ...DISCOVERY],
    discovery: { kind: 'explicit' },
    secret: 'optional',
    source:
      'https://docs.jamf.com/jamf-connect/2.4.4/documentation/Integrating_with_a_Custom_Identity_Provider.html',
  },
]

/** The identity providers of Jamf Connect, in the order in which a picker offers them. */
export const providers: readonly Provider[] = facts.map((provider) => {
  const { label, formerly = [] }: Option = authentication.keys.OIDCProvider.options[provider.id]
  return { ...provider, label, formerly }
})

/** The facts about one provider. */
export function providerOf(id: ProviderId): Provider {
  const found = providers.find((provider) => provider.id === id)
  if (found === undefined) {
    throw new RangeError(`No identity provider is called ${id}.`)
  }
  return found
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
