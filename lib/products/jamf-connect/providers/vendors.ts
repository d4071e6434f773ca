import { isTemplate } from '../../../schema/templates'
import { urlIn } from '../../../schema/web-address'
import type { ProviderId } from './provider-rows'
import { rowOf } from './providers'
import { type VendorRow, vendorRows } from './vendor-rows'

type ProductId = keyof typeof vendorRows

/** A value of OIDCProvider, or a product that stands behind "Custom". */
export type Vendor = ProviderId | ProductId

/** What is known of a product, whichever value of OIDCProvider leads to it. */
export type VendorTraits = VendorRow & { readonly vendor: ProductId }

const rows: { readonly [Id in ProductId]: VendorRow } = vendorRows

/** The products, the most telling first. */
export const vendors: readonly VendorTraits[] = (Object.keys(rows) as ProductId[]).map((vendor) => ({
  ...rows[vendor],
  vendor,
}))

const byId: ReadonlyMap<string | null, VendorTraits> = new Map(vendors.map((each) => [each.vendor, each]))

/**
 * The product that an issuer, a discovery address or a host shows by its form; null when it shows none. A host on
 * which the path tells nothing stays unknown: organizations give their providers names of their own.
 */
export function vendorAt(address: string): Vendor | null {
  const text = address.trim()
  const url = isTemplate(text)
    ? null
    : urlIn(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`)
  if (url === null || !/^https?:$/.test(url.protocol)) {
    return null
  }
  const host = url.hostname.replace(/\.$/, '')
  const shown =
    vendors.find(({ hosts }) => hosts?.test(host)) ?? vendors.find(({ paths }) => paths?.test(url.pathname))
  return shown?.vendor ?? null
}

/**
 * Whose words an answer is in: the product that the address shows, else the configured provider. Null for "Custom"
 * with an address that shows nothing. An interface of Okta that is configured stays what it is.
 */
export function vendorOf(provider: Vendor | null, address = ''): Vendor | null {
  const shown = vendorAt(address)
  const named = namedVendor(provider)
  return sameVendor(shown, named) ? named : (shown ?? named)
}

/** What is known of a vendor; undefined for those with nothing but rows of their own. */
export function traitsOf(vendor: Vendor | null): VendorTraits | undefined {
  return byId.get(productOf(vendor))
}

/** Whether two are one vendor; Okta is, by whichever of its interfaces. */
export function sameVendor(one: Vendor | 'any' | null, other: Vendor | 'any' | null): boolean {
  return one === other || (one !== null && productOf(one) === productOf(other))
}

/** Whether the vendor is Okta, by whichever of its interfaces. */
export function isOkta(vendor: string | null): boolean {
  return productOf(vendor) === ('Okta-OIDC' satisfies ProductId)
}

/** The vendor that a value names; null for the value that leaves it to the address. */
export function namedVendor(vendor: Vendor | null): Vendor | null {
  return rowOf(vendor)?.product === 'any' ? null : vendor
}

/** The product behind a value of OIDCProvider that has one of its own; any other stands for itself. */
function productOf(vendor: string | null): string | null {
  const product = rowOf(vendor)?.product
  return product === undefined || product === 'any' || product === 'its own' ? vendor : product
}
