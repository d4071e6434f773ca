import type { HelpOf } from '../../../../schema/help'
import type { accountCreation } from './account-creation'

/** What people read of these keys. */
export const accountCreationHelp: HelpOf<typeof accountCreation> = {
  source: 'https://github.com/baconflip/uidtool',
  keys: {
    UIDTool: {
      description: 'Executable file on the Mac that supplies the user ID (UID) for each new account.',
      introduced: '1.x',
      note: 'The schema for 1.x contains the key; the one for 2.x does not. Whether current versions honor it is not documented.',
    },
  },
}
