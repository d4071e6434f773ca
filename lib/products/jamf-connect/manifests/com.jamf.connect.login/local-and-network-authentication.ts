import { defineSection } from '../../names'

export const localAndNetworkAuthentication = defineSection({
  id: 'local-and-network-authentication',
  title: 'Local and network authentication',
  description: 'Decides when users authenticate with the identity provider and when with a local password.',
  tab: 'login',
  group: 'Authentication',
  keys: {
    DenyLocal: {
      kind: 'boolean',
      title: 'Require Network Authentication',
      on: 'local login is removed: everybody signs in with the identity provider.',
      off: 'users can choose to log in with their local password.',
      default: false,
      evidence: 'documented',
    },
    LocalFallback: {
      kind: 'boolean',
      title: 'Allow Local Fallback',
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
      placeholder: 'localadmin',
      appliesWhen: { key: 'DenyLocal', is: [true] },
      evidence: 'documented',
    },
    OIDCDefaultLocal: {
      kind: 'boolean',
      title: 'Use Local Authentication by Default',
      on: 'the login window starts with local login.',
      off: 'the login window starts with the identity provider.',
      default: false,
      evidence: 'documented',
    },
  },
})
