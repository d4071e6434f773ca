import { defineSection } from '../../names'

export const offlineMultifactorAuthentication = defineSection({
  id: 'offline-multifactor-authentication',
  title: 'Offline multifactor authentication',
  description: 'Reminders for users who have not yet set up one-time passwords for logging in offline.',
  tab: 'connect',
  keys: {
    OfflineMFAReminder: {
      kind: 'unconfirmed',
      types: ['integer', 'boolean', 'string'],
      title: 'Offline MFA Reminder',
      alsoAccept: ['dict'],
      evidence: 'unverified',
    },
  },
})
