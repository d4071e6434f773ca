import type { Option } from '../../../schema/manifest'
import type { ProviderRow } from './provider-row'
import { type ProviderId, providerRows } from './provider-rows'
import { providersWith } from './providers-with'

type Options = { readonly [value: string]: Option }

const rows: readonly (readonly [string, ProviderRow])[] = Object.entries(providerRows)

/** The providers as options of the login window, each with the other spellings that are read as it. */
export const loginProviders: Options = Object.fromEntries(
  rows.map(([id, { label, menuBarValue, formerly }]) => [
    id,
    option(label, menuBarValue === undefined ? formerly : [menuBarValue, ...formerly]),
  ]),
)

/** The same for the menu bar app, which spells some in its own way. */
export const menuBarProviders: Options = Object.fromEntries(
  rows.map(([id, { label, menuBarValue, formerly }]) =>
    menuBarValue === undefined
      ? [id, option(label, formerly)]
      : [menuBarValue, option(label, [id, ...formerly])],
  ),
)

/** How the menu bar app spells a value of the login window, where it spells it differently. */
export const menuBarSpellings: { readonly [value: string]: string } = Object.fromEntries(
  rows.flatMap(([id, { menuBarValue }]) => (menuBarValue === undefined ? [] : [[id, menuBarValue]])),
)

/** The interfaces of Okta, of which questions tell the right one. */
export const oktas: readonly ProviderId[] = providersWith('product', 'Okta-OIDC').provider

function option(label: string, formerly: readonly string[]): Option {
  return formerly.length === 0 ? { label } : { label, formerly }
}
