import { joined } from '../schema/keys'
import { products } from './products'

/** The keys of all products. */
export const catalogue = joined(products)

export const { allKeys, knownDomains, retiredDomains, findKey, keyWithId, fieldFor, findRetired, holdsKeys } =
  catalogue

/** The manifests of all products, in the order in which profiles and pages list them. */
export const manifests = products.flatMap(({ facts }) => facts.manifests)

/** Every key that is known and not offered. */
export const retiredKeys = products.flatMap(({ facts }) => facts.retired)
