import type { KeyId } from '../manifests/key-ids'

/** A key that no document has, and what was meant by it. */
export type Invented = {
  /** Id of the key that was probably meant; null when there is none. */
  readonly meant: KeyId | null
  /**
   * How its value becomes that of the other key: "same" as it is, "issuer" with the path of the discovery document.
   * Without it the two differ in type or meaning.
   */
  readonly value?: 'same' | 'issuer'
  /** Only with Okta, whose organization it names. */
  readonly only?: 'okta'
  /** What was meant where the provider does not heed the first. */
  readonly or?: Invented
}

const same = (meant: KeyId): Invented => ({ meant, value: 'same' })
const issuer: Invented = { meant: 'login/OIDCDiscoveryURL', value: 'issuer' }
const meaning = (meant: KeyId): Invented => ({ meant })
const nothing: Invented = { meant: null }
/** With OpenID Connect, Okta's organization is the tenant. */
const oktaTenant: Invented = { ...same('login/OIDCTenant'), only: 'okta' }

/**
 * Keys that guides, templates and machine-written texts about Jamf Connect spread and that no document of Jamf and no
 * working profile has. Places that hold some of them: https://github.com/TheBigPieceOfChicken/attuned-iac-fleet and
 * https://trevor.leadley.ca/password-sync-health; the others are names that products beside Jamf Connect use.
 */
export const inventedKeys: { readonly [name: string]: Invented } = {
  AllowLocalFallback: same('login/LocalFallback'),
  AuthServerURL: { ...same('login/AuthServer'), or: { ...oktaTenant, or: issuer } },
  DemobilizationPasswordChanges: meaning('login/DemobilizeUsers'),
  DenyLocalLogin: same('login/DenyLocal'),
  DenyLocalUsers: meaning('login/DenyLocal'),
  DontMatchKerberosToAccountname: meaning('connect/Kerberos/ShortName'),
  EnableOfflineMFA: same('login/OfflineMFA'),
  EnableVerboseLogging: nothing,
  HideGetStartedExperience: meaning('connect/Appearance/ShowWelcomeWindow'),
  HideMenuIcon: meaning('connect/HiddenMenuItems'),
  LicenseKey: meaning('login/LicenseFile'),
  LocalPasswordSync: nothing,
  LocalUsernameFormat: meaning('login/OIDCShortName'),
  OIDCAdminClaim: same('login/OIDCAdminAttribute'),
  OIDCAdminGroup: meaning('login/OIDCAdmin'),
  OIDCAdminGroups: meaning('login/OIDCAdmin'),
  OIDCAdminRole: meaning('login/OIDCAdmin'),
  OIDCAdminRoles: meaning('login/OIDCAdmin'),
  OIDCAuthEndpoint: meaning('login/OIDCDiscoveryURL'),
  OIDCAuthority: issuer,
  OIDCAuthorizationEndpoint: meaning('login/OIDCDiscoveryURL'),
  OIDCConfigurationURL: same('login/OIDCDiscoveryURL'),
  OIDCDiscoveryEndpoint: same('login/OIDCDiscoveryURL'),
  OIDCGroupsClaim: same('login/OIDCAdminAttribute'),
  OIDCIDPTenant: same('login/OIDCTenant'),
  OIDCIssuer: issuer,
  OIDCIssuerURL: issuer,
  OIDCMetadataURL: same('login/OIDCDiscoveryURL'),
  OIDCROPGDiscoveryURL: same('login/ROPGDiscoveryURL'),
  OIDCRoleClaim: same('login/OIDCAdminAttribute'),
  OIDCRolesClaim: same('login/OIDCAdminAttribute'),
  OIDCTenantID: same('login/OIDCTenant'),
  OIDCTokenEndpoint: meaning('login/OIDCDiscoveryURL'),
  OIDCUsernameClaim: same('login/OIDCShortName'),
  OIDCWellKnownURL: same('login/OIDCDiscoveryURL'),
  OktaDomain: { ...same('login/AuthServer'), or: oktaTenant },
  OktaURL: { ...meaning('login/AuthServer'), or: { ...meaning('login/OIDCTenant'), only: 'okta' } },
  PasswordExpiration: nothing,
  PasswordExpirationGracePeriod: nothing,
  PasswordSync: nothing,
  ROPGClientID: same('login/OIDCROPGID'),
  ROPGToken: meaning('login/OIDCROPGID'),
  RotateUsedKey: nothing,
  SelfServicePlus: nothing,
}
