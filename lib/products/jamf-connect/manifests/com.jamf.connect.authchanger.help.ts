import type { HelpFor } from '../../../schema/help'
import type { authchanger } from './com.jamf.connect.authchanger'

/** What people read of these keys. */
export const authchangerHelp: HelpFor<typeof authchanger> = {
  arguments: {
    source: 'https://learn.jamf.com/r/en-US/jamf-connect-documentation-current/authchanger',
    keys: {
      Arguments: {
        description:
          'Arguments that authchanger reads from first to last, as on a command line. Arguments given on the real command line replace them.',
        whenAbsent:
          'authchanger acts as if it had -JamfConnect when the login window has an identity provider or an Okta auth server.',
        introduced: '2.0',
        note: 'A command line with arguments takes the place of this profile, and this profile that of the provider at the login window. -print, -debug, -verbose, -version, -help and -CustomRule are meant for the command line.',
      },
    },
  },
}
