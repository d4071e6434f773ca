import { defineSection } from '../../names'

export const localAndNetworkAuthentication = defineSection({
  id: 'local-and-network-authentication',
  title: 'Local and network authentication',
  source:
    'https://docs.jamf.com/jamf-connect/2.0.1/administrator-guide/Network_and_Local_Authentication_Restrictions.html',
  description: 'Decides when users authenticate with the identity provider and when with a local password.',
  tab: 'login',
  group: 'Authentication',
  keys: {
    DenyLocal: {
      kind: 'boolean',
      title: 'Require Network Authentication',
      alsoCalled: ['Require Network Based Login'],
      description:
        'Removes local login from the login window: everybody signs in with the identity provider.',
      on: 'local login is removed: everybody signs in with the identity provider.',
      off: 'users can choose to log in with their local password.',
      default: false,
      evidence: 'documented',
      note: 'Without it, Jamf says, a second factor is not enforced: users can go round it with their local password. To avoid lockouts when the identity provider is down or the Mac is offline, also turn on LocalFallback or fill in DenyLocalExcluded.',
    },
    LocalFallback: {
      kind: 'boolean',
      title: 'Allow Local Fallback',
      description:
        'Makes an exception to DenyLocal: while the Mac is offline or the identity provider is down, users may log in locally.',
      on: 'while the Mac is offline or the identity provider is down, users may log in locally although DenyLocal is on.',
      off: 'DenyLocal holds without exception.',
      default: false,
      appliesWhen: { key: 'DenyLocal', is: [true] },
      evidence: 'documented',
    },
    DenyLocalExcluded: {
      kind: 'string-list',
      title: 'Users with local authentication privileges',
      itemTitle: 'User name',
      description:
        'Local accounts that DenyLocal does not affect: they can always log in with their local password.',
      placeholder: 'localadmin',
      appliesWhen: { key: 'DenyLocal', is: [true] },
      evidence: 'documented',
      note: 'Enter short names, not full names.',
    },
    OIDCDefaultLocal: {
      kind: 'boolean',
      title: 'Use Local Authentication by Default',
      alsoCalled: ['Use local authentication only'],
      description: 'The login window starts with local login.',
      on: 'the login window starts with local login.',
      off: 'the login window starts with the identity provider.',
      default: false,
      evidence: 'documented',
    },
  },
})
