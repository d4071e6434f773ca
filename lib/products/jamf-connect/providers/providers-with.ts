import type { ProviderRow } from './provider-row'
import { type ProviderId, providerRows } from './provider-rows'

type Test = (row: ProviderRow) => boolean

const rows = Object.entries(providerRows) as readonly (readonly [ProviderId, ProviderRow])[]

/**
 * The condition that the identity provider is one of whose row the test holds. Those for which `first` holds too stand in
 * front: a sentence names the providers in the order of the list.
 */
export function providersWhere(test: Test, first: Test = () => false) {
  const found = rows.filter(([, row]) => test(row))
  return {
    provider: [...found.filter(([, row]) => first(row)), ...found.filter(([, row]) => !first(row))].map(
      ([id]) => id,
    ),
  } as const
}

/** The condition that the trait of the identity provider has one of the values. */
export const providersWith = <T extends keyof ProviderRow>(trait: T, ...values: ProviderRow[T][]) =>
  providersWhere((row) => values.includes(row[trait]))
