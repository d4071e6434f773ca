import type { KeyId } from './manifests/key-ids'
import type { ProviderId } from './providers/provider-rows'

const JAMF = 'https://learn.jamf.com/r/en-US/jamf-connect-documentation-current/'

/** What a new configuration may start from beside a plain identity provider. */
export type TemplateRow = {
  readonly title: string
  /** One sentence: what it is for. */
  readonly purpose: string
  /** The provider whose plain template comes first; null for a configuration without one. */
  readonly provider: ProviderId | null
  /** What is set after that. What stands in angle brackets is for the administrator to put in. */
  readonly sets: { readonly [id in KeyId]?: boolean | number | string }
  /** What only the administrator knows, as a clause each; linked keys are named once. */
  readonly toFill: { readonly [id in KeyId]?: string }
  /** What the design asks for beside these keys, or leaves open on purpose, a sentence each. */
  readonly notes: readonly string[]
  /** Where the design is described. */
  readonly source: string
}

/** Ids begin in small letters, so that none is that of a provider. */
export const templateRows = {
  'entra-conditional-access': {
    title: 'Entra ID with Conditional Access',
    purpose:
      'People sign in with a second factor, and passwords are checked with the scope of an API that the policies leave out.',
    provider: 'EntraID',
    sets: {
      'login/ROPGScopes': 'api://<application-ID-of-the-API>/jamfconnect+openid+email+profile',
      'connect/IdPSettings/Scopes': 'api://<application-ID-of-the-API>/jamfconnect+openid+email+profile',
    },
    toFill: {
      'login/OIDCClientID': 'the application that people sign in with',
      'login/OIDCROPGID': 'the same application: it has the permission for the scope of the API',
      'login/OIDCTenant': 'your directory (tenant) ID',
      'login/ROPGScopes': 'the application ID of the API, in the scope',
      'connect/IdPSettings/Scopes': 'the same scope, for Self Service+',
    },
    // The page of the custom API says 2.14; the oldest document with the key, part 4 of Jamf's PDFs, is of 2.17.
    notes: [
      'Jamf asks for Jamf Connect 2.14 or later; the first document that has ROPGScopes is of 2.17.',
      'OIDCScopes stays not configured, so that people keep their second factor at sign-in.',
    ],
    source: `${JAMF}Creating_a_Jamf_Connect_Configuration_with_Conditional_Access`,
  },
  'okta-two-applications': {
    title: 'Okta with two applications',
    purpose: 'One application asks for a second factor at sign-in, the other checks passwords without one.',
    provider: 'Okta-OIDC',
    sets: {
      'login/OIDCRedirectURI': 'https://127.0.0.1/jamfconnect',
      // A blank, so that the field does not offer the client of the sign-in, which is the other application.
      'login/OIDCROPGID': '<client-ID-of-the-application-that-checks-passwords>',
      'connect/IdPSettings/ROPGID': '<client-ID-of-the-application-that-checks-passwords>',
    },
    toFill: {
      'login/OIDCClientID': 'the application whose policy asks for a second factor',
      'login/OIDCROPGID':
        'the application whose policy takes a password alone, with the grant Resource Owner Password',
      'login/OIDCTenant': 'the address of your Okta organization, without -admin',
    },
    notes: [
      'Both applications have the redirect URI of OIDCRedirectURI and are assigned to the same people.',
      'The Global Session Policy of your organization has to allow a password: in the Okta Admin Console, Security > Global Session Policy.',
      'Who becomes an administrator is left open: for groups of Okta, set OIDCAdminAttribute to groups, list them in OIDCAdmin, and set OIDCScopes to “openid profile email groups” once the application sends that claim.',
    ],
    source:
      'https://community.jamf.com/t5/tech-thoughts/using-okta-with-oidc-ropg-with-jamf-connect/ba-p/281863',
  },
  'ad-fs-hybrid': {
    title: 'Entra ID with passwords at AD FS',
    purpose: 'People sign in at Entra ID, and passwords are checked at your own AD FS.',
    provider: 'EntraID',
    sets: {
      'login/ROPGProvider': 'Custom',
      'login/ROPGRedirectURI': 'https://127.0.0.1/jamfconnect',
      'connect/IdPSettings/Provider': 'Custom',
    },
    toFill: {
      'login/OIDCClientID': 'the application at Entra ID',
      'login/OIDCTenant': 'your directory (tenant) ID',
      'login/OIDCROPGID': 'the identifier of the native application at AD FS',
      'connect/IdPSettings/ROPGID': 'the same identifier, for Self Service+',
      'login/ROPGDiscoveryURL': 'https://, the host of AD FS and /adfs/.well-known/openid-configuration',
      'connect/IdPSettings/DiscoveryURL': 'the same address, for Self Service+',
    },
    notes: ['AD FS of Windows Server 2016 or later.'],
    source: `${JAMF}Configuring_Jamf_Connect_with_AD_FS`,
  },
  'privilege-elevation': {
    title: 'Privilege elevation only',
    purpose:
      'Standard users become administrators for some minutes in Self Service+, with a reason that is logged; no identity provider is set, and a post in Jamf’s community says that some of these keys work without one.',
    provider: null,
    sets: {
      'connect/TemporaryUserPermissions/TemporaryUserPromotion': true,
      'connect/TemporaryUserPermissions/UserPromotionDuration': 5,
      'connect/TemporaryUserPermissions/UserPromotionReason': true,
      'connect/TemporaryUserPermissions/UserPromotionTimer': true,
    },
    toFill: {},
    notes: [],
    source: `${JAMF}Configuring_Privilege_Elevation`,
  },
} as const satisfies { readonly [id: string]: TemplateRow }

export type TemplateId = keyof typeof templateRows
