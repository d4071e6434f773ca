import type { HelpOf } from '../../../../schema/help'
import type { offlineMultifactorAuthentication } from './offline-multifactor-authentication'

/** What people read of these keys. */
export const offlineMultifactorAuthenticationHelp: HelpOf<typeof offlineMultifactorAuthentication> = {
  source:
    'https://learn.jamf.com/r/en-US/jamf-connect-documentation-current/Offline_Multifactor_Authentication',
  keys: {
    OfflineMFA: {
      description:
        'While the Mac cannot reach the identity provider, users log in with the password and then, on a screen of its own, a one-time code from an authenticator app. Each user first enrolls that app in OTP Settings of Self Service+ (the menu bar app).',
      whenAbsent: 'Presumably off; no public source says so.',
      introduced: '2.24',
      note: 'Jamf documents the label and its place; the key name, type and domain come from published profiles. It requires macOS 13 or later. A backup code works in place of the authenticator app and removes the enrolled device, so the user enrolls again. Enrollment is noted in com.jamf.connect.state; `jamfconnect_tool offline-mfa` changes or removes it.',
    },
  },
}
