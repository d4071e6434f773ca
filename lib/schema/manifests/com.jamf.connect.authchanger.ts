import { defineManifest, defineSection } from '../manifest'

const authchangerArguments = defineSection({
  id: 'arguments',
  title: 'Authchanger Arguments',
  source: 'https://learn.jamf.com/r/en-US/jamf-connect-documentation-current/authchanger',
  description:
    'What authchanger, the command-line tool of Jamf Connect, does to the mechanisms that macOS runs at login.',
  tab: 'more',
  keys: {
    Arguments: {
      kind: 'string-list',
      title: 'Arguments',
      description:
        'Arguments that authchanger reads from first to last, as on a command line. Arguments given on the real command line replace them.',
      itemTitle: 'Argument',
      options: {
        '-reset': { label: 'Restore the login window of macOS' },
        '-JamfConnect': { label: 'Use the Jamf Connect login window' },
        '-Okta': { label: 'Use the Jamf Connect login window with Okta (1.x)' },
        '-DefaultJCRight': { label: 'Use Jamf Connect for sudo and for system settings' },
        '-preAuth': { label: 'Run the mechanisms that follow before authentication' },
        'JamfConnectLogin:RunScript,privileged': { label: 'Run the login script' },
        'JamfConnectLogin:Notify': { label: 'Show the notify screen' },
        'JamfConnectLogin:EULA': { label: 'Show the acceptable use policy' },
      },
      open: true,
      whenAbsent:
        'authchanger acts as if it had -JamfConnect when the login window has an identity provider or an Okta auth server.',
      introduced: '2.0',
      evidence: 'documented',
      note: 'The values offered here are those in public documents and profiles. The tool takes others.',
    },
  },
})

/** Arguments of the authchanger tool. */
export const authchanger = defineManifest({
  id: 'authchanger',
  domain: 'com.jamf.connect.authchanger',
  title: 'Authchanger',
  description: 'Switches the login mechanisms of macOS to Jamf Connect and back.',
  sections: [authchangerArguments],
})
