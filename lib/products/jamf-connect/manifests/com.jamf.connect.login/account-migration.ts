import { defineSection } from '../../names'

export const accountMigration = defineSection({
  id: 'account-migration',
  title: 'Account migration',
  source: 'https://learn.jamf.com/r/en-US/jamf-connect-documentation-current/Account_Migration_Settings',
  description: 'Connects accounts that already exist on the Mac to network accounts.',
  tab: 'login',
  keys: {
    Migrate: {
      kind: 'boolean',
      title: 'Connect existing local accounts to a network account',
      alsoCalled: ['Migrate'],
      description:
        'At the first sign-in with the identity provider, users connect their network account to an existing local account. Equal names with equal passwords connect by themselves; otherwise the user types the local password once, or chooses an account from a list.',
      on: 'users can connect an existing local account to their network account.',
      off: 'users are not offered an existing account.',
      default: false,
      evidence: 'documented',
      note: 'Documentation asks for DenyLocal on as well, yet most sample profiles from Jamf leave it out. Google cannot connect an account whose password differs. Each sign-in with the network marks the account with NetworkSignIn.',
    },
    MigrateUsersHide: {
      kind: 'string-list',
      title: 'Local accounts prohibited from network account connection',
      alsoCalled: ['Accounts to prohibit migration to'],
      itemTitle: 'User name',
      description:
        'Local accounts that are left out of the migration: users cannot choose them when they connect their network account.',
      placeholder: 'localadmin',
      appliesWhen: { key: 'Migrate', is: [true] },
      evidence: 'documented',
    },
    CreateNewUserHide: {
      kind: 'boolean',
      title: 'Hide "Create New User" option',
      description:
        'Removes the choice to create an account, so that users must connect their network account to an existing one.',
      on: 'the choice to create a new account is removed.',
      off: 'users can also create a new account.',
      appliesWhen: { key: 'Migrate', is: [true] },
      introduced: '2.13 or earlier',
      evidence: 'documented',
    },
    DemobilizeUsers: {
      kind: 'boolean',
      title: 'Demobilize Accounts',
      description: 'Converts Active Directory mobile accounts to local accounts when their users log in.',
      on: 'Active Directory mobile accounts become local accounts at login.',
      off: 'mobile accounts stay as they are.',
      default: false,
      evidence: 'documented',
      note: 'The Mac has to reach a domain controller: unbind it only after the conversion. Automatic login after FileVault skips the login window, and with it the conversion.',
    },
  },
})
