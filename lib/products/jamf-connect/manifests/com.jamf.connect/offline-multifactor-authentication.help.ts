import type { HelpOf } from '../../../../schema/help'
import type { offlineMultifactorAuthentication } from './offline-multifactor-authentication'
import { offlineMfaPage } from './sources'

/** What people read of these keys. */
export const offlineMultifactorAuthenticationHelp: HelpOf<typeof offlineMultifactorAuthentication> = {
  source: offlineMfaPage,
  keys: {
    OfflineMFAReminder: {
      description:
        'Sends notifications that ask users to enroll in offline multifactor authentication, until they have. Offline MFA at the login window has to be on. Users enroll in OTP Settings of Self Service+.',
      note: 'Jamf documents the name and the purpose for Self Service+. No public source confirms its type or its place, so you choose the type; test it on one Mac first.',
    },
  },
}
