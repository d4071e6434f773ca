import type { Link } from '../schema/link'
import { judged } from './judged'
import { keyWithId } from './keys'

const reasons: { readonly [link: string]: string } = Object.assign(
  {},
  ...judged.map((product) => product.reasons),
)

/** What the keys of a link share, and when they differ on purpose. Keys whose domains hold the same need no reason of their own. */
export function reasonOf({ id, keys }: Link): string {
  const domains = new Set(keys.flatMap((key) => keyWithId(key)?.domain ?? []))
  return reasons[id] ?? `${[...domains].join(' and ')} have to hold the same settings.`
}
