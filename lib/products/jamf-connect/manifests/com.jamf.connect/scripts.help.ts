import type { HelpOf } from '../../../../schema/help'
import type { scripts } from './scripts'
import { schemaRepository } from './sources'

/** What people read of these keys. */
export const scriptsHelp: HelpOf<typeof scripts> = {
  source: schemaRepository,
  keys: {
    OnAuthSuccess: {
      description: 'Path of the executable file that runs after a user has signed in.',
      introduced: '2.0',
    },
    OnAuthFailure: {
      description: 'Path of the executable file that runs after a sign-in has failed.',
      introduced: '2.0',
    },
    OnPasswordChange: {
      description: 'Path of the executable file that runs after a user has changed the password.',
      introduced: '2.0',
    },
    OnNetworkChange: {
      description: 'Path of the executable file that runs after the network connection has changed.',
      introduced: '2.0',
    },
  },
}
