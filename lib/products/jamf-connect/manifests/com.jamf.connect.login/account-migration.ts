import { defineSection } from '../../names'

export const accountMigration = defineSection({
  id: 'account-migration',
  title: 'Account migration',
  description: 'Connects accounts that already exist on the Mac to network accounts.',
  tab: 'login',
  keys: {
    Migrate: {
      kind: 'boolean',
      title: 'Connect existing local accounts to a network account',
      on: 'users can connect an existing local account to their network account.',
      off: 'users are not offered an existing account.',
      default: false,
      evidence: 'documented',
    },
    MigrateUsersHide: {
      kind: 'string-list',
      title: 'Local accounts prohibited from network account connection',
      itemTitle: 'User name',
      placeholder: 'localadmin',
      appliesWhen: { key: 'Migrate', is: [true] },
      evidence: 'documented',
    },
    CreateNewUserHide: {
      kind: 'boolean',
      title: 'Hide "Create New User" option',
      on: 'the choice to create a new account is removed.',
      off: 'users can also create a new account.',
      appliesWhen: { key: 'Migrate', is: [true] },
      evidence: 'documented',
    },
    DemobilizeUsers: {
      kind: 'boolean',
      title: 'Demobilize Accounts',
      on: 'Active Directory mobile accounts become local accounts at login.',
      off: 'mobile accounts stay as they are.',
      default: false,
      evidence: 'documented',
    },
  },
})
