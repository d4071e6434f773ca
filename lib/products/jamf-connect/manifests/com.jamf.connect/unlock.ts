import { defineSection } from '../../names'

export const unlock = defineSection({
  id: 'unlock',
  title: 'Unlock',
  description: 'Pairing with Jamf Unlock, the app with which users authenticate on the Mac from their phone.',
  tab: 'connect',
  dictionary: 'Unlock',
  keys: {
    EnableUnlock: {
      kind: 'boolean',
      title: 'Enable Unlock',
      on: 'users can pair the Mac with the Jamf Unlock app.',
      off: 'what Off means is not documented; presumably the Mac cannot be paired.',
      evidence: 'documented',
    },
    RequirePIN: {
      kind: 'boolean',
      title: 'Require PIN',
      on: 'the PIN that Jamf Unlock shows is asked for every time.',
      off: 'what Off means is not documented; presumably no PIN is asked for.',
      needs: { key: 'Unlock/EnableUnlock', is: [true] },
      evidence: 'real-profile',
    },
  },
})
