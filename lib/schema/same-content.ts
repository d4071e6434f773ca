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

/** The links of domains that have to hold the same settings: each key with the one of its name in the other. */
export function contentLinks(keys: readonly KnownKey[]): Link[] {
  const products = [...new Set(keys.map(({ product }) => product))]
  const all = products.flatMap(({ manifests }) => copies(manifests))
  return all.flatMap(({ manifest, original }) =>
    keys
      .filter((key) => key.manifest === manifest && !key.path.includes('[]'))
      .filter(({ definition }) => definition.kind !== 'dictionary')
      .flatMap((key): Link[] => {
        const first = keys.find((each) => each.domain === original && samePath(each, key))
        return first === undefined
          ? []
          : [
              {
                id: `same/${key.id}`,
                title: key.definition.title,
                keys: [first.id, key.id],
                always: true,
                explanation: `${original} and ${manifest.domain} have to hold the same settings.`,
              },
            ]
      }),
  )
}

const samePath = (one: KnownKey, other: KnownKey) => one.path.join('/') === other.path.join('/')

/** Where two domains that have to hold the same settings do not. Keys are compared at the root of the settings. */
export function unlikeContents({ manifests, reader }: ProductFacts, settings: Settings): Issue[] {
  return copies(manifests).flatMap(({ manifest: { domain }, original }) => {
    const [one, other] = [settings.get(original), settings.get(domain)]
    if (one === undefined || other === undefined) {
      return []
    }
    const names = [...new Set([...one.entries, ...other.entries].map(({ key }) => key))]
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
