import { anything, boolean, dictionary, integer, list, type PayloadFacts, string } from './fact'

/* Single sign-on extensions and the domains of apps: macOS 15.1, https://github.com/apple/device-management/tree/release/mdm/profiles */

const policies = [
  'AttemptAuthentication',
  'RequireAuthentication',
  'AllowOfflineGracePeriod',
  'AllowAuthenticationGracePeriod',
]

const modes = ['Standard', 'Admin', 'Groups']

export const extensibleSingleSignOn: PayloadFacts = {
  type: 'com.apple.extensiblesso',
  since: '10.15',
  keys: {
    ExtensionIdentifier: string({ required: true }),
    // Its text says that macOS requires it; its presence is that of iOS.
    TeamIdentifier: string({ required: true }),
    Type: string({ required: true, values: ['Credential', 'Redirect'] }),
    Realm: string(),
    ExtensionData: dictionary({}, { others: anything() }),
    URLs: list(string(), { required: { key: 'Type', is: 'Redirect' } }),
    Hosts: list(string(), { required: { key: 'Type', is: 'Credential' } }),
    ScreenLockedBehavior: string({ values: ['Cancel', 'DoNotHandle'], default: 'Cancel', since: '12.0' }),
    DeniedBundleIdentifiers: list(string(), { since: '12.0' }),
    AuthenticationMethod: string({
      values: ['Password', 'UserSecureEnclaveKey'],
      since: '13.0',
      deprecated: '14.0',
      successor: 'PlatformSSO/AuthenticationMethod',
    }),
    RegistrationToken: string({ since: '13.0' }),
    PlatformSSO: dictionary(
      {
        AuthenticationMethod: string({ values: ['Password', 'UserSecureEnclaveKey', 'SmartCard'] }),
        UseSharedDeviceKeys: boolean({ default: false, deviceOnly: true }),
        AccountDisplayName: string(),
        LoginFrequency: integer({ min: 3600, default: 64800 }),
        EnableCreateUserAtLogin: boolean({ default: false }),
        EnableAuthorization: boolean({ default: false }),
        TokenToUserMapping: dictionary({
          AccountName: string(),
          FullName: string(),
        }),
        NewUserAuthorizationMode: string({ values: modes }),
        UserAuthorizationMode: string({ values: modes }),
        AdministratorGroups: list(string()),
        AdditionalGroups: list(string()),
        AuthorizationGroups: dictionary({}, { others: string() }),
        FileVaultPolicy: list(string({ values: policies }), { since: '15.0' }),
        LoginPolicy: list(string({ values: policies }), { since: '15.0' }),
        UnlockPolicy: list(string({ values: [...policies, 'AllowTouchIDOrWatchForUnlock'] }), {
          since: '15.0',
        }),
        OfflineGracePeriod: integer({ since: '15.0' }),
        AuthenticationGracePeriod: integer({ since: '15.0' }),
        NonPlatformSSOAccounts: list(string(), { since: '15.0' }),
      },
      { since: '14.0' },
    ),
  },
}

export const associatedDomains: PayloadFacts = {
  type: 'com.apple.associated-domains',
  since: '10.15',
  keys: {
    Configuration: list(
      dictionary({
        ApplicationIdentifier: string({ required: true }),
        AssociatedDomains: list(string(), { required: true }),
        EnableDirectDownloads: boolean({ default: false, since: '11.0' }),
      }),
      { required: true },
    ),
  },
}
