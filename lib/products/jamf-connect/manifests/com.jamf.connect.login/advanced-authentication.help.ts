import type { HelpOf } from '../../../../schema/help'
import type { advancedAuthentication } from './advanced-authentication'

/** What people read of these keys. */
export const advancedAuthenticationHelp: HelpOf<typeof advancedAuthentication> = {
  source:
    'https://learn.jamf.com/r/en-US/jamf-connect-documentation-current/Advanced_Login_Authentication_Settings',
  keys: {
    OIDCScopes: {
      description:
        'Scopes that the login window requests at sign-in, for example to get further claims in the ID token.',
      alsoCalled: ['Scopes'],
      note: 'Current documentation joins scopes with plus signs, and with spaces for Okta Identity Engine and Okta-OIDC; older sources use spaces throughout. From version 2.14, password verification requests these scopes too unless ROPGScopes is configured. With Conditional Access in Entra ID, leave the key out to keep the second factor at the login window; the scope of the custom API belongs here only when none is wanted there.',
    },
    OIDCIgnoreCookies: {
      description: 'Has the login window ignore the cookies that its sign-in web view has kept.',
      alsoCalled: ['Token Caching', 'Token Caching: Ignore cookies'],
    },
    OIDCAuthServer: {
      description:
        'ID of the custom authorization server in Okta that issues tokens with additional scopes and claims.',
      alsoCalled: ['Okta OpenID Connect Domain'],
      note: 'Enter the last part of the issuer URI, without the rest of the URL. The value of AuthServer does not work here. The key needs OIDCAccessClientID.',
    },
    UseUserInfo: {
      description: 'Fetches claims that the token lacks from the UserInfo endpoint of the identity provider.',
      source: 'https://docs.jamf.com/ja/jamf-connect/2.17.0/documentation/Integrating_with_PingFederate.html',
      note: 'PingFederate needs it for internally managed reference tokens, perhaps with openid+profile in OIDCScopes. Jamf documents it with PingFederate only. No public source prints a label for this key.',
    },
    OIDCShortName: {
      description:
        'Claim of the ID token that becomes the short name of the local account, up to the @ sign. The part of the user principal name before the @ sign becomes an alias.',
      alsoCalled: ['(Okta Only) Short Name'],
      whenAbsent:
        'The first of unique_name, preferred_username, email and sub that the ID token has, up to the @ sign; jamfconnect when it has none of them.',
      note: 'The ID token has to contain the claim, so request its scope in OIDCScopes; otherwise the claims of the default count. With Migrate on, local accounts are compared with this name. Documentation for 2.0 limits the key to Okta; current documentation does not.',
    },
    OIDCFullName: {
      description: 'Claim of the ID token that becomes the full name of the local account.',
    },
    OIDCIDTokenPath: {
      description: 'File into which the login window writes the decoded ID token for the login script.',
      note: 'Choose a location that is writable at the login window.',
    },
    OIDCIDTokenPathRaw: {
      description:
        'File into which the login window writes the ID token as it was issued, still encoded, for the login script.',
      introduced: '1.x',
      source: 'https://github.com/kdrwygvh/JSON-Schema-for-Jamf-Pro-Applications-and-Settings-MDM-Payload',
      note: 'The file holds a token that may still be valid: have the login script delete it. Choose a location that is writable at the login window.',
    },
  },
}
