import type { PlistPath } from '../plist/value'
import { type ProductHelp, type SectionPlace, type ShownHelp, sectionSource, shownHelp } from '../schema/help'
import type { KnownKey } from '../schema/keys'
import type { Manifest, RetiredKey } from '../schema/manifest'
import { PROFILE, profileKeysPage } from './apple/profile-keys'
import { profileHelp } from './apple/profile-keys.help'
import { findKey } from './keys'
import { persist } from './persist'
import { products } from './products'

/** The ids of manifests are unique among the products. */
const table: ProductHelp = Object.assign(
  {},
  ...(await Promise.all(products.map(({ help }) => persist(help)))),
)

const domains: { readonly [manifest: string]: string } = Object.assign(
  {},
  ...(await Promise.all(products.map(({ about }) => persist(about)))),
)

/** What a domain is for, in a sentence or two. */
export const aboutDomain = ({ id }: Pick<Manifest, 'id'>): string => domains[id] ?? ''

/** What people read of a key. */
export function helpOf(key: KnownKey): ShownHelp {
  return shownHelp(table, key)
}

const retiredWords = await Promise.all(
  products.flatMap(({ retiredInWords: load }) => (load ? persist(load) : [])),
)

/** A sentence for what the status and the successor of a key that is not offered do not say; undefined where they say all. */
export const retiredInWords = (key: RetiredKey): string | undefined =>
  retiredWords.map((words) => words(key)).find((sentence) => sentence !== undefined)

/** The page that a section is taken from. */
export const sourceOfSection = (place: SectionPlace): string => sectionSource(table, place)

/** What people read of the key at a place, those of the profile itself included; undefined where no key is known. */
export function helpAt(domain: string, path: PlistPath): ShownHelp | undefined {
  const [name] = path
  if (domain === PROFILE) {
    return path.length === 1 && isProfileKey(name)
      ? { source: profileKeysPage, ...profileHelp[name] }
      : undefined
  }
  const key = findKey(domain, path)
  return key && helpOf(key)
}

const isProfileKey = (name: unknown): name is keyof typeof profileHelp =>
  typeof name === 'string' && Object.hasOwn(profileHelp, name)
