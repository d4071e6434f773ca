import type { HelpOf } from '../../../../schema/help'
import type { accountMigration } from './account-migration'

/** What people read of these keys. */
export const accountMigrationHelp: HelpOf<typeof accountMigration> = {
  source: 'https://learn.jamf.com/r/en-US/jamf-connect-documentation-current/Account_Migration_Settings',
  keys: {
    Migrate: {
      description:
        'At the first sign-in with the identity provider, users connect their network account to an existing local account. Equal names with equal passwords connect by themselves; otherwise the user types the local password once, or chooses an account from a list.',
      alsoCalled: ['Migrate'],
      note: 'Documentation asks for DenyLocal on as well, yet most sample profiles from Jamf leave it out. Google cannot connect an account whose password differs. Each sign-in with the network marks the account with NetworkSignIn.',
    },
    MigrateUsersHide: {
      description:
        'Local accounts that are left out of the migration: users cannot choose them when they connect their network account.',
      alsoCalled: ['Accounts to prohibit migration to'],
    },
    CreateNewUserHide: {
      description:
        'Removes the choice to create an account, so that users must connect their network account to an existing one.',
      introduced: '2.13 or earlier',
    },
    DemobilizeUsers: {
      description: 'Converts Active Directory mobile accounts to local accounts when their users log in.',
      note: 'The Mac has to reach a domain controller: unbind it only after the conversion. Automatic login after FileVault skips the login window, and with it the conversion.',
    },
  },
}
