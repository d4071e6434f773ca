import { type Ancestor, changed, inferred, none, type Row, rowsOf, to } from './ancestor'
import { becomes, hides, opposite, secondsToDays, textIn } from './changes'
import { nomadLogin } from './nomad-login'
import { realmOfDomain } from './realm'
import { sources } from './sources'

const servers = none(
  'Jamf Connect asks Active Directory which servers are near. No setting of today names them.',
)
const unknown = none('No document names a setting of today for it.')
const noSuchItem = none('No document names such an item of the menu of today.')
const noSuchText = none('No setting of today holds this text.')
const alerts = none(
  'ExpirationCountdownStartDay and ExpirationNotificationStartDay in PasswordPolicies say when people are told; how it looks is not a setting.',
)
const elsewhere = none(
  'Jamf Connect says so by itself when a check finds another password; SyncPasswordsMessage in PasswordPolicies is the text.',
)
const synced = none(
  'Jamf Connect keeps the local password the same as the network password without being told to.',
)

const rows: { readonly [path: string]: Row } = {
  // Before ADDomain, which says the realm only where this does not.
  KerberosRealm: to('connect/Kerberos/Realm'),
  ADDomain: realmOfDomain,
  RenewTickets: to('connect/Kerberos/AutoRenewTickets'),
  SecondsToRenew: none('No setting of today says when a ticket is renewed.'),
  UserSwitch: unknown,
  DontMatchKerbPrefs: unknown,
  ConfigureChrome: none('Set up Chrome with a profile of its own: AuthServerAllowlist in com.google.Chrome.'),
  ConfigureChromeDomain: none(
    'Set up Chrome with a profile of its own: AuthServerAllowlist in com.google.Chrome.',
  ),
  LDAPServerList: servers,
  LDAPOverSSL: none(
    'No setting of today asks for it: Jamf Connect encrypts its queries with the ticket of the user.',
  ),
  LDAPAnonymous: unknown,
  LDAPOnly: unknown,
  LDAPType: unknown,
  CustomLDAPAttributes: unknown,
  RecursiveGroupLookup: unknown,
  HomeAppendDomain: unknown,
  SiteIgnore: servers,
  SiteForce: servers,
  X509CA: to('connect/Certificate/WindowsCA'),
  Template: to('connect/Certificate/CertificateTemplate'),
  GetCertificateAutomatically: to('connect/Certificate/GetCertificateAutomatically'),
  ExportableKey: to('connect/Certificate/ExportableCertificateKey'),
  WifiNetworks: to('connect/Certificate/SecureNetworks'),
  AutoRenewCert: none('No setting of today says how many days before its end a certificate is renewed.'),
  CleanCerts: none('No setting of today removes old certificates.'),
  UseKeychain: unknown,
  KeychainItems: to('connect/Keychain/PasswordItems', inferred),
  KeychainItemsDebug: none('It helped with looking for errors. No setting of today does the same.'),
  KeychainPasswordMatch: unknown,
  LocalPasswordSync: synced,
  LocalPasswordSyncOnMatchOnly: none(
    'No setting of today asks whether the names match. PasswordSyncBlockList in PasswordPolicies names accounts that are left out.',
  ),
  LocalPasswordSyncDontSyncLocalUsers: to('connect/PasswordPolicies/PasswordSyncBlockList', inferred),
  LocalPasswordSyncDontSyncNetworkUsers: none(
    'PasswordSyncBlockList in PasswordPolicies names local accounts only.',
  ),
  MessageLocalSync: to('connect/PasswordPolicies/SyncPasswordsMessage'),
  MessagePasswordChangePolicy: to('connect/PasswordPolicies/PolicyMessage'),
  'PasswordPolicy/minLength': to('connect/PasswordPolicies/PolicyRequirements/minLength'),
  'PasswordPolicy/minLowerCase': to('connect/PasswordPolicies/PolicyRequirements/minLowerCase'),
  'PasswordPolicy/minUpperCase': to('connect/PasswordPolicies/PolicyRequirements/minUpperCase'),
  'PasswordPolicy/minNumber': to('connect/PasswordPolicies/PolicyRequirements/minNumber'),
  'PasswordPolicy/minSymbol': to('connect/PasswordPolicies/PolicyRequirements/minSymbol'),
  'PasswordPolicy/minMatches': to('connect/PasswordPolicies/PolicyRequirements/minMatches', {
    ...inferred,
    careful:
      'Sources disagree on what minMatches counts today: rules of characters that have to be met, as it did, or passwords before one may be used again.',
  }),
  PasswordExpireAlertTime: changed(
    ['connect/PasswordPolicies/ExpirationNotificationStartDay'],
    secondsToDays('connect/PasswordPolicies/ExpirationNotificationStartDay'),
  ),
  PasswordExpireCustomAlert: alerts,
  PasswordExpireCustomAlertTime: alerts,
  PasswordExpireCustomWarnTime: alerts,
  PersistExpiration: alerts,
  HideExpiration: changed(['connect/HiddenMenuItems'], hides('passwordexpiration'), inferred),
  HideExpirationMessage: noSuchText,
  UPCAlert: elsewhere,
  UPCAlertAction: elsewhere,
  MessageUPCAlert: elsewhere,
  ChangePasswordCommand: to('connect/Scripting/OnPasswordChange'),
  ChangePasswordType: none(
    'Jamf Connect changes passwords in Active Directory where a Kerberos realm is set, and at ChangePasswordURL in IdPSettings elsewhere.',
  ),
  ChangePasswordOptions: changed(
    ['connect/IdPSettings/ChangePasswordURL'],
    (value, settings) =>
      textIn(settings, 'ChangePasswordType') === 'URL'
        ? becomes(
            'connect/IdPSettings/ChangePasswordURL',
            value,
            'ChangePasswordType calls it the address at which people change their password.',
          )
        : { refused: 'Only an address, with ChangePasswordType URL, has a place today.' },
    inferred,
  ),
  HicFix: none('It was for macOS 10.13.'),
  SignInCommand: to('connect/Scripting/OnAuthSuccess'),
  SignOutCommand: none('No setting of today runs a script at a sign-out.'),
  StateChangeAction: to('connect/Scripting/OnNetworkChange'),
  LoginItem: to('connect/SignIn/AutoOpenAppAtLogin', inferred),
  AutoConfigure: unknown,
  Verbose: none('No profile turns it on: read the log of the subsystem com.jamf.connect.'),
  SignInWindowOnLaunch: to('connect/SignIn/RequireSignIn', inferred),
  UseKeychainPrompt: to('connect/SignIn/RequireSignIn', inferred),
  SignInWindowOnLaunchExclusions: none(
    'No setting of today names accounts that RequireSignIn in SignIn leaves alone.',
  ),
  SignInWindowAlert: unknown,
  SignInWindowAlertTime: unknown,
  TitleSignIn: to('connect/SignIn/WindowTitle'),
  DontShowWelcome: changed(
    ['connect/Appearance/ShowWelcomeWindow'],
    opposite(
      'connect/Appearance/ShowWelcomeWindow',
      'It said when the window is left out; today it says when it is shown.',
    ),
  ),
  DontShowWelcomeDefaultOn: unknown,
  MenuWelcome: none('No setting of today shows a page of your own in the welcome window.'),
  GetHelpType: to('connect/UserHelp/HelpType'),
  GetHelpOptions: to('connect/UserHelp/HelpOptions'),
  SelfServicePath: to('connect/UserHelp/SoftwarePath'),
  HideAbout: changed(['connect/HiddenMenuItems'], hides('about')),
  HideGetSoftware: changed(['connect/HiddenMenuItems'], hides('getsoftware')),
  HideHelp: changed(['connect/HiddenMenuItems'], hides('gethelp')),
  HidePrefs: changed(['connect/HiddenMenuItems'], hides('preferences')),
  HideQuit: changed(['connect/HiddenMenuItems'], hides('quitjamfconnect')),
  HideLockScreen: noSuchItem,
  HideRenew: noSuchItem,
  HideSignOut: noSuchItem,
  LightsOutIKnowWhatImDoing: none('No setting of today hides the icon of the menu bar.'),
  ShowHome: changed(['connect/HiddenMenuItems'], hides('home', false), inferred),
  MountSharesWithFinder: none('No setting of today says how shares are mounted.'),
  MenuAbout: to('connect/CustomMenuItems/About'),
  MenuChangePassword: to('connect/CustomMenuItems/ChangePassword'),
  MenuGetHelp: to('connect/CustomMenuItems/GetHelp'),
  MenuGetSoftware: to('connect/CustomMenuItems/GetSoftware'),
  MenuHomeDirectory: to('connect/CustomMenuItems/HomeDirectory'),
  MenuFileServers: to('connect/CustomMenuItems/Shares', inferred),
  MenuRenewTickets: noSuchItem,
  MenuGetCertificate: noSuchItem,
  MenuUserName: noSuchItem,
  MenuPasswordExpires: noSuchItem,
  MessageNotConnected: noSuchText,
  IconOn: to('connect/Appearance/MenubarIcon', inferred),
  IconOnDark: to('connect/Appearance/MenubarIconDark', inferred),
  IconOff: none('No setting of today is about the icon off the network.'),
  IconOffDark: none('No setting of today is about the icon off the network.'),
  CaribouTime: none('MenubarIcon in Appearance takes a picture of your own.'),
}

/** NoMAD, the menu bar app for Active Directory. NoMAD Login looks into its domain too, so settings of that stand there. */
export const nomad: Ancestor = {
  domain: 'com.trusourcelabs.NoMAD',
  product: 'NoMAD',
  rows: [
    ...rowsOf(sources.nomad, rows),
    ...nomadLogin.rows.filter(({ path }) => !Object.hasOwn(rows, path.join('/'))),
  ],
}
