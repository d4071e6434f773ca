import type { Template } from '../schema/rules'
import { findKey } from './keys'
import { persist } from './persist'
import { products } from './products'

/** What a new configuration may start from, those of each product together. */
export const templates: readonly Template[] = (
  await Promise.all(products.map((product) => product.templates && persist(product.templates)))
).flatMap((own) => own ?? [])

/** The id of the key that a new configuration is opened at; undefined for a template that begins with no known key. */
export function firstKeyOf(template: string): string | undefined {
  const found = templates.find(({ id }) => id === template)
  const place = found?.opensAt ?? found?.toFill?.[0] ?? found?.edits()[0]
  return findKey(place?.domain ?? '', place?.path ?? [])?.id
}
