import { defineSection } from '../../manifest'

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
      default: false,
      whenAbsent: 'Off: users can choose to log in with their local password.',
      evidence: 'documented',
      note: 'Without LocalFallback or DenyLocalExcluded, nobody can log in while the network or the identity provider is down.',
    },
    LocalFallback: {
      kind: 'boolean',
      title: 'Allow Local Fallback',
      description:
        'Allows local login while the network or the identity provider cannot be reached, although DenyLocal is on.',
      default: false,
      whenAbsent: 'Off: DenyLocal also holds while the identity provider cannot be reached.',
      appliesWhen: { key: 'DenyLocal', is: [true] },
      evidence: 'documented',
    },
    DenyLocalExcluded: {
      kind: 'string-list',
      title: 'Users with local authentication privileges',
      itemTitle: 'User name',
      description: 'Local accounts that may log in with their local password although DenyLocal is on.',
      placeholder: 'localadmin',
      appliesWhen: { key: 'DenyLocal', is: [true] },
      evidence: 'documented',
      note: 'Enter short names, not full names.',
    },
    OIDCDefaultLocal: {
      kind: 'boolean',
      title: 'Use Local Authentication by Default',
      alsoCalled: ['Use local authentication only'],
      description: 'The login window first asks for a local user name and password, not for web sign-in.',
      default: false,
      whenAbsent: 'Off: the login window starts with web sign-in.',
      evidence: 'documented',
    },
  },
})
