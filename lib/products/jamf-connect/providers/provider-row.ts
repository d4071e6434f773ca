import type { vendorRows } from './vendor-rows'

/**
 * Where the address of a provider's discovery document comes from when the profile does not give it. The forms of the
 * computed addresses are the providers' own; Jamf documents only what goes into them.
 * https://docs.jamf.com/jamf-connect/2.6.0/documentation/Authentication_Settings.html
 */
type Discovery =
  | {
      readonly kind: 'computed'
      /** The address with {tenant} in it. A tenant that is a whole host name takes the place of the host. */
      readonly formula: string
      /** Ids of the keys that hold the tenant: login window, menu bar. */
      readonly from: 'login/OIDCTenant'
      readonly fromMenuBar: 'connect/IdPSettings/TenantID'
      /** Tenant that stands in while none is configured. */
      readonly otherwise?: string
    }
  | { readonly kind: 'fixed'; readonly url: string }
  | { readonly kind: 'explicit' }
  | { readonly kind: 'none'; readonly why: string }

/** What Jamf Connect does with a value of OIDCProvider. What the product behind it does stands in `vendor-rows.ts`. */
export type ProviderRow = {
  readonly label: string
  /** What a sentence calls it, where that is not the label. */
  readonly inSentences?: string
  /** How the menu bar's Provider spells the value, where it spells it differently. */
  readonly menuBarValue?: string
  /** The value of ROPGProvider that means it. */
  readonly hybridValue?: string
  /**
   * The login window may check passwords with another provider than people sign in at, which ROPGProvider names.
   * https://learn.jamf.com/r/en-US/jamf-connect-documentation-current/Azure_AD_Hybrid_ID_Settings
   */
  readonly checksElsewhere?: true
  /** It takes passwords at the address of a tenant only, not at that of all tenants. */
  readonly passwordsAtTenantOnly?: true
  /** Other spellings of the value that are read as this provider, whichever app has them. */
  readonly formerly: readonly string[]
  /** Names by which people mean it, in small letters and figures only. */
  readonly alsoNamed: RegExp
  /** "its own": one of which nothing more is known. "any": the address shows which. */
  readonly product: keyof typeof vendorRows | 'its own' | 'any'
  /** Ids of the keys in the Required group, in the order of Jamf Connect Configuration. Layout only. */
  readonly requiredFields: readonly string[]
  /**
   * "okta-authn": the login window draws the fields and hands what is typed to the Okta Authentication API. "oidc": people
   * sign in on the provider's page in a web view.
   */
  readonly protocol: 'okta-authn' | 'oidc'
  readonly discovery: Discovery
  readonly secret: 'required' | 'optional' | 'absent'
  /**
   * Whether Jamf requires or recommends OIDCROPGID for the password check of the login window.
   * https://learn.jamf.com/r/en-US/jamf-connect-documentation-current/Initial_Password_Settings
   */
  readonly asksForRopgClient: boolean
  /**
   * Which password the account gets: the one that is "typed" into the login window itself, a "separate" one always, or
   * what OIDCNewPassword says.
   * https://learn.jamf.com/r/en-US/jamf-connect-documentation-current/Initial_Password_Settings
   */
  readonly localPassword: 'typed' | 'separate' | 'configured'
  /**
   * State of OIDCNewPassword that Jamf asks for with OIDCUsePassthroughAuth.
   * https://learn.jamf.com/r/en-US/jamf-connect-documentation-current/Login_Window_Authentication_Settings
   */
  readonly newPasswordWithPassthrough?: 'on' | 'off'
  /** The service at which the menu bar app checks passwords over LDAP, and where its client certificate comes from. */
  readonly ldap?: { readonly service: string; readonly certificateFrom: string }
  /** What makes people administrators: claims of the token, assignments to Okta apps, or nothing that is sent. */
  readonly rolesFrom: 'claims' | 'okta-apps' | 'nothing'
  /**
   * The claims in which Jamf Connect looks for the values of OIDCSecondaryAccess whatever OIDCAdminAttribute says: the
   * first that the token has, else the last. `provider-doubts.ts` says what is to be said of them.
   * https://learn.jamf.com/r/en-US/jamf-connect-documentation-current/OpenID_Connect_User_Role_Settings
   */
  readonly secondaryAccess?: readonly string[]
  /** Roles come only where the scopes of the login window are separated by spaces. */
  readonly roleScopesWithSpaces?: true
  /** The provider refuses client IDs that hold a space. */
  readonly clientIdWithoutSpaces?: true
  /**
   * What the login window shows on the screen of the sign-in.
   * https://learn.jamf.com/r/en-US/jamf-connect-documentation-current/Common_Custom_Branding_Settings_for_Jamf_Connect
   */
  readonly signInShows: { readonly logo: boolean; readonly message: boolean }
}
