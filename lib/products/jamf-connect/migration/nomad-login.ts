import { type Ancestor, changed, inferred, none, type Row, rowsOf, to } from './ancestor'
import { onOff, when } from './changes'
import { realmOfDomain } from './realm'
import { sources } from './sources'

const guests = none('No setting of today makes guest accounts.')
const tokens = none(
  'No setting of today is about secure tokens; a bootstrap token of your MDM is the usual way.',
)
const input = none('No setting of today asks people for input of your own.')
const directory = none('The login window of Jamf Connect signs in at the identity provider, not at a domain.')
const overwritten = none(
  'No setting of today overwrites the local password: with Migrate, people type the old one once.',
)
const keychain = none(
  'The login window of Jamf Connect has CreateJamfConnectPassword, which makes a keychain item for the menu bar app.',
)
const groups =
  'Groups of Active Directory are none of its business: OIDCAdmin and OIDCAdminAttribute say which role in the ID token makes an administrator.'
const pictures = none(
  'No setting of today holds a picture itself: BackgroundImage and LoginLogo take a path.',
)
const unknown = none('No document names a setting of today for it.')

const lockout =
  'People who cannot sign in at the identity provider are kept out then: take it over once a sign-in test has passed.'

const rows: { readonly [path: string]: Row } = {
  ADDomain: { ...realmOfDomain, ...inferred },
  AdditionalADDomains: directory,
  AdditionalADDomainList: directory,
  NTtoADDomainMappings: directory,
  AliasNTName: directory,
  AliasUPN: none('Jamf Connect adds the full sign-in name as an alias where OIDCShortName is set.'),
  IgnoreSites: directory,
  LDAPOverSSL: directory,
  LDAPServers: directory,
  RecursiveGroupLookup: directory,
  AllowNetworkSelection: to('login/AllowNetworkSelection'),
  AllowNetworkText: none('No setting of today holds this text.'),
  BackgroundImage: to('login/BackgroundImage'),
  BackgroundImageData: pictures,
  BackgroundImageAlpha: none('No setting of today makes the background lighter; use a lighter picture.'),
  LoginLogo: to('login/LoginLogo'),
  LoginLogoData: pictures,
  LoginLogoAlpha: none('No setting of today makes the logo lighter; use a lighter picture.'),
  LoginScreen: unknown,
  UsernameFieldPlaceholder: none('The page of the identity provider asks for the name.'),
  DefaultSystemInformation: unknown,
  PowerControlDisabled: changed(
    ['login/OIDCHideRestart', 'login/OIDCHideShutdown'],
    when(
      true,
      [
        { key: 'login/OIDCHideRestart', value: onOff(true), how: 'set' },
        { key: 'login/OIDCHideShutdown', value: onOff(true), how: 'set' },
      ],
      {
        asked: 'Restart and Shut Down are hidden by one setting each today.',
        anyway: 'Both are shown unless a setting hides them, so nothing is to be written.',
      },
    ),
  ),
  CreateAdminUser: to('login/CreateAdminUser'),
  CreateAdminIfGroupMember: none(groups),
  DenyLocal: to('login/DenyLocal', { careful: lockout }),
  DenyLocalExcluded: to('login/DenyLocalExcluded'),
  DenyLoginUnlessGroupMember: none(
    'Say at the identity provider who may use the application of Jamf Connect.',
  ),
  LocalFallback: to('login/LocalFallback'),
  Migrate: to('login/Migrate'),
  MigrateUsersHide: to('login/MigrateUsersHide'),
  DemobilizeUsers: to('login/DemobilizeUsers'),
  DemobilizeForcePasswordCheck: unknown,
  DemobilizeSaveAltSecurityIdentities: unknown,
  UseCNForFullName: none('OIDCFullName says which claim holds the full name.'),
  UseCNForFullNameFallback: none('OIDCFullName says which claim holds the full name.'),
  UserProfileImage: unknown,
  UIDTool: to('login/UIDTool'),
  GUIDTool: unknown,
  EnableFDE: to('login/EnableFDE'),
  EnableFDERecoveryKey: to('login/EnableFDERecoveryKey'),
  EnableFDERecoveryKeyPath: to('login/EnableFDERecoveryKeyPath'),
  EnableFDERekey: none('No setting of today makes a new recovery key; an MDM does.'),
  EULATitle: to('login/EULATitle'),
  EULASubTitle: to('login/EULASubTitle'),
  EULAText: to('login/EULAText'),
  EULAPath: to('login/EULAPath'),
  ScriptPath: to('login/ScriptPath', {
    careful: 'The script runs once the RunScript mechanism is turned on with authchanger.',
  }),
  ScriptArgs: to('login/ScriptArgs'),
  NotifyLogStyle: unknown,
  MessagePasswordSync: none('No setting of today holds this text.'),
  PasswordOverwriteSilent: overwritten,
  PasswordOverwriteOptional: overwritten,
  KeychainAddNoMAD: keychain,
  KeychainCreate: keychain,
  KeychainReset: keychain,
  CustomNoMADLocation: keychain,
  LastUser: none('NoMAD Login wrote it for itself; a profile does not need it.'),
  GuestUser: guests,
  GuestUserAccounts: guests,
  GuestUserAccountPasswordPath: guests,
  GuestUserFirst: guests,
  GuestUserLast: guests,
  ManageSecureTokens: tokens,
  SecureTokenManagementEnableOnlyAdminUsers: tokens,
  SecureTokenManagementIconPath: tokens,
  SecureTokenManagementOnlyEnableFirstUser: tokens,
  SecureTokenManagementFullName: tokens,
  SecureTokenManagementUID: tokens,
  SecureTokenManagementPasswordLocation: tokens,
  SecureTokenManagementPasswordLength: tokens,
  SecureTokenManagementUsername: tokens,
  UserInputOutputPath: input,
  UserInputUI: input,
  UserInputLogo: input,
  UserInputTitle: input,
  UserInputMainText: input,
}

/** NoMAD Login, from which the login window of Jamf Connect was made. */
export const nomadLogin: Ancestor = {
  domain: 'menu.nomad.login.ad',
  product: 'NoMAD Login',
  rows: rowsOf(sources.nomadLogin, rows),
}

/** The same under the domain that it had before; both are read (sources.nomadLoginKeys). */
export const formerNomadLogin: Ancestor = { ...nomadLogin, domain: 'menu.nomad.NoMADLoginAD' }
