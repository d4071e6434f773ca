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
   * Whether Jamf requires or recommends OIDCROPGID for the password check of the login window. "required": where people do not
   * sign in with passthrough authentication.
   * https://learn.jamf.com/r/en-US/jamf-connect-documentation-current/Initial_Password_Settings
   */
  readonly asksForRopgClient: 'required' | 'recommended' | false
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
  // What Jamf documents with some providers for no reason that is known: every row answers, and a key that the pages of its
  // provider do not name is one that it does not heed. The pages of the keys stand in the help beside the manifests.
  /** OIDCRedirectURI. "optional": the page of the provider does without it. */
  readonly redirectUri: 'required' | 'recommended' | 'optional'
  /** ROPGSuccessCodes and SuccessCodes, the refusals that prove a password right. "none": they have no effect. */
  readonly successCodes: 'recommended' | 'optional' | 'none'
  /**
   * The sign-in before a privilege elevation, whose token holds the roles of UserPromotionRole: VerifyUserPromotion alone,
   * VerifyUserPromotionFIDO2 in a web browser as well, or neither.
   */
  readonly elevation: 'none' | 'sign-in' | 'browser'
  /**
   * The login window may check passwords elsewhere than where people sign in: at the address in ROPGDiscoveryURL or the tenant in
   * ROPGTenant; also with the secret in ROPGClientSecret; also at the provider that ROPGProvider names.
   * https://learn.jamf.com/r/en-US/jamf-connect-documentation-current/Azure_AD_Hybrid_ID_Settings
   */
  readonly checksElsewhere: false | 'at-an-address' | 'with-a-secret' | 'at-a-provider'
  /** The menu bar app needs the host of the organization in OktaAuthServer; also a client in OIDCClientID. */
  readonly oktaAtMenuBar: false | 'server' | 'server-and-client'
  /** The menu bar app reads roles in the claim that OIDCAdminAttribute names. */
  readonly roleClaimAtMenuBar: boolean
  /** UseUserInfo: claims that the token lacks are fetched. */
  readonly userInfo: boolean
  /** EnrollmentUserName and EnrollmentRealName: the login window fills in who enrolled the Mac. */
  readonly enrollmentUser: boolean
  /** AuthUIOIDCTenant: authorization prompts need a tenant where AuthUIOIDCProvider is this one. */
  readonly tenantAtPrompts: boolean
  /** What empty fields show, in the form that the provider gives out; nothing where no form is known. */
  readonly examples: { readonly clientId?: string; readonly tenant?: string; readonly successCode?: string }
}
