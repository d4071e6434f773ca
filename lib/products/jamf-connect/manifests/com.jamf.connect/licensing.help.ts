import type { HelpOf } from '../../../../schema/help'
import type { licensing } from './licensing'
import { sampleRepository } from './sources'

/** What people read of these keys. */
export const licensingHelp: HelpOf<typeof licensing> = {
  source: sampleRepository,
  keys: {
    LicenseFile: {
      description:
        'Unlocks Self Service+ (the menu bar app) with the content of your license file. The login window needs the same license in its own settings.',
      alsoCalled: ['Choose License...'],
      whenAbsent: 'Jamf Connect runs in trial mode.',
      note: 'Public sources disagree on the type. Text in Base64 is what license profiles hold and scripts decode, so it is what is written.',
    },
  },
}
