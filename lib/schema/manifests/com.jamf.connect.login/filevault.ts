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
      description: 'Turns on FileVault for the first user who logs in.',
      default: false,
      whenAbsent: 'Off: Jamf Connect leaves FileVault alone.',
      source: 'https://github.com/ProfileCreator/ProfileManifests',
      evidence: 'documented',
      note: 'On macOS 10.15 and later, also deploy a Privacy Preferences Policy Control profile that gives com.apple.authorizationhost access to all files (SystemPolicyAllFiles).',
    },
    EnableFDERecoveryKey: {
      kind: 'boolean',
      title: 'Save FileVault Recovery Key Locally',
      description: 'Saves the personal recovery key in a file on the Mac when FileVault is turned on.',
      default: false,
      whenAbsent: 'Off: the recovery key is not saved.',
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
        'Local administrator that helps to turn on FileVault for a standard user. Its password becomes the recovery key.',
      placeholder: 'localadmin',
      appliesWhen: { key: 'EnableFDE', is: [true] },
      source: 'https://github.com/Jamf-Custom-Profile-Schemas/jamf-manifests',
      evidence: 'documented',
      note: 'Enter the short name of an existing account. An early schema in Jamf Pro wrongly showed this key as an on/off setting.',
    },
  },
})
