import type { ProviderRow } from './provider-row'
import { vendorRows } from './vendor-rows'

const PROVIDER = ['login/OIDCProvider', 'connect/IdPSettings/Provider'] as const
const CLIENT = ['login/OIDCClientID'] as const
const ROPG = ['login/OIDCROPGID', 'connect/IdPSettings/ROPGID'] as const
const TENANT = ['login/OIDCTenant', 'connect/IdPSettings/TenantID'] as const
const OKTA_DOMAIN = ['login/AuthServer', 'connect/IdPSettings/OktaAuthServer'] as const
const DISCOVERY = ['login/OIDCDiscoveryURL', 'connect/IdPSettings/DiscoveryURL'] as const
const SUCCESS_CODES = ['login/ROPGSuccessCodes', 'connect/IdPSettings/SuccessCodes'] as const
const REDIRECT = ['login/OIDCRedirectURI'] as const

const fromTenant = (formula: string, otherwise?: string) =>
  ({
    kind: 'computed',
    formula,
    from: 'login/OIDCTenant',
    fromMenuBar: 'connect/IdPSettings/TenantID',
    ...(otherwise === undefined ? {} : { otherwise }),
  }) as const

/** The identity providers of Jamf Connect by their values of OIDCProvider, in the order in which a picker offers them. */
export const providerRows = {
  EntraID: {
    label: vendorRows.EntraID.label,
    hybridValue: 'Azure_v2',
    checksElsewhere: true,
    passwordsAtTenantOnly: true,
    formerly: ['Azure'],
    alsoNamed:
      /^((microsoft|ms)?(entra|azure|azuread|aad|azureactivedirectory)(id|ad|v2)?|microsoft|(office|microsoft|m|o)365)$/,
    product: 'EntraID',
    requiredFields: [...PROVIDER, ...CLIENT, ...ROPG, ...TENANT, ...REDIRECT],
    protocol: 'oidc',
    discovery: fromTenant(
      'https://login.microsoftonline.com/{tenant}/v2.0/.well-known/openid-configuration',
      'common',
    ),
    secret: 'optional',
    asksForRopgClient: true,
    localPassword: 'configured',
    newPasswordWithPassthrough: 'off',
    rolesFrom: 'claims',
    secondaryAccess: ['role', 'roles'],
    signInShows: { logo: false, message: false },
  },
  Okta: {
    label: 'Okta (Authentication API)',
    formerly: [],
    alsoNamed: /^okta(id|classic|classicengine|auth|authn|authapi|authenticationapi)?$/,
    product: 'Okta-OIDC',
    requiredFields: [...PROVIDER, ...OKTA_DOMAIN],
    protocol: 'okta-authn',
    discovery: {
      kind: 'none',
      why: 'Jamf Connect signs in through the Okta Authentication API, which has no discovery document.',
    },
    secret: 'absent',
    asksForRopgClient: false,
    localPassword: 'typed',
    rolesFrom: 'okta-apps',
    signInShows: { logo: true, message: true },
  },
  OktaIdentityEngine: {
    label: 'Okta Identity Engine',
    formerly: [],
    alsoNamed: /^(oie|okta(oie|identity|identityengine|ie))$/,
    product: 'Okta-OIDC',
    requiredFields: [
      ...PROVIDER,
      ...CLIENT,
      'connect/IdPSettings/OIDCClientID',
      ...ROPG,
      ...TENANT,
      'connect/IdPSettings/OktaAuthServer',
    ],
    protocol: 'oidc',
    discovery: fromTenant('https://{tenant}.okta.com/.well-known/openid-configuration'),
    secret: 'optional',
    asksForRopgClient: false,
    localPassword: 'configured',
    rolesFrom: 'claims',
    roleScopesWithSpaces: true,
    signInShows: { logo: true, message: true },
  },
  'Okta-OIDC': {
    label: 'Okta (OpenID Connect)',
    menuBarValue: 'Okta OIDC',
    formerly: ['OktaOIDC', 'Okta OpenID Connect', 'Okta OpenID Connect (OIDC)'],
    alsoNamed: /^okta(oidc|openid|openidconnect|openidconnectoidc|oauth)$/,
    product: 'Okta-OIDC',
    requiredFields: [...PROVIDER, ...CLIENT, ...ROPG, ...TENANT],
    protocol: 'oidc',
    discovery: fromTenant('https://{tenant}.okta.com/.well-known/openid-configuration'),
    secret: 'optional',
    asksForRopgClient: true,
    localPassword: 'configured',
    rolesFrom: 'claims',
    signInShows: { logo: false, message: true },
  },
  GoogleID: {
    label: vendorRows.GoogleID.label,
    formerly: [],
    alsoNamed: /^(google|googleid|gsuite|gcp|google(cloud|cloudidentity|workspace|identity|oidc|idp))$/,
    product: 'GoogleID',
    requiredFields: [...PROVIDER, ...CLIENT, 'login/OIDCClientSecret', ...REDIRECT, 'login/OIDCNewPassword'],
    protocol: 'oidc',
    discovery: { kind: 'fixed', url: 'https://accounts.google.com/.well-known/openid-configuration' },
    secret: 'required',
    asksForRopgClient: false,
    localPassword: 'separate',
    newPasswordWithPassthrough: 'on',
    ldap: { service: 'Google Secure LDAP', certificateFrom: 'the Google Admin console' },
    rolesFrom: 'nothing',
    signInShows: { logo: false, message: true },
  },
  IBMCI: {
    label: vendorRows.IBMCI.label,
    formerly: [],
    alsoNamed: /^(ibm(ci|id|verify|cloud|cloudidentity|securityverify|isv)?)$/,
    product: 'IBMCI',
    requiredFields: [...PROVIDER, ...CLIENT, ...ROPG, ...TENANT, ...REDIRECT],
    protocol: 'oidc',
    discovery: fromTenant(
      'https://{tenant}.verify.ibm.com/oidc/endpoint/default/.well-known/openid-configuration',
    ),
    secret: 'absent',
    asksForRopgClient: true,
    localPassword: 'configured',
    rolesFrom: 'claims',
    signInShows: { logo: false, message: true },
  },
  OneLogin: {
    label: vendorRows.OneLogin.label,
    formerly: [],
    alsoNamed: /^(onelogin(id|oidc)?)$/,
    product: 'OneLogin',
    requiredFields: [...PROVIDER, ...CLIENT, ...ROPG, ...TENANT, ...REDIRECT, ...SUCCESS_CODES],
    protocol: 'oidc',
    discovery: fromTenant('https://{tenant}.onelogin.com/oidc/2/.well-known/openid-configuration'),
    secret: 'optional',
    asksForRopgClient: true,
    localPassword: 'configured',
    newPasswordWithPassthrough: 'off',
    rolesFrom: 'claims',
    signInShows: { logo: false, message: true },
  },
  PingFederate: {
    label: 'PingFederate',
    formerly: [],
    alsoNamed: /^(ping(fed|federate|id|identity)?)$/,
    product: 'its own',
    requiredFields: [...PROVIDER, ...CLIENT, ...ROPG, ...REDIRECT, ...DISCOVERY],
    protocol: 'oidc',
    discovery: { kind: 'explicit' },
    secret: 'optional',
    asksForRopgClient: true,
    localPassword: 'configured',
    newPasswordWithPassthrough: 'off',
    rolesFrom: 'claims',
    clientIdWithoutSpaces: true,
    signInShows: { logo: false, message: true },
  },
  Custom: {
    label: 'Custom (any OpenID Connect provider)',
    inSentences: 'Custom',
    hybridValue: 'Custom',
    formerly: [],
    alsoNamed: /^(custom(oidc|idp|provider)?|oidc|openid(connect)?|generic(oidc)?|other)$/,
    product: 'any',
    requiredFields: [...PROVIDER, ...CLIENT, 'login/OIDCScopes', ...ROPG, ...REDIRECT, ...DISCOVERY],
    protocol: 'oidc',
    discovery: { kind: 'explicit' },
    secret: 'optional',
    asksForRopgClient: true,
    localPassword: 'configured',
    rolesFrom: 'claims',
    signInShows: { logo: false, message: true },
  },
} as const satisfies { readonly [value: string]: ProviderRow }

/** Values of OIDCProvider; the menu bar's Provider spells one of them "Okta OIDC". */
export type ProviderId = keyof typeof providerRows
