import { defineSection } from '../../names'

export const loginScript = defineSection({
  id: 'login-script',
  title: 'Login script',
  description: 'Runs a script of your own during login.',
  tab: 'login',
  keys: {
    ScriptPath: {
      kind: 'string',
      format: 'absolute-path',
      title: 'Script Path',
      placeholder: '/usr/local/example/login.zsh',
      evidence: 'documented',
    },
    ScriptArgs: {
      kind: 'string-list',
      title: 'Script Arguments',
      itemTitle: 'Argument',
      placeholder: '--verbose',
      appliesWhen: { key: 'ScriptPath', configured: true },
      evidence: 'documented',
    },
  },
})
