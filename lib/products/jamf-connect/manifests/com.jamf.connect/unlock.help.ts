import type { HelpOf } from '../../../../schema/help'
import { sampleRepository, unlockPage } from './sources'
import type { unlock } from './unlock'

/** What people read of these keys. */
export const unlockHelp: HelpOf<typeof unlock> = {
  source: unlockPage,
  keys: {
    EnableUnlock: {
      description: 'Lets users pair the Mac with the Jamf Unlock app on their mobile device.',
      introduced: '2.4',
    },
    RequirePIN: {
      description: 'Asks for the PIN that Jamf Unlock shows, every time it is used.',
      introduced: '2.4',
      source: sampleRepository,
    },
  },
}
