import { isTemplate } from '../../../../schema/templates'
import type { KeyId } from '../../manifests/key-ids'

/** Gives the configured text of a key, or undefined; of a list its items, one a line. */
export type TextOf = (key: string) => string | undefined

/** The keys whose values requests hold. No credential is among them, and no other key is read. */
export const requestKeys = [
  'login/OIDCRedirectURI',
  'login/OIDCClientID',
  'login/OIDCScopes',
  'login/OIDCAdmin',
  'login/OIDCAdminAttribute',
  'login/OIDCSecondaryAccess',
  'login/OIDCTenant',
  'login/OIDCDiscoveryURL',
  'login/AuthServer',
  'login/ROPGScopes',
  'login/ROPGDiscoveryURL',
  'connect/IdPSettings/TenantID',
  'connect/IdPSettings/OktaAuthServer',
  'connect/IdPSettings/DiscoveryURL',
  'connect/IdPSettings/Scopes',
  'connect/TemporaryUserPermissions/VerifyUserPromotionFIDO2',
] as const satisfies readonly KeyId[]

export type RequestKey = (typeof requestKeys)[number]

/** The first of the keys that has a text; undefined when none has. A variable of the MDM says nothing to the provider. */
export function configured(textOf: TextOf, ...keys: readonly RequestKey[]): string | undefined {
  return keys.map((key) => textOf(key)?.trim() ?? '').find((text) => text !== '' && !isTemplate(text))
}

/** The items of lists, each once. */
export function itemsOf(textOf: TextOf, key: RequestKey): readonly string[] {
  const lines = (textOf(key) ?? '').split(/\r?\n/).map((line) => line.trim())
  return [...new Set(lines)].filter((line) => line !== '' && !isTemplate(line))
}

/** Where the login window ends its sign-in: what is configured, else what Jamf recommends. */
export function redirectUri(textOf: TextOf): string {
  return configured(textOf, 'login/OIDCRedirectURI') ?? 'https://127.0.0.1/jamfconnect'
}

/**
 * The same, and where Self Service+ ends a sign-in with a security key, when elevation asks for one.
 * https://learn.jamf.com/r/en-US/jamf-connect-documentation-current/Temporary_User_Permission_Settings
 */
export function redirectUris(textOf: TextOf): readonly string[] {
  const withKey = configured(textOf, 'connect/TemporaryUserPermissions/VerifyUserPromotionFIDO2') === 'true'
  return withKey ? [redirectUri(textOf), 'jamfconnect://loggedin'] : [redirectUri(textOf)]
}
