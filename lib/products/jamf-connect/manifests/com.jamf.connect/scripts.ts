import { defineSection } from '../../names'
import { schemaRepository } from './sources'

export const scripts = defineSection({
  id: 'scripts',
  title: 'Scripts',
  source: schemaRepository,
  description: 'Executable files that run when something happens in Self Service+ (the menu bar app).',
  tab: 'connect',
  dictionary: 'Scripting',
  keys: {
    OnAuthSuccess: {
      kind: 'string',
      format: 'absolute-path',
      title: 'Successful Sign-in Script',
      description: 'Path of the executable file that runs after a user has signed in.',
      placeholder: '/Library/Example/signed-in.sh',
      introduced: '2.0',
      evidence: 'documented',
    },
    OnAuthFailure: {
      kind: 'string',
      format: 'absolute-path',
      title: 'Failed Sign-in Script',
      description: 'Path of the executable file that runs after a sign-in has failed.',
      placeholder: '/Library/Example/sign-in-failed.sh',
      introduced: '2.0',
      evidence: 'documented',
    },
    OnPasswordChange: {
      kind: 'string',
      format: 'absolute-path',
      title: 'Password Change Script',
      description: 'Path of the executable file that runs after a user has changed the password.',
      placeholder: '/Library/Example/password-changed.sh',
      introduced: '2.0',
      evidence: 'documented',
    },
    OnNetworkChange: {
      kind: 'string',
      format: 'absolute-path',
      title: 'Network Change Script',
      description: 'Path of the executable file that runs after the network connection has changed.',
      placeholder: '/Library/Example/network-changed.sh',
      introduced: '2.0',
      evidence: 'documented',
    },
  },
})
