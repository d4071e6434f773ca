import { type Ancestor, changed, inferred, none, type Row, to } from './ancestor'
import { text } from './changes'
import { fromRetired } from './from-retired'
import { sources } from './sources'

const timer = none(
  'Jamf Connect has one interval, NetworkCheck in PasswordPolicies; this one is no longer set apart.',
)
const synced = none(
  'Jamf Connect keeps the local password the same as the network password without being told to.',
)

/** Okta by its other interfaces, for which the server is the same. */
const OKTA = ['OktaIdentityEngine', 'Okta OIDC', 'Okta-OIDC']

const syncRows: { readonly [path: string]: Row } = {
  AuthServer: changed(['connect/IdPSettings/OktaAuthServer', 'connect/IdPSettings/Provider'], (value) => ({
    writes: [
      { key: 'connect/IdPSettings/OktaAuthServer', value, how: 'set' },
      { key: 'connect/IdPSettings/Provider', value: text('Okta'), how: 'set', orElse: OKTA },
    ],
    why: 'It knew Okta only, and today the provider is a setting of its own. Choose another value of Provider if your organization is on Identity Engine.',
  })),
  ChangePasswordTimer: none(
    'No document names a setting of today that asks for a sign-in after a password change.',
  ),
  PasswordCheckUpdateTime: timer,
  PeriodicUpdateTime: to('connect/PasswordPolicies/NetworkCheck', inferred),
  LocalPasswordSync: synced,
  LocalPasswordSyncOnMatchOnly: none(
    'No setting of today asks whether the names match. PasswordSyncBlockList in PasswordPolicies names accounts that are left out.',
  ),
  PasswordExpirationMenu: none(
    'The countdown is shown by itself; ExpirationCountdownStartDay 0 in PasswordPolicies turns it off.',
  ),
  WarnOnPasswordExpiration: none(
    'Notifications come by themselves; ExpirationNotificationStartDay 0 in PasswordPolicies turns them off.',
  ),
  ADExpirationShow: none(
    'The countdown of today needs a Kerberos realm and nothing else; see ExpirationCountdownStartDay in PasswordPolicies.',
  ),
  ChangePasswordOrder: none(
    'No setting of today says in which order passwords are changed; ChangePasswordURL in IdPSettings says where they are.',
  ),
  UseKeychain: none('No document names a setting of today for it.'),
  UseKeychainPrompt: to('connect/SignIn/RequireSignIn', inferred),
  UseKeychainPromptExlusions: none(
    'No setting of today names accounts that RequireSignIn in SignIn leaves alone.',
  ),
  KeychainItemsDebug: none('It helped with looking for errors. No setting of today does the same.'),
  KeychainItems: to('connect/Keychain/PasswordItems', inferred),
  KeychainItemsInternet: to('connect/Keychain/InternetItems', inferred),
  IgnoreDomainReachability: none('No document names a setting of today for it.'),
  LDAPServers: none(
    'Jamf Connect asks Active Directory which servers are near. No setting of today names them.',
  ),
  CheckSafariExtension: none('It was about an extension of Safari that Jamf Connect no longer has.'),
  MessagePluginDisabled: none('It was about an extension of Safari that Jamf Connect no longer has.'),
  AutoAuth: to('connect/SignIn/AutoAuthenticate', {
    ...inferred,
    careful:
      'It was about extensions of browsers. AutoAuthenticate signs in with the password from the keychain.',
  }),
  AutoPushFactor: to('connect/SignIn/AutoMFA', { ...inferred, source: sources.schemas }),
  CenterSignIn: none('No setting of today places the sign-in window.'),
  ActionsUpdateTime: none('Each action has an interval of its own today: Timer in com.jamf.connect.actions.'),
  MenuLockScreen: none('No document names such an item of the menu of today.'),
  HideLockScreen: none('No document names such an item of the menu of today.'),
  MenuSignIn: to('connect/CustomMenuItems/Connect', inferred),
  'PasswordPolicy/minMatches': to('connect/PasswordPolicies/PolicyRequirements/minMatches', {
    ...inferred,
    careful:
      'Sources disagree on what minMatches counts today: rules of characters that have to be met, as it did, or passwords before one may be used again.',
  }),
}

/** Jamf Connect Sync 1.x, the menu bar app for Okta. */
export const sync: Ancestor = {
  domain: 'com.jamf.connect.sync',
  product: 'Jamf Connect Sync',
  rows: fromRetired('com.jamf.connect.sync', {
    source: sources.sync,
    rows: syncRows,
    notes: {
      LicenseFile: { careful: 'A licence of that time may have ended: look at its date.' },
      HidePreferences: inferred,
    },
  }),
}
