import type { ProviderId } from './condition-type'
import type { Option } from './manifest'
import { type Vendor, type VendorTraits, vendors } from './vendors'

type Options = { readonly [value: string]: Option }

/** What a text that is no value of a provider key was meant for. */
export type MeantProvider = {
  /** The value that Jamf Connect takes for it; null where another one has to be found out first. */
  readonly value: string | null
  /** What to say of it, as a sentence. */
  readonly because: string
}

/** Names of the providers that have a value of their own, in small letters and digits only. */
const NAMES: readonly (readonly [ProviderId, RegExp])[] = [
  [
    'EntraID',
    /^((microsoft|ms)?(entra|azure|azuread|aad|azureactivedirectory)(id|ad|v2)?|microsoft|(office|microsoft|m|o)365)$/,
  ],
  ['GoogleID', /^(google|googleid|gsuite|gcp|google(cloud|cloudidentity|workspace|identity|oidc|idp))$/],
  ['OktaIdentityEngine', /^(oie|okta(oie|identity|identityengine|ie))$/],
  ['Okta-OIDC', /^okta(oidc|openid|openidconnect|openidconnectoidc|oauth)$/],
  ['Okta', /^okta(id|classic|classicengine|auth|authn|authapi|authenticationapi)?$/],
  ['OneLogin', /^(onelogin(id|oidc)?)$/],
  ['IBMCI', /^(ibm(ci|id|verify|cloud|cloudidentity|securityverify|isv)?)$/],
  ['PingFederate', /^(ping(fed|federate|id|identity)?)$/],
  ['Custom', /^(custom(oidc|idp|provider)?|oidc|openid(connect)?|generic(oidc)?|other)$/],
]

/** Products with OpenID Connect that have no value of their own and no address by which they are known. */
const OTHERS = [
  'Authelia',
  'CyberArk',
  'ClassLink',
  'LemonLDAP::NG',
  'RapidIdentity',
  'Shibboleth',
  'ZITADEL',
]

const DUO: MeantProvider = {
  value: null,
  because:
    'Duo as a second factor is no identity provider: the value is that of the provider it protects. Duo Single Sign-On, where it is set up for OpenID Connect, is reached as Custom, with its discovery URL',
}

/**
 * The value that was meant by a text in a key that names a provider; null when the options are none of providers, and
 * for texts that resemble nothing. `options` are those of the key: both apps spell some values in their own way.
 */
export function meantProvider(text: string, options: Options): MeantProvider | null {
  if (!Object.hasOwn(options, 'Custom')) {
    return null
  }
  const name = letters(text)
  const [id] = NAMES.find(([, names]) => names.test(name)) ?? []
  const value = id === undefined ? undefined : spelled(id, options)
  if (value !== undefined) {
    return { value, because: `It takes ${value} for ${options[value]?.label.replace(/ \(.*/, '')}` }
  }
  const product =
    vendors.find((traits) => isNamed(traits, name)) ?? OTHERS.find((each) => letters(each) === name)
  return product === undefined ? null : typeof product === 'string' ? asCustom(product) : ofVendor(product)
}

function ofVendor({ vendor, label, passwordGrant }: VendorTraits): MeantProvider {
  return vendor === 'Duo' ? DUO : asCustom(label, passwordGrant)
}

/** Jamf promises the sign-in with any OpenID Connect provider; what it allows beyond is the provider's own. */
function asCustom(label: string, passwordGrant?: 'none'): MeantProvider {
  const check =
    passwordGrant === 'none'
      ? 'has no password check (ROPG) for Jamf Connect'
      : 'checks passwords for Jamf Connect only where it allows the password grant (ROPG)'
  return { value: 'Custom', because: `${label} is reached as Custom, with its discovery URL, and ${check}` }
}

function isNamed({ vendor, label }: VendorTraits, name: string): boolean {
  const names: readonly (Vendor | string)[] = [vendor, label, `Microsoft ${vendor}`, `Amazon ${vendor}`]
  return names.some((each) => letters(each) === name || letters(`${each} SSO`) === name)
}

function spelled(id: ProviderId, options: Options): string | undefined {
  // The password check of hybrid identity has a value of its own for Entra ID.
  const known = id === 'EntraID' && Object.hasOwn(options, 'Azure_v2') ? 'Azure_v2' : id
  return Object.hasOwn(options, known)
    ? known
    : Object.keys(options).find((value) => options[value]?.formerly?.includes(known))
}

function letters(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, '')
}
