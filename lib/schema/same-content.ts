import type { Issue, Repair } from '../api/issue'
import { child, equal } from '../plist/tree'
import type { PlistValue } from '../plist/value'
import type { KnownKey } from './keys'
import type { Link } from './link'
import type { Manifest } from './manifest'
import type { ProductFacts } from './product'
import type { Settings } from './settings'

/** Manifests whose domain has to hold the same as another. */
const copies = (manifests: readonly Manifest[]) =>
  manifests.flatMap((manifest) =>
    manifest.sameContentAs === undefined ? [] : [{ manifest, original: manifest.sameContentAs }],
  )

/** The id of a link of two keys whose domains have to hold the same. */
export type ContentLinkId = `same/${string}`

/** The links, with those of domains that have to hold the same settings: each key with the one of its name in the other. */
export function withContentLinks<L extends string>(
  links: readonly Link<string, string, L>[],
  keys: readonly KnownKey[],
): Link<string, string, L | ContentLinkId>[] {
  const products = [...new Set(keys.map(({ product }) => product))]
  const pairs = products
    .flatMap(({ manifests }) => copies(manifests))
    .flatMap(({ manifest }) => keys.filter((key) => key.manifest === manifest))
    .filter(({ path, definition }) => !path.includes('[]') && definition.kind !== 'dictionary')
    .flatMap((key) => keys.filter((each) => areTwins(each, key)).map((first) => ({ first, key })))
  const all: Link<string, string, L | ContentLinkId>[] = [...links]
  for (const { first, key } of pairs) {
    const at = all.findIndex((link) => link.keys.some((id) => id === first.id || id === key.id))
    const known = all[at]
    if (known === undefined) {
      all.push(linkOfTwins(first, key))
    } else {
      all[at] = { ...known, keys: [...new Set([...known.keys, first.id, key.id])] }
    }
  }
  return all
}

function linkOfTwins(first: KnownKey, key: KnownKey): Link<string, string, ContentLinkId> {
  return {
    id: `same/${key.id}`,
    title: key.definition.title,
    keys: [first.id, key.id],
  }
}

/** Whether two keys have to say the same, whatever else is configured, because their domains hold the same. */
export function areTwins(one: KnownKey, other: KnownKey): boolean {
  const copied = one.manifest.sameContentAs === other.domain || other.manifest.sameContentAs === one.domain
  return copied && one.product === other.product && one.path.join('/') === other.path.join('/')
}

/**
 * Where two domains that have to hold the same settings do not. Keys of the manifest are compared, at the root of the
 * settings: what else stands there may belong to the payload.
 */
export function unlikeContents({ manifests, reader }: ProductFacts, settings: Settings): Issue[] {
  return copies(manifests).flatMap(({ manifest: { domain, sections }, original }) => {
    const [one, other] = [settings.get(original), settings.get(domain)]
    if (one === undefined || other === undefined) {
      return []
    }
    const known = new Set(
      sections.flatMap(({ dictionary, keys }) => dictionary?.split('/')[0] ?? Object.keys(keys)),
    )
    const names = [...new Set([...one.entries, ...other.entries].map(({ key }) => key))].filter((name) =>
      known.has(name),
    )
    return names.flatMap((name): Issue[] => {
      const [first, second] = [child(one, name), child(other, name)]
      if (first !== undefined && second !== undefined && equal(first, second)) {
        return []
      }
      const said = first && second ? 'differs from' : second ? 'is not in' : 'is missing here and stands in'
      return [
        {
          severity: 'error',
          domain,
          path: [name],
          rule: 'contents-differ',
          message: `${name} ${said} ${original}. ${reader} needs the same settings in both domains.`,
          ...repairOf(name, { domain, original, first, second }),
        },
      ]
    })
  })
}

type Pair = {
  readonly domain: string
  readonly original: string
  readonly first: PlistValue | undefined
  readonly second: PlistValue | undefined
}

/** The value that is there goes where there is none; of two, nobody can say which was meant. */
function repairOf(name: string, { domain, original, first, second }: Pair): { repair?: Repair } {
  const value = first ?? second
  if (value === undefined || (first !== undefined && second !== undefined)) {
    return {}
  }
  const target = first === undefined ? original : domain
  return { repair: { title: `Add it to ${target}`, edits: [{ domain: target, path: [name], value }] } }
}
