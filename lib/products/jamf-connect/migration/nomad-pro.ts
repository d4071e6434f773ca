import { type Ancestor, none, rowsOf } from './ancestor'
import { sources } from './sources'
import { sync } from './sync'

/** Its manifest has these settings by the names that Jamf Connect Sync, which was made from it, kept. */
const SHARED = [
  ...['AuthServer', 'PeriodicUpdateTime', 'SignInCommand', 'CheckSafariExtension', 'AutoAuth'],
  ...['DontShowWelcome', 'UseKeychainPrompt', 'UseKeychainPromptExlusions', 'SignInLogo', 'TitleSignIn'],
  ...['LabelUsername', 'LabelPassword', 'MessagePluginDisabled', 'IgnoreDomainReachability'],
  ...['LDAPServers', 'KerberosRealm', 'TicketsOnSignIn', 'KerberosRenew', 'KerberosShortNameAsk'],
  ...['KerberosShortNameAskMessage', 'KerberosShortName', 'ExportableKey', 'X509CA', 'Template'],
  ...['WifiNetworks', 'UseKeychain', 'LocalPasswordSync', 'LocalPasswordSyncOnMatchOnly'],
  ...['LocalPasswordSyncMessage', 'ChangePasswordTimer', 'ChangePasswordOrder', 'ExpirationWarningDays'],
  ...['PasswordExpirationMenu', 'PasswordExpirationMenuDays', 'ADExpirationShow'],
  ...['WarnOnPasswordExpiration', 'PasswordChangeCommand', 'PasswordPolicy', 'KeychainItems'],
  ...['KeychainItemsDebug', 'MenuIcon', 'ActionsUpdateTime', 'GetHelpType', 'GetHelpOptions'],
  ...['SelfServicePath', 'HideAbout', 'HideGetSoftware', 'HidePreferences', 'HideLockScreen', 'HideQuit'],
  ...['HideSignIn', 'HideActions', 'HideChangePassword', 'HideGetHelp', 'MenuAbout', 'MenuActions'],
  ...['MenuChangePassword', 'MenuSignIn', 'MenuPreferences', 'MenuGetSoftware', 'MenuLockScreen'],
  ...['MenuGetHelp', 'MessagePasswordChangePolicy'],
]

const license = none(
  'A licence of NoMAD Pro is none of Jamf Connect: put that of Jamf Connect into LicenseFile.',
  {
    secret: true,
  },
)

/** NoMAD Pro, which became Jamf Connect Sync. */
export const nomadPro: Ancestor = {
  domain: 'menu.nomad.NoMADPro',
  product: 'NoMAD Pro',
  rows: [
    ...sync.rows
      .filter(({ path: [name = ''] }) => SHARED.includes(name))
      .map((row) => ({ ...row, source: sources.nomadPro })),
    ...rowsOf(sources.nomadPro, { LicenseFile: license }),
  ],
}
