import type { Edit } from '../api/issue'
import { encodeBase64 } from '../plist/base64'
import { equal } from '../plist/tree'
import type { PlistValue } from '../plist/value'
import { holds } from './condition'
import type { Catalogue, KnownKey } from './keys'
import type { Link, Linking } from './link'
import { areTwins, type ContentLinkId, withContentLinks } from './same-content'
import { isWritable, type Settings, settingAt } from './settings'

/** What reads and writes the linked keys of a product, or of all; `L` are the ids that it gives its links. */
export type Links<L extends string = string> = {
  readonly links: readonly Link<string, string, L>[]
  /** The link that the key with this id belongs to. */
  readonly linkOf: (id: string) => Link<string, string, L> | undefined
  /** Whether the linked keys agree: all configured and the same, not the same, only some configured, or none. */
  readonly linkState: (link: Link, settings: Settings) => 'same' | 'different' | 'partly' | 'absent'
  /**
   * The edits that give all linked keys one value, each in its own spelling; null removes them. With `settings`, keys of
   * a domain that the configuration does not have are left alone, and so are keys that do not apply, or that stand in
   * what is no dictionary.
   */
  readonly linkedEdits: (link: Link, value: PlistValue | null, settings?: Settings) => Edit[]
  /** The keys of a link that take part with these settings. */
  readonly members: (link: Link, settings: Settings) => KnownKey[]
  /** The value in a form in which equal means the same: the current spelling of an option, a file as Base64 on one line. */
  readonly sharedValue: (key: KnownKey, settings: Settings) => PlistValue | undefined
  /** The value in a form in which equal means that both are taken for one. */
  readonly comparable: (key: KnownKey, settings: Settings) => PlistValue | undefined
  /** Whether the keys of a link are to say the same, as far as no key lets them differ. */
  readonly isBound: (link: Link, one: KnownKey, other: KnownKey, settings: Settings) => boolean
}

/** The links of the keys of a catalogue. `linking` says what a product knows of them, by its id. */
export function linksOf<L extends string = string>(
  { allKeys, keyWithId }: Pick<Catalogue, 'allKeys' | 'keyWithId'>,
  linking: (product: string) => Linking<string, L> | undefined,
): Links<L | ContentLinkId> {
  const products = [...new Set(allKeys.map(({ product }) => product.id))]
  const links = withContentLinks(
    products.flatMap((product) => linking(product)?.links ?? []),
    allKeys,
  )
  const byKey = new Map(links.flatMap((link) => link.keys.map((id) => [id, link] as const)))
  const linkOf = (id: string) => byKey.get(id)
  const of = ({ keys }: Link) => linking(keyWithId(keys[0] ?? '')?.product.id ?? '')

  const members = (link: Link, settings: Settings) =>
    link.keys
      .map(keyWithId)
      .filter((key) => key !== undefined)
      .filter(({ id }) => {
        const only = link.only?.[id]
        const own = only && of(link)
        return only === undefined || (own !== undefined && holds(only, own.contextOf(settings)))
      })
  const sharedValue = (key: KnownKey, settings: Settings): PlistValue | undefined => {
    const value = settingAt(settings, key.domain, key.path)
    const link = linkOf(key.id)
    if (value?.type === 'string' && key.definition.kind === 'file') {
      return { type: 'string', value: value.value.replace(/\s/g, '') }
    }
    if (value?.type === 'string' && link !== undefined) {
      return { type: 'string', value: of(link)?.shared(value.value, link.id) ?? value.value }
    }
    return value?.type === 'data' ? { type: 'string', value: encodeBase64(value.value) } : value
  }
  const comparable = (key: KnownKey, settings: Settings) => {
    const value = sharedValue(key, settings)
    const link = linkOf(key.id)
    return value === undefined || link === undefined ? value : (of(link)?.comparable(value, link.id) ?? value)
  }
  return {
    links,
    linkOf,
    members,
    sharedValue,
    comparable,
    linkState: (link, settings) => stateOf(members(link, settings).map((key) => comparable(key, settings))),
    linkedEdits: (link, value, settings) => {
      const keys =
        settings === undefined
          ? link.keys.filter((id) => link.only?.[id] === undefined).map(keyWithId)
          : members(link, settings).filter(({ domain, path }) => isWritable(settings, domain, path))
      return keys
        .filter((key) => key !== undefined)
        .map((key) => ({
          domain: key.domain,
          path: key.path,
          value: value === null ? null : spelled(link, key, value),
        }))
    },
    isBound: (link, one, other, settings) => {
      const own = of(link)
      return (
        areTwins(one, other) ||
        (own !== undefined &&
          (link.mayDiffer === undefined || !holds(link.mayDiffer, own.contextOf(settings))) &&
          own.belongTogether(one, other, settings))
      )
    },
  }
}

function stateOf(values: readonly (PlistValue | undefined)[]): 'same' | 'different' | 'partly' | 'absent' {
  const configured = values.filter((value) => value !== undefined)
  const [first] = configured
  if (first === undefined) {
    return 'absent'
  }
  if (!configured.every((value) => equal(first, value))) {
    return 'different'
  }
  return configured.length === values.length ? 'same' : 'partly'
}

/** A value of the first key of a link as `key` spells it. */
export function spelled(link: Link, key: KnownKey, value: PlistValue): PlistValue {
  const spelling = value.type === 'string' ? link.spell?.[key.id]?.[value.value] : undefined
  return spelling === undefined ? value : { type: 'string', value: spelling }
}
