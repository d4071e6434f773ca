import type { HelpOf } from '../../../../schema/help'
import { clientsOffered } from '../clients'
import type { initialPassword } from './initial-password'

/** What people read of these keys. */
export const initialPasswordHelp: HelpOf<typeof initialPassword> = {
  source: 'https://learn.jamf.com/r/en-US/jamf-connect-documentation-current/Initial_Password_Settings',
  keys: {
    OIDCROPGID: {
      description:
        'Client ID with which the login window verifies passwords, using the resource owner password grant (ROPG). It is usually the same as OIDCClientID.',
      alsoCalled: ['Client ID (Password Verification)'],
      note: 'Hybrid identity, Okta with two applications and some PingFederate setups use a separate client. At Okta, the policy of its application has to take a password alone, and the Global Session Policy has to allow a password. With OIDCNewPassword on, the key is not needed.',
      offered: clientsOffered,
    },
    ROPGScopes: {
      description: 'Scopes that the login window requests when it verifies a password.',
      whenAbsent: 'From version 2.14, password verification requests the scopes in OIDCScopes.',
      introduced: '2.17',
      source: 'https://github.com/jamf/jamfconnect',
      note: 'Join the scopes with plus signs. With Conditional Access in Entra ID, it is the scope of the custom API: api://…/jamfconnect+openid+email+profile. The custom API is excluded from the policies; its app has no redirect URI and no public client flows.',
    },
    OIDCNewPassword: {
      description:
        'On: new users choose a separate password for their local account. Off: the local account gets the network password.',
      alsoCalled: ['Create New Local Password'],
      whenAbsent:
        'Sources conflict: current documentation says off; documentation for 1.x and the first 2.x versions says on. Configure the key to be sure.',
      note: 'Google needs it on. Off requires passthrough authentication, or OIDCROPGID and a provider that supports ROPG.',
    },
    CreateJamfConnectPassword: {
      description:
        'Adds a keychain item to each new account, from which the menu bar app or Self Service+ fills in the user name and password.',
      alsoCalled: ['Create Jamf Connect Keychain Item'],
      introduced: '2.0',
      note: 'Useful only while the local and the network password are the same, so leave OIDCNewPassword off.',
    },
    ROPGSuccessCodes: {
      description:
        'Error codes that prove a password correct although the identity provider refuses the sign-in, for example because it asks for a second factor.',
      alsoCalled: ['Password Verification Success Codes'],
      note: 'For Entra ID, enter codes with their letters, such as AADSTS50076. For OneLogin with multifactor authentication, enter MFA. List only codes that follow a right password: each lets people in without a second look.',
    },
  },
}
