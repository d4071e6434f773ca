import type { HelpOf } from '../../../../schema/help'
import type { universalUserRoles } from './universal-user-roles'

/** What people read of these keys. */
export const universalUserRolesHelp: HelpOf<typeof universalUserRoles> = {
  source: 'https://docs.jamf.com/jamf-connect/2.11.0/documentation/User_Roles_for_Local_Accounts.html',
  keys: {
    CreateAdminUser: {
      description: 'Every account that Jamf Connect creates is an administrator of the Mac.',
      alsoCalled: ['Provision Users as Local Administrators'],
      note: 'The key has no effect on existing accounts. Later logins can change the account by the roles from the identity provider; OIDCIgnoreAdmin prevents that.',
    },
  },
}
