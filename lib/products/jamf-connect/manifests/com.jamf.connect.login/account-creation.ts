import { defineSection } from '../../names'

export const accountCreation = defineSection({
  id: 'account-creation',
  title: 'Account creation',
  source: 'https://github.com/baconflip/uidtool',
  description: 'Sets attributes of the local accounts that Jamf Connect creates.',
  tab: 'login',
  group: 'User creation',
  keys: {
    UIDTool: {
      kind: 'string',
      format: 'absolute-path',
      title: 'Path to UID Management Tool',
      description: 'Executable file on the Mac that supplies the user ID (UID) for each new account.',
      placeholder: '/usr/local/example/next-uid',
      introduced: '1.x',
      evidence: 'documented',
      note: 'The schema for 1.x contains the key; the one for 2.x does not. Whether current versions honor it is not documented.',
    },
  },
})
