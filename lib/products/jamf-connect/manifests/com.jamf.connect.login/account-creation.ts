import { defineSection } from '../../names'

export const accountCreation = defineSection({
  id: 'account-creation',
  title: 'Account creation',
  description: 'Sets attributes of the local accounts that Jamf Connect creates.',
  tab: 'login',
  group: 'User creation',
  keys: {
    UIDTool: {
      kind: 'string',
      format: 'absolute-path',
      title: 'Path to UID Management Tool',
      placeholder: '/usr/local/example/next-uid',
      evidence: 'documented',
    },
  },
})
