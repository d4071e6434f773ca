import type { RetiredTable } from './table'

/** What Self Service+ (the menu bar app) remembers about the user of the Mac. */
export const stateKeys: RetiredTable = {
  domain: 'com.jamf.connect.state',
  status: 'written-by-app',
  successorDomain: null,
  rows: [
    ['DisplayName', 'string'],
    ['ExpirationWarningLast', 'date'],
    ['FirstRunDone', 'boolean'],
    ['LastCertificateExpiration', 'date'],
    ['LastSignIn', 'date'],
    ['LastTOTPNotification', 'date'],
    ['LicenseCheckLastRequestDate', 'date'],
    [
      'OfflineMFASetupSuccess',
      'boolean',
      null,
      {
        explanation:
          'It is set once the user has enrolled in offline multifactor authentication, in OTP Settings of Self Service+.',
      },
    ],
    ['PasswordCurrent', 'boolean'],
    ['UnsentOfflineMFAEvents', 'integer'],
    ['UserLoginName', 'string'],
    ['UnlockInUse', 'boolean'],
    ['IdToken', 'dict', null, { sensitive: true }],
    ['LastPreferenceAnalyticsCheckIn', 'date'],
    [
      'TimeTamperingDetected',
      'boolean',
      null,
      {
        explanation:
          'It is set when the clock of the Mac was changed. While it is set, the user gets no administrator rights; `sudo defaults delete com.jamf.connect.state TimeTamperingDetected` allows them again.',
      },
    ],
    ['ADExpiration', 'date'],
    ['ComputedPasswordExpireDate', 'date'],
    [
      'CustomShortName',
      'string',
      null,
      { explanation: 'The answer of a user who was asked for a short name.' },
    ],
    ['PasswordExpirationRemainingDays', 'integer'],
    ['ADCustomAttribute', 'string'],
    ['passwordLength', 'integer'],
    ['UserCN', 'string'],
    ['UserEmail', 'string'],
    ['UserFullName', 'string'],
    ['UserGroups', 'array'],
    ['UserHomeDirectory', 'string'],
    ['UserLastName', 'string'],
    ['UserPasswordSet', 'date'],
    ['UserPrincipal', 'string'],
    ['UserShortName', 'string'],
    ['UserUPN', 'string'],
    ['UserFirstName', 'string'],
  ],
}

/** What Self Service+ remembers outside the domains of Jamf Connect. */
export const selfServiceKeys: RetiredTable = {
  domain: 'com.jamf.selfserviceplus',
  status: 'written-by-app',
  successorDomain: null,
  rows: [['com.jamfsoftware.selfservice.onboardingcomplete', 'boolean']],
}
