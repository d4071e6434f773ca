import { defineSection } from '../../names'
import { offlineMfaPage } from './sources'

export const offlineMultifactorAuthentication = defineSection({
  id: 'offline-multifactor-authentication',
  title: 'Offline multifactor authentication',
  source: offlineMfaPage,
  description: 'Reminders for users who have not yet set up one-time passwords for logging in offline.',
  tab: 'connect',
  keys: {
    OfflineMFAReminder: {
      kind: 'unconfirmed',
      types: ['integer', 'boolean', 'string'],
      title: 'Offline MFA Reminder',
      description:
        'Sends notifications that ask users to enroll in offline multifactor authentication, until they have. Offline MFA at the login window has to be on. Users enroll in OTP Settings of Self Service+.',
      alsoAccept: ['dict'],
      evidence: 'unverified',
      note: 'Jamf documents the name and the purpose for Self Service+. No public source confirms its type or its place, so you choose the type; test it on one Mac first.',
    },
  },
})
