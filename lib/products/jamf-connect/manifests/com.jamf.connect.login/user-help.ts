import { defineSection } from '../../names'

export const userHelp = defineSection({
  id: 'user-help',
  title: 'User help',
  description: 'Decides which help, networks and power controls the login window offers.',
  tab: 'login',
  keys: {
    AllowNetworkSelection: {
      kind: 'boolean',
      group: 'Appearance',
      title: 'Allow network selection',
      on: 'users can choose a Wi-Fi network at the login window.',
      off: 'the login window offers no choice of networks.',
      default: false,
      evidence: 'documented',
    },
    HelpURL: {
      kind: 'string',
      format: 'url',
      title: 'Help URL',
      placeholder: 'https://help.example.com',
      evidence: 'documented',
    },
    HelpURLLogo: {
      kind: 'string',
      format: 'absolute-path',
      title: 'Help Icon',
      placeholder: '/usr/local/example/help.png',
      evidence: 'documented',
    },
    LocalHelpFile: {
      kind: 'string',
      format: 'absolute-path',
      title: 'Backup Help File',
      placeholder: '/usr/local/example/help.html',
      evidence: 'documented',
    },
    OIDCHideRestart: {
      kind: 'boolean',
      title: 'Hide Restart',
      on: 'the Restart button is removed.',
      off: 'the Restart button is shown.',
      evidence: 'documented',
    },
    OIDCHideShutdown: {
      kind: 'boolean',
      title: 'Hide Shutdown',
      on: 'the Shut Down button is removed.',
      off: 'the Shut Down button is shown.',
      evidence: 'documented',
    },
  },
})
