import type { Condition } from '../../../../schema/condition-type'
import { defineSection } from '../../names'
import { openIdConnect, openIdConnectExceptGoogle } from './conditions'

/** With a separate local password, the login window has no network password to check. */
const checksPasswords = { not: { key: 'OIDCNewPassword', is: [true] } } as const satisfies Condition

export const initialPassword = defineSection({
  id: 'initial-password',
  title: 'Initial password',
  source: 'https://learn.jamf.com/r/en-US/jamf-connect-documentation-current/Initial_Password_Settings',
  description:
    'Decides which password a new local account gets, and how the login window verifies passwords with the identity provider.',
  tab: 'login',
  keys: {
    OIDCROPGID: {
      kind: 'string',
      tab: 'identity-provider',
      group: 'Resource owner password grant (ROPG)',
      title: 'ROPG Client ID',
      alsoCalled: ['Client ID (Password Verification)'],
      description:
        'Client ID with which the login window verifies passwords, using the resource owner password grant (ROPG). It is usually the same as OIDCClientID.',
      placeholder: '2f4c1a9e-83d7-4b05-9e6a-71c0d5b8f342',
      required: {
        all: [
          { provider: ['Okta-OIDC'] },
          checksPasswords,
          { not: { key: 'OIDCUsePassthroughAuth', is: [true] } },
        ],
      },
      recommended: {
        all: [{ provider: ['EntraID', 'IBMCI', 'OneLogin', 'PingFederate', 'Custom'] }, checksPasswords],
      },
      appliesWhen: openIdConnectExceptGoogle,
      evidence: 'documented',
      note: 'Hybrid identity and some PingFederate setups use a separate client. With OIDCNewPassword on, the key is not needed.',
    },
    ROPGScopes: {
      kind: 'string',
      format: 'scopes',
      tab: 'identity-provider',
      group: 'Resource owner password grant (ROPG)',
      title: 'ROPG Scopes',
      description: 'Scopes that the login window requests when it verifies a password.',
      placeholder: 'openid+profile+email',
      whenAbsent: 'From version 2.14, password verification requests the scopes in OIDCScopes.',
      appliesWhen: openIdConnect,
      introduced: '2.17',
      source: 'https://github.com/jamf/jamfconnect',
      evidence: 'documented',
      note: 'Join the scopes with plus signs. With Conditional Access in Entra ID, it is the scope of the custom API: api://…/jamfconnect+openid+email+profile. The custom API is excluded from the policies; its app has no redirect URI and no public client flows.',
    },
    OIDCNewPassword: {
      kind: 'boolean',
      title: 'Create a Separate Local Password',
      alsoCalled: ['Create New Local Password'],
      description:
        'On: new users choose a separate password for their local account. Off: the local account gets the network password.',
      on: 'new users choose a separate password for their local account.',
      off: 'the local account gets the network password.',
      default: false,
      whenAbsent:
        'Sources conflict: current documentation says off; documentation for 1.x and the first 2.x versions says on. Configure the key to be sure.',
      recommended: { provider: ['GoogleID'] },
      appliesWhen: openIdConnect,
      evidence: 'documented',
      note: 'Google needs it on. Off requires passthrough authentication, or OIDCROPGID and a provider that supports ROPG.',
    },
    CreateJamfConnectPassword: {
      kind: 'boolean',
      group: 'User creation',
      title: 'Create Jamf Connect Keychain',
      alsoCalled: ['Create Jamf Connect Keychain Item'],
      description:
        'Adds a keychain item to each new account, from which the menu bar app or Self Service+ fills in the user name and password.',
      on: 'each new account gets a keychain item with the user name and password.',
      off: 'no keychain item is created.',
      introduced: '2.0',
      evidence: 'documented',
      note: 'Useful only while the local and the network password are the same, so leave OIDCNewPassword off.',
    },
    ROPGSuccessCodes: {
      kind: 'string-list',
      title: 'ROPG Success Codes',
      alsoCalled: ['Password Verification Success Codes'],
      itemTitle: 'Code',
      description:
        'Error codes that prove a password correct although the identity provider refuses the sign-in, for example because it asks for a second factor.',
      placeholder: 'AADSTS50076',
      recommended: { provider: ['OneLogin'] },
      appliesWhen: { provider: ['EntraID', 'OneLogin', 'IBMCI', 'PingFederate', 'Custom'] },
      evidence: 'documented',
      note: 'For Entra ID, enter codes with their letters, such as AADSTS50076. For OneLogin with multifactor authentication, enter MFA. List only codes that follow a right password: each lets people in without a second look.',
    },
  },
})
