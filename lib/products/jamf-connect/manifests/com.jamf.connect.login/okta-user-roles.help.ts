import type { HelpOf } from '../../../../schema/help'
import type { oktaUserRoles } from './okta-user-roles'

/** What people read of these keys. */
export const oktaUserRolesHelp: HelpOf<typeof oktaUserRoles> = {
  source:
    'https://learn.jamf.com/r/en-US/jamf-connect-documentation-current/Creating_Applications_for_Limiting_Access_to_Devices',
  keys: {
    OIDCAccessClientID: {
      description:
        'Client ID of the Okta app for standard access. Only users assigned to that app can log in and get an account on the Mac.',
      alsoCalled: ['Okta OpenID Connect Access Client ID'],
      note: 'The key needs OIDCRedirectURI.',
    },
    OIDCAdminClientID: {
      description:
        'Client ID of the Okta app for administrators. Users assigned to that app get an administrator account.',
      note: 'The key needs OIDCAccessClientID.',
    },
    OIDCSecondaryLoginClientID: {
      description:
        'Client ID of the Okta app for additional users. Once the Mac has its first account, users assigned to that app can add theirs.',
      note: 'The key needs OIDCAccessClientID.',
    },
  },
}
