import { defineManifest, defineSection } from '../names'

const authchangerArguments = defineSection({
  id: 'arguments',
  title: 'Authchanger Arguments',
  description:
    'What authchanger, the command-line tool of Jamf Connect, does to the mechanisms that macOS runs at login.',
  tab: 'more',
  keys: {
    Arguments: {
      kind: 'string-list',
      title: 'Arguments',
      itemTitle: 'Argument',
      options: {
        '-reset': { label: 'Restore the login window of macOS; put it first' },
        '-JamfConnect': { label: 'Use the Jamf Connect login window, with the provider of its profile' },
        '-Okta': { label: 'Use the Jamf Connect login window with Okta (1.x)' },
        '-OIDC': { label: 'Use the Jamf Connect login window with OpenID Connect (1.x)' },
        '-Notify': { label: 'Add the notify screen' },
        '-DefaultJCRight': { label: 'Use Jamf Connect for sudo and for system settings' },
        '-SysPrefs': { label: 'Use Jamf Connect for the lock of System Settings' },
        '-SysPrefsReset': { label: 'Use macOS for the lock of System Settings again' },
        '-preLogin': { label: 'Run the mechanisms that follow before the login window is drawn' },
        '-preAuth': { label: 'Run the mechanisms that follow between login window and authentication' },
        '-postAuth': { label: 'Run the mechanisms that follow after authentication' },
        'JamfConnectLogin:RunScript,privileged': { label: 'Run the login script' },
        'JamfConnectLogin:Notify': { label: 'Show the notify screen' },
        'JamfConnectLogin:EULA': { label: 'Show the acceptable use policy' },
        'JamfConnectLogin:DeMobilize': { label: 'Convert mobile accounts' },
        'JamfConnectLogin:DeMobilize,privileged': { label: 'Convert mobile accounts, as root' },
        '-Demobilize': { label: 'Convert mobile accounts, without the Jamf Connect login window' },
      },
      open: true,
      evidence: 'documented',
    },
  },
})

/** Arguments of the authchanger tool. */
export const authchanger = defineManifest({
  id: 'authchanger',
  domain: 'com.jamf.connect.authchanger',
  title: 'Authchanger',
  payloadTitle: 'Jamf Connect authchanger',
  sections: [authchangerArguments],
})
