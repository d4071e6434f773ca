import { distance } from '../schema/nearest'
import { domainsOf, type Product } from '../schema/rules'
import { products } from './products'

/** The preference domains of all products: those of current versions, then those of former ones. */
export const productDomains: readonly string[] = [
  ...products.flatMap(({ catalogue }) => catalogue.knownDomains),
  ...products.flatMap(({ facts }) => facts.formerDomains ?? []),
]

const titles = new Map(
  products.flatMap(({ facts }) =>
    facts.manifests.map(({ domain, title, payloadTitle }) => [domain, payloadTitle ?? title] as const),
  ),
)

/** Whether this is, letter for letter, a preference domain of a product. */
export function isProductDomain(name: string): boolean {
  return productDomains.includes(name)
}

/** Whether the login window reads the settings of a domain. */
export function isAtLoginWindow(domain: string): boolean {
  return products.some(({ facts }) =>
    facts.manifests.some((manifest) => manifest.domain === domain && manifest.atLoginWindow),
  )
}

/** The product whose settings a preference domain holds. */
export function productAt(domain: string): Product | undefined {
  return products.find((product) => domainsOf(product).includes(domain))
}

/** What reads the settings of a domain, as sentences name it. */
export function readerOf(domain: string): string {
  return productAt(domain)?.facts.reader ?? domain
}

/** What a payload for the domain is called when it has no display name yet. */
export function domainTitle(domain: string): string {
  return titles.get(domain) ?? domain
}

/**
 * The domain that a misspelt one means: the name of its file ("com.jamf.connect.login.plist"), other case, other
 * separators ("com;jamf.connect.actions"), or up to two wrong letters. Null when the name is right, or like no domain.
 */
export function meantDomain(name: string): string | null {
  if (isProductDomain(name) || name.length > 60) {
    return null
  }
  const plain = name
    .trim()
    .toLowerCase()
    .replace(/\.(plist|mobileconfig|xml|json)$/, '')
    .replaceAll(/[^a-z0-9]+/g, '.')
  return (
    productDomains.find((domain) => domain === plain) ??
    productDomains.find((domain) => distance(plain, domain, 2) <= 2) ??
    null
  )
}
