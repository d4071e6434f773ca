import type { Brought, Carried } from '../../../schema/set-up'
import type { KeyId } from '../manifests/key-ids'

/**
 * The redirect URI, under the name that the console has for its field. Any value does, as long as both sides have the same:
 * https://docs.jamf.com/jamf-connect/2.13.0/documentation/Login_Window_Preferences.html
 */
export const redirectUri = (label: string): Carried<KeyId> => ({
  label,
  value: { key: 'login/OIDCRedirectURI', otherwise: 'https://127.0.0.1/jamfconnect' },
})

/** The client ID of an application that both signs people in and checks passwords. */
export const clientIdOfBoth = (label: string, note?: string): Brought<KeyId> => ({
  label,
  keys: ['login/OIDCClientID', 'login/OIDCROPGID', 'connect/IdPSettings/ROPGID'],
  ...(note === undefined ? {} : { note }),
})

/** The address of the discovery document, of sign-in and password check alike. */
export const discoveryUrl = (label: string, note: string): Brought<KeyId> => ({
  label,
  keys: ['login/OIDCDiscoveryURL', 'connect/IdPSettings/DiscoveryURL'],
  note,
})
