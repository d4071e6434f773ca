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
    ['OfflineMFASetupSuccess', 'boolean'],
    ['PasswordCurrent', 'boolean'],
    ['UnsentOfflineMFAEvents', 'integer'],
    ['UserLoginName', 'string'],
    ['UnlockInUse', 'boolean'],
    ['IdToken', 'dict', null, { sensitive: true }],
    ['LastPreferenceAnalyticsCheckIn', 'date'],
    ['TimeTamperingDetected', 'boolean'],
    ['ADExpiration', 'date'],
    ['ComputedPasswordExpireDate', 'date'],
    ['CustomShortName', 'string'],
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
