import type { HelpOf } from '../../../../schema/help'
import type { openIdConnectUserRoles } from './openid-connect-user-roles'

/** What people read of these keys. */
export const openIdConnectUserRolesHelp: HelpOf<typeof openIdConnectUserRoles> = {
  source:
    'https://learn.jamf.com/r/en-US/jamf-connect-documentation-current/OpenID_Connect_User_Role_Settings',
  keys: {
    OIDCAdmin: {
      description:
        'Roles or groups whose members become administrators of the Mac. Jamf Connect looks for them in the claim that OIDCAdminAttribute names.',
      alsoCalled: ['OpenID Connect Admin Groups'],
      note: 'With Okta Identity Engine, add the scope groups to OIDCScopes.',
    },
    OIDCAdminAttribute: {
      description: 'Claim of the ID token that lists the roles or groups of the user.',
      alsoCalled: ['OpenID Connect Admin Attribute'],
      whenAbsent: 'Jamf Connect reads the claim groups.',
      note: 'For Entra ID with app roles, enter roles.',
    },
    OIDCIgnoreAdmin: {
      description:
        'Administrators stay administrators and standard users stay standard users, whatever roles the identity provider reports.',
      alsoCalled: ['Ignore OpenID Connect Attributes'],
    },
    OIDCSecondaryAccess: {
      description:
        'Roles or groups whose members may create further accounts once the Mac has its first one.',
      note: 'For Entra ID, Jamf Connect looks in the role claim; for other providers, in the claim that OIDCAdminAttribute names. With Okta Identity Engine, add the scope groups to OIDCScopes.',
    },
  },
}
