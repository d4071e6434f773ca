import { defineSection } from '../../names'

export const filevault = defineSection({
  id: 'filevault',
  title: 'FileVault',
  description: 'Encrypts the Mac at the first login.',
  tab: 'login',
  keys: {
    EnableFDE: {
      kind: 'boolean',
      title: 'Enable FileVault',
      on: 'FileVault is turned on at the first login.',
      off: 'Jamf Connect leaves FileVault alone.',
      default: false,
      evidence: 'documented',
    },
    EnableFDERecoveryKey: {
      kind: 'boolean',
      title: 'Save FileVault Recovery Key Locally',
      on: 'the recovery key of FileVault is written to the disk.',
      off: 'the Mac keeps no copy of the recovery key.',
      default: false,
      appliesWhen: { key: 'EnableFDE', is: [true] },
      evidence: 'documented',
    },
    EnableFDERecoveryKeyPath: {
      kind: 'string',
      format: 'absolute-path',
      title: 'Set Recovery Key Filepath',
      placeholder: '/usr/local/example/recovery-key',
      appliesWhen: { key: 'EnableFDERecoveryKey', is: [true] },
      evidence: 'documented',
    },
    LAPSUser: {
      kind: 'string',
      title: 'LAPS User',
      meant: 'the short name of a local administrator account',
      placeholder: 'localadmin',
      appliesWhen: { key: 'EnableFDE', is: [true] },
      evidence: 'documented',
    },
  },
})
