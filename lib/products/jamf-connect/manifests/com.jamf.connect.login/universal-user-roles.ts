import { defineSection } from '../../names'

export const universalUserRoles = defineSection({
  id: 'universal-user-roles',
  title: 'Universal user roles',
  source: 'https://docs.jamf.com/jamf-connect/2.11.0/documentation/User_Roles_for_Local_Accounts.html',
  description: 'Sets the role of new accounts with any identity provider.',
  tab: 'login',
  group: 'User creation',
  keys: {
    CreateAdminUser: {
      kind: 'boolean',
      title: 'Create Admin Users',
      alsoCalled: ['Provision Users as Local Administrators'],
      description: 'Every account that Jamf Connect creates is an administrator of the Mac.',
      on: 'every account that Jamf Connect creates is an administrator.',
      off: 'new accounts are standard accounts, unless a role from the identity provider says otherwise.',
      default: false,
      evidence: 'documented',
      note: 'The key has no effect on existing accounts. Later logins can change the account by the roles from the identity provider; OIDCIgnoreAdmin prevents that.',
    },
  },
})
