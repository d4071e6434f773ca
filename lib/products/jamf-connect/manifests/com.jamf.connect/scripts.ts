import { defineSection } from '../../names'

export const scripts = defineSection({
  id: 'scripts',
  title: 'Scripts',
  description: 'Executable files that run when something happens in Self Service+ (the menu bar app).',
  tab: 'connect',
  dictionary: 'Scripting',
  keys: {
    OnAuthSuccess: {
      kind: 'string',
      format: 'absolute-path',
      title: 'Successful Sign-in Script',
      placeholder: '/Library/Example/signed-in.sh',
      evidence: 'documented',
    },
    OnAuthFailure: {
      kind: 'string',
      format: 'absolute-path',
      title: 'Failed Sign-in Script',
      placeholder: '/Library/Example/sign-in-failed.sh',
      evidence: 'documented',
    },
    OnPasswordChange: {
      kind: 'string',
      format: 'absolute-path',
      title: 'Password Change Script',
      placeholder: '/Library/Example/password-changed.sh',
      evidence: 'documented',
    },
    OnNetworkChange: {
      kind: 'string',
      format: 'absolute-path',
      title: 'Network Change Script',
      placeholder: '/Library/Example/network-changed.sh',
      evidence: 'documented',
    },
  },
})
