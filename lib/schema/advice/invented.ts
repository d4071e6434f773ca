/**
 * Keys that machine-written texts and templates about Jamf Connect spread and that no document of Jamf and no working
 * profile has, with the id of the key that was probably meant. https://github.com/TheBigPieceOfChicken/attuned-iac-fleet
 * is one such place.
 */
export const inventedKeys: { readonly [name: string]: string | null } = {
  AuthServerURL: 'login/AuthServer',
  DemobilizationPasswordChanges: 'login/DemobilizeUsers',
  DontMatchKerberosToAccountname: 'connect/Kerberos/ShortName',
  EnableVerboseLogging: null,
  HideGetStartedExperience: 'connect/Appearance/ShowWelcomeWindow',
  HideMenuIcon: 'connect/HiddenMenuItems',
  LocalPasswordSync: null,
  LocalUsernameFormat: 'login/OIDCShortName',
  OIDCAuthEndpoint: 'login/OIDCDiscoveryURL',
  OIDCIDPTenant: 'login/OIDCTenant',
  OIDCROPGDiscoveryURL: 'login/ROPGDiscoveryURL',
  OIDCTenantID: 'login/OIDCTenant',
  PasswordExpiration: null,
  PasswordExpirationGracePeriod: null,
  PasswordSync: null,
  ROPGToken: 'login/OIDCROPGID',
  RotateUsedKey: null,
  SelfServicePlus: null,
}

/** Invented keys that share type and meaning with the real one, so that the value can move there as it is. */
export const sameValue: readonly string[] = [
  'AuthServerURL',
  'OIDCIDPTenant',
  'OIDCROPGDiscoveryURL',
  'OIDCTenantID',
]
