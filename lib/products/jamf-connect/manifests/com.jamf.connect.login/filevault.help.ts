import type { HelpOf } from '../../../../schema/help'
import type { filevault } from './filevault'

/** What people read of these keys. */
export const filevaultHelp: HelpOf<typeof filevault> = {
  source: 'https://docs.jamf.com/jamf-connect/2.15.0/documentation/Login_Window_Preferences.html',
  keys: {
    EnableFDE: {
      description: 'Turns on FileVault at the first login, for the user who logs in.',
      source: 'https://github.com/ProfileCreator/ProfileManifests',
      note: 'On macOS 10.15 and later, also deploy a Privacy Preferences Policy Control payload with SystemPolicyAllFiles for com.apple.authorizationhost.',
    },
    EnableFDERecoveryKey: {
      description: 'When FileVault is turned on, writes the personal recovery key to the disk of the Mac.',
      source: 'https://github.com/ProfileCreator/ProfileManifests',
    },
    EnableFDERecoveryKeyPath: {
      description: 'Location in which the recovery key is saved.',
      whenAbsent: 'The key is saved in /var/db/NoMADFDE.',
      source: 'https://github.com/ProfileCreator/ProfileManifests',
    },
    LAPSUser: {
      description:
        'Local administrator that helps to turn on FileVault for a standard user. From then on, its password and the personal recovery key are the same.',
      source: 'https://github.com/Jamf-Custom-Profile-Schemas/jamf-manifests',
      note: 'Enter the short name of an existing account. An early schema in Jamf Pro wrongly showed this key as an on/off setting.',
    },
  },
}
