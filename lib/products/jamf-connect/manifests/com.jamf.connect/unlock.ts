import { defineSection } from '../../names'
import { sampleRepository, unlockPage } from './sources'

export const unlock = defineSection({
  id: 'unlock',
  title: 'Unlock',
  source: unlockPage,
  description: 'Pairing with Jamf Unlock, the app with which users authenticate on the Mac from their phone.',
  tab: 'connect',
  dictionary: 'Unlock',
  keys: {
    EnableUnlock: {
      kind: 'boolean',
      title: 'Enable Unlock',
      description: 'Lets users pair the Mac with the Jamf Unlock app on their mobile device.',
      on: 'users can pair the Mac with the Jamf Unlock app.',
      off: 'what Off means is not documented; presumably the Mac cannot be paired.',
      introduced: '2.4',
      evidence: 'documented',
    },
    RequirePIN: {
      kind: 'boolean',
      title: 'Require PIN',
      description: 'Asks for the PIN that Jamf Unlock shows, every time it is used.',
      on: 'the PIN that Jamf Unlock shows is asked for every time.',
      off: 'what Off means is not documented; presumably no PIN is asked for.',
      introduced: '2.4',
      source: sampleRepository,
      needs: { key: 'Unlock/EnableUnlock', is: [true] },
      evidence: 'real-profile',
    },
  },
})
