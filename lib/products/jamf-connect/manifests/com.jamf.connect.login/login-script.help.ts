import type { HelpOf } from '../../../../schema/help'
import type { loginScript } from './login-script'

/** What people read of these keys. */
export const loginScriptHelp: HelpOf<typeof loginScript> = {
  source: 'https://docs.jamf.com/jamf-connect/2.15.0/documentation/Login_Window_Preferences.html',
  keys: {
    ScriptPath: {
      description:
        'Script or other executable file on the Mac that the RunScript mechanism runs during login.',
      source: 'https://github.com/ProfileCreator/ProfileManifests',
      note: 'Only one script can run. Nothing runs until authchanger adds the mechanism JamfConnectLogin:RunScript,privileged.',
    },
    ScriptArgs: {
      description: 'Arguments that the script gets, in this order.',
      source: 'https://github.com/ProfileCreator/ProfileManifests',
    },
  },
}
