import { type Ancestor, changed, inferred, none, type Row, rowsOf, to } from './ancestor'
import { hides, opposite, pathOfFile } from './changes'
import { realmOfDomain } from './realm'
import { sources } from './sources'
import {
  addressChange,
  groupsChange,
  hoursChange,
  minutesChange,
  redirectChange,
  scopesChange,
  sharesChange,
} from './xcreds-changes'

const noText = none('No setting of today holds this text.')
const unknown = none('No document names a setting of today for it.')
const cards = none('No setting of today is about cards.')
const admin = none(
  'No setting of today holds it, and the account of an administrator does not belong into a profile.',
  {
    secret: true,
  },
)
const page = none(
  'The page of the identity provider is shown as it is; Jamf Connect does not look for its fields.',
)
const who = none('Say at the identity provider who may use the application of Jamf Connect.')
const password = none(
  'With OIDCROPGID the password is checked at the identity provider each time; there is no choice among ways.',
)

const rows: { readonly [path: string]: Row } = {
  clientID: to('login/OIDCClientID'),
  clientSecret: to('login/OIDCClientSecret', {
    secret: true,
    careful:
      'Every Mac that has the profile holds the secret: make a public client where the provider allows it.',
  }),
  discoveryURL: changed(['login/OIDCDiscoveryURL', 'login/OIDCProvider', 'login/OIDCTenant'], addressChange),
  redirectURI: changed(['login/OIDCRedirectURI'], redirectChange),
  scopes: changed(['login/OIDCScopes'], scopesChange),
  resource: unknown,
  ropgClientID: to('login/OIDCROPGID'),
  ropgClientSecret: to('connect/IdPSettings/ClientSecret', {
    ...inferred,
    secret: true,
    careful:
      'Every Mac that has the profile holds the secret: make a public client where the provider allows it.',
  }),
  ropgResponseValue: changed(
    ['login/ROPGSuccessCodes'],
    (value) => ({
      writes: [{ key: 'login/ROPGSuccessCodes', value: { type: 'array', items: [value] }, how: 'add' }],
      why: 'Both name the answer to a password check that stands for a right password. How Jamf Connect compares it is not documented.',
    }),
    inferred,
  ),
  shouldVerifyPasswordWithRopg: password,
  shouldUseROPGForLoginWindowLogin: password,
  shouldUseROPGForMenuLogin: password,
  shouldUseROPGForPasswordChangeChecking: password,
  shouldUseLDAPForPasswordChangeChecking: password,
  shouldUseBasicAuthWithROPG: unknown,
  shouldSetGoogleAccessTypeToOffline: unknown,
  shouldSetGoogleHDParam: unknown,
  idpHostName: page,
  idpHostNames: page,
  passwordElementID: page,
  map_username: to('login/OIDCShortName'),
  map_fullname: to('login/OIDCFullName'),
  map_firstname: none(
    'OIDCFullName says which claim holds the full name; first and last name are not set apart.',
  ),
  map_lastname: none(
    'OIDCFullName says which claim holds the full name; first and last name are not set apart.',
  ),
  map_fullusername: unknown,
  map_uid: none('UIDTool names a program that gives an account its number.'),
  map_password_expiry: unknown,
  mapKerberosPrincipalName: unknown,
  shouldUpdateKerberosUserPrincipalADDomain: unknown,
  primaryGroupID: unknown,
  aliasName: none('Jamf Connect adds the full sign-in name as an alias where OIDCShortName is set.'),
  username: none('Jamf Connect names each account after a claim: OIDCShortName.'),
  claimsToAddToLocalUserAccount: none(
    'OIDCIDTokenPath keeps the claims of a sign-in in a file, which a script may read.',
  ),
  adUserAttributesToAddToLocalUserAccount: unknown,
  allowUsersClaim: who,
  allowedUsersArray: who,
  allowLoginIfMemberOfGroup: who,
  CreateAdminUser: to('login/CreateAdminUser'),
  CreateAdminIfGroupMember: changed(['login/OIDCAdmin', 'login/OIDCAdminAttribute'], groupsChange, {
    source: sources.xcredsGuide,
    careful:
      'It makes administrators: look at a token with a sign-in test first. Groups that XCreds takes from Active Directory are not looked at.',
  }),
  EnableFDE: to('login/EnableFDE'),
  EnableFDERecoveryKey: to('login/EnableFDERecoveryKey'),
  EnableFDERecoveryKeyPath: to('login/EnableFDERecoveryKeyPath'),
  EnableFDERekey: none('No setting of today makes a new recovery key; an MDM does.'),
  shouldSkipFileVaultLogin: unknown,
  shouldSkipFileVaultLoginAdmin: unknown,
  skipUserSetupBuddy: none(
    'Skip the steps of Setup Assistant with a profile of com.apple.SetupAssistant.managed.',
  ),
  shouldPromptForMigration: to('login/Migrate', inferred),
  LocalFallback: to('login/LocalFallback', inferred),
  shouldPreferLocalLoginInsteadOfCloudLogin: to('login/OIDCDefaultLocal', inferred),
  shouldShowCloudLoginByDefault: changed(
    ['login/OIDCDefaultLocal'],
    opposite(
      'login/OIDCDefaultLocal',
      'It said when the page of the provider comes first; today it says when the local login does.',
    ),
    inferred,
  ),
  shouldDetectNetworkToDetermineLoginWindow: unknown,
  shouldSwitchToLoginWindowWhenLocked: unknown,
  shouldShowMacLoginButton: unknown,
  shouldShowLocalOnlyCheckbox: unknown,
  shouldAllowKeyComboForMacLoginWindow: unknown,
  keyCodeForLoginWindowChange: unknown,
  shouldShowConfigureWifiButton: to('login/AllowNetworkSelection'),
  shouldShowRestartButton: changed(
    ['login/OIDCHideRestart'],
    opposite('login/OIDCHideRestart', 'It said when the button is shown; today it says when it is hidden.'),
  ),
  shouldShowShutdownButton: changed(
    ['login/OIDCHideShutdown'],
    opposite('login/OIDCHideShutdown', 'It said when the button is shown; today it says when it is hidden.'),
  ),
  shouldShowSystemInfoButton: unknown,
  shouldActivateSystemInfoButton: unknown,
  systemInfoButtonTitle: noText,
  systemInfoAdditionsArray: unknown,
  shouldShowVersionInfo: unknown,
  shouldShowSupportStatus: none('It was about the support of XCreds.'),
  autoRefreshLoginTimer: unknown,
  loginWindowWidth: none(
    'LoginWindowSize is about the size of the window; no document says what its values look like.',
  ),
  loginWindowHeight: none(
    'LoginWindowSize is about the size of the window; no document says what its values look like.',
  ),
  loginWindowLogoPath: changed(['login/LoginLogo'], pathOfFile('login/LoginLogo')),
  shouldHideLoginWindowLogo: unknown,
  loginWindowBackgroundImageURL: changed(['login/BackgroundImage'], pathOfFile('login/BackgroundImage')),
  loginWindowBackgroundImageAlpha: none(
    'No setting of today makes the background lighter; use a lighter picture.',
  ),
  shouldLoginWindowBackgroundImageFillScreen: unknown,
  loginWindowSecondaryMonitorsBackgroundImageURL: unknown,
  loginWindowSecondaryMonitorsBackgroundAlpha: unknown,
  shouldLoginWindowSecondaryMonitorsBackgroundImageFillScreen: unknown,
  loadPageTitle: noText,
  loadPageInfo: noText,
  cloudLoginText: noText,
  usernamePlaceholder: noText,
  passwordPlaceholder: noText,
  refreshBannerText: noText,
  shouldShowRefreshBanner: unknown,
  accountLockedPasswordDialogTitle: noText,
  accountLockedPasswordDialogText: noText,
  resetPasswordDialogTitle: noText,
  ADDomain: { ...realmOfDomain, ...inferred, source: sources.xcreds },
  AdditionalADDomains: none(
    'The login window of Jamf Connect signs in at the identity provider, not at a domain.',
  ),
  upnSuffixToDomainMappings: none(
    'The login window of Jamf Connect signs in at the identity provider, not at a domain.',
  ),
  shouldPromptForADPasswordChange: unknown,
  shouldUseADNativePasswordChangeMenuItem: none(
    'Jamf Connect changes passwords in Active Directory where a Kerberos realm is set.',
  ),
  passwordChangeURL: to('connect/IdPSettings/ChangePasswordURL'),
  refreshRateHours: changed(['connect/PasswordPolicies/NetworkCheck'], hoursChange),
  refreshRateMinutes: changed(['connect/PasswordPolicies/NetworkCheck'], minutesChange),
  verifyPassword: unknown,
  shouldSuppressLocalPasswordPrompt: unknown,
  KeychainReset: unknown,
  PasswordOverwriteSilent: unknown,
  HideExpiration: changed(['connect/HiddenMenuItems'], hides('passwordexpiration'), inferred),
  localAdminUserName: admin,
  localAdminPassword: admin,
  shouldShowAboutMenu: changed(['connect/HiddenMenuItems'], hides('about', false)),
  shouldShowQuitMenu: changed(['connect/HiddenMenuItems'], hides('quitjamfconnect', false)),
  shouldShowSignInMenuItem: changed(['connect/HiddenMenuItems'], hides('connect', false)),
  shouldRemoveMenuItemAutoLaunch: unknown,
  shouldShowMenuBarSignInWithoutLoginWindowSignin: unknown,
  shouldShowPreferencesOnStart: unknown,
  menuItemIconData: none(
    'No setting of today holds a picture itself: MenubarIcon in Appearance takes a path.',
  ),
  menuItemIconCheckedData: none(
    'No setting of today holds a picture itself: MenubarIcon in Appearance takes a path.',
  ),
  menuItemWindowBackgroundImageURL: unknown,
  menuItemWindowBackgroundImageAlpha: unknown,
  menuItems: none('Items of your own are actions today: com.jamf.connect.actions.'),
  Shares: changed(['shares/Shares'], sharesChange),
  HomeMountEnabled: to('shares/HomeMount/Mount', inferred),
  HomeAppendDomain: unknown,
  shareMenuItemName: to('connect/CustomMenuItems/Shares'),
  hideIfPathExists: unknown,
  settingsOverrideScriptPath: none(
    'No script changes the settings of Jamf Connect; profiles for groups of Macs do.',
  ),
  ccidSlotName: cards,
  shouldAllowLoginCardSetup: cards,
  showDebug: none('No profile turns it on: read the log of the subsystem com.jamf.connect.'),
}

/** XCreds, another login window and menu bar app. */
export const xcreds: Ancestor = {
  domain: 'com.twocanoes.xcreds',
  product: 'XCreds',
  rows: rowsOf(sources.xcreds, rows),
}
