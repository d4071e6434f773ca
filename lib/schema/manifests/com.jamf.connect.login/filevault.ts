import { defineSection } from '../../manifest'

export const filevault = defineSection({
  id: 'filevault',
  title: 'FileVault',
  source: 'https://docs.jamf.com/jamf-connect/2.15.0/documentation/Login_Window_Preferences.html',
  description: 'Encrypts the Mac at the first login.',
  tab: 'login',
  keys: {
    EnableFDE: {
      kind: 'boolean',
      title: 'Enable FileVault',
      description: 'Turns on FileVault at the first login, for the user who logs in.',
      default: false,
      whenAbsent: 'Off: Jamf Connect leaves FileVault alone.',
      source: 'https://github.com/ProfileCreator/ProfileManifests',
      evidence: 'documented',
      note: 'On macOS 10.15 and later, also deploy a Privacy Preferences Policy Control payload with SystemPolicyAllFiles for com.apple.authorizationhost.',
    },
    EnableFDERecoveryKey: {
      kind: 'boolean',
      title: 'Save FileVault Recovery Key Locally',
      description: 'When FileVault is turned on, writes the personal recovery key to the disk of the Mac.',
      default: false,
      whenAbsent: 'Off: the Mac keeps no copy of the recovery key.',
      appliesWhen: { key: 'EnableFDE', is: [true] },
      source: 'https://github.com/ProfileCreator/ProfileManifests',
      evidence: 'documented',
    },
    EnableFDERecoveryKeyPath: {
      kind: 'string',
      format: 'absolute-path',
      title: 'Set Recovery Key Filepath',
      description: 'Location in which the recovery key is saved.',
      placeholder: '/usr/local/example/recovery-key',
      whenAbsent: 'The key is saved in /var/db/NoMADFDE.',
      appliesWhen: { key: 'EnableFDERecoveryKey', is: [true] },
      source: 'https://github.com/ProfileCreator/ProfileManifests',
      evidence: 'documented',
    },
    LAPSUser: {
      kind: 'string',
      title: 'LAPS User',
      description:
        'Local administrator that helps to turn on FileVault for a standard user. From then on, its password and the personal recovery key are the same.',
      placeholder: 'localadmin',
      appliesWhen: { key: 'EnableFDE', is: [true] },
      source: 'https://github.com/Jamf-Custom-Profile-Schemas/jamf-manifests',
      evidence: 'documented',
      note: 'Enter the short name of an existing account. An early schema in Jamf Pro wrongly showed this key as an on/off setting.',
    },
  },
})
