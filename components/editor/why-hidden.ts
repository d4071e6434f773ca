import { productAt } from '@/lib/products/domains'
import { fieldFor, keyWithId } from '@/lib/products/keys'
import { linkOf } from '@/lib/products/links'
import { inWords } from '@/lib/schema/condition-words'
import { type KnownKey, outsideLists } from '@/lib/schema/keys'
import { applies, type Group } from '@/lib/schema/layout'
import { seenBy } from '@/lib/schema/rules'
import type { Settings } from '@/lib/schema/settings'
import type { AskedPlace } from './address'

/** A key that was asked for and has no row among those of its tab, and why. */
export type HiddenKey = {
  readonly key: KnownKey
  /** Sentences: what hides it, and what would show it. */
  readonly why: string
}

/** Why a place has no row among `groups`; null for one that has, or that the row of a linked key stands for. */
export function whyHidden(
  { domain, path }: AskedPlace,
  groups: readonly Group[],
  settings: Settings,
): HiddenKey | null {
  const key = fieldFor(domain, outsideLists(path))
  const product = productAt(domain)
  if (key === undefined || product === undefined || key.definition.kind === 'dictionary') {
    return null
  }
  const rows = [key, keyWithId(linkOf(key.id)?.keys[0] ?? '')]
  if (rows.some((each) => each && groups.some(({ fields }) => fields.includes(each)))) {
    return null
  }
  const { appliesWhen, name, manifest } = key
  if (appliesWhen !== undefined && !applies(key, seenBy(product, settings))) {
    const { reader, providers } = product.facts
    const why = `${name} is not shown, because ${reader} does not heed it with these settings. It applies ${inWords(appliesWhen, providers)}.`
    return { key, why }
  }
  return settings.has(domain)
    ? null
    : {
        key,
        why: `${name} is not shown, because this profile has no payload for ${manifest.title} (${domain}). Configuring it adds that payload.`,
      }
}
