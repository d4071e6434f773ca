import { defineSection } from '../../names'

export const offlineMultifactorAuthentication = defineSection({
  id: 'offline-multifactor-authentication',
  title: 'Offline multifactor authentication',
  description: 'Keeps a second factor in place when the Mac is offline.',
  tab: 'login',
  group: 'Authentication',
  keys: {
    OfflineMFA: {
      kind: 'boolean',
      title: 'Offline MFA',
      on: 'without the identity provider, enrolled users log in with a one-time code.',
      off: 'what Off means is not documented; presumably no code is asked for.',
      evidence: 'real-profile',
    },
  },
})
