import { defineSection } from '../../names'

export const universalUserRoles = defineSection({
  id: 'universal-user-roles',
  title: 'Universal user roles',
  description: 'Sets the role of new accounts with any identity provider.',
  tab: 'login',
  group: 'User creation',
  keys: {
    CreateAdminUser: {
      kind: 'boolean',
      title: 'Create Admin Users',
      on: 'every account that Jamf Connect creates is an administrator.',
      off: 'new accounts are standard accounts, unless a role from the identity provider says otherwise.',
      default: false,
      evidence: 'documented',
    },
  },
})
