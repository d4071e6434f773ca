import { defineSection } from '../../names'

export const loginScript = defineSection({
  id: 'login-script',
  title: 'Login script',
  source: 'https://docs.jamf.com/jamf-connect/2.15.0/documentation/Login_Window_Preferences.html',
  description: 'Runs a script of your own during login.',
  tab: 'login',
  keys: {
    ScriptPath: {
      kind: 'string',
      format: 'absolute-path',
      title: 'Script Path',
      description:
        'Script or other executable file on the Mac that the RunScript mechanism runs during login.',
      placeholder: '/usr/local/example/login.zsh',
      source: 'https://github.com/ProfileCreator/ProfileManifests',
      evidence: 'documented',
      note: 'Only one script can run. Nothing runs until authchanger adds the mechanism JamfConnectLogin:RunScript,privileged.',
    },
    ScriptArgs: {
      kind: 'string-list',
      title: 'Script Arguments',
      itemTitle: 'Argument',
      description: 'Arguments that the script gets, in this order.',
      placeholder: '--verbose',
      appliesWhen: { key: 'ScriptPath', configured: true },
      source: 'https://github.com/ProfileCreator/ProfileManifests',
      evidence: 'documented',
    },
  },
})
