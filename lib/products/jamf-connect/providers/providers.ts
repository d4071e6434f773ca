import type { KeyId } from '../manifests/key-ids'
import type { ProviderRow } from './provider-row'
import { type ProviderId, providerRows } from './provider-rows'

type Row = Omit<ProviderRow, 'requiredFields'> & { readonly requiredFields: readonly KeyId[] }

export type Provider = Row & { readonly id: ProviderId }

/** Fields of the Required group while no provider is chosen. */
export const fieldsWithoutProvider: readonly KeyId[] = ['login/OIDCProvider', 'connect/IdPSettings/Provider']

const rows: { readonly [Id in ProviderId]: Row } = providerRows

/** The identity providers of Jamf Connect, in the order in which a picker offers them. */
export const providers: readonly Provider[] = (Object.keys(rows) as ProviderId[]).map((id) => {
  const { menuBarValue, formerly, ...row } = rows[id]
  return { ...row, id, formerly: [...(menuBarValue === undefined ? [] : [menuBarValue]), ...formerly] }
})

const byId: ReadonlyMap<string | null, Provider> = new Map(providers.map((each) => [each.id, each]))

/** The facts about one provider. */
export function providerOf(id: ProviderId): Provider {
  const found = rowOf(id)
  if (found === undefined) {
    throw new RangeError(`No identity provider is called ${id}.`)
  }
  return found
}

/** The facts about a provider that has a value of its own; undefined for a product without one, and for none. */
export function rowOf(id: string | null): Provider | undefined {
  return byId.get(id)
}

/** Whether the login window may check passwords with another provider than people sign in at. */
export function mayCheckElsewhere(id: string | null): boolean {
  return rowOf(id)?.checksElsewhere === 'at-a-provider'
}

/** Whether people sign in through the Okta Authentication API, in fields that Jamf Connect draws itself. */
export function usesOktaAuthn(id: string | null): boolean {
  return rowOf(id)?.protocol === 'okta-authn'
}

/**
 * The provider that a value of ROPGProvider means: AD FS, as "Custom", or Entra ID with the passwords it knows itself.
 * https://learn.jamf.com/r/en-US/jamf-connect-documentation-current/Azure_AD_Hybrid_ID_Settings
 */
export function hybridProvider(value: string): Provider | undefined {
  return providers.find(({ hybridValue }) => hybridValue !== undefined && hybridValue === value)
}
