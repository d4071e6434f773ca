import type { Option } from '../../../schema/manifest'
import { type Provider, providers } from './providers'
import { type Vendor, type VendorTraits, vendors } from './vendors'

type Options = { readonly [value: string]: Option }

/** What a text that is no value of a provider key was meant for. */
export type MeantProvider = {
  /** The value that Jamf Connect takes for it; null where another one has to be found out first. */
  readonly value: string | null
  /** What to say of it, as a sentence. */
  readonly because: string
}

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

/**
 * The value that was meant by a text in a key that names a provider; null when the options are none of providers, and
 * for texts that resemble nothing. `options` are those of the key: both apps spell some values in their own way.
 */
export function meantProvider(text: string, options: Options): MeantProvider | null {
  if (!Object.hasOwn(options, 'Custom')) {
    return null
  }
  const name = letters(text)
  const provider = providers.find(({ alsoNamed }) => alsoNamed.test(name))
  const value = provider === undefined ? undefined : spelled(provider, options)
  if (value !== undefined) {
    return { value, because: `It takes ${value} for ${options[value]?.label.replace(/ \(.*/, '')}` }
  }
  const product =
    vendors.find((traits) => isNamed(traits, name)) ?? OTHERS.find((each) => letters(each) === name)
  return product === undefined ? null : typeof product === 'string' ? asCustom(product) : ofVendor(product)
}

function ofVendor({ label, secondFactorToo, passwordGrant }: VendorTraits): MeantProvider {
  if (secondFactorToo !== true) {
    return asCustom(label, passwordGrant)
  }
  const because = `${label} as a second factor is no identity provider: the value is that of the provider it protects. ${label} Single Sign-On, where it is set up for OpenID Connect, is reached as Custom, with its discovery URL`
  return { value: null, because }
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

function spelled({ id, hybridValue }: Provider, options: Options): string | undefined {
  // The password check of hybrid identity has values of its own.
  const known = hybridValue !== undefined && Object.hasOwn(options, hybridValue) ? hybridValue : id
  return Object.hasOwn(options, known)
    ? known
    : Object.keys(options).find((value) => options[value]?.formerly?.includes(known))
}

function letters(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, '')
}
