import type { HelpOf } from '../../../../schema/help'
import { clientsOffered } from '../clients'
import type { authentication } from './authentication'
import {
  authenticationPage,
  conceptsRepository,
  conditionalAccessPage,
  troubleshootingRepository,
} from './sources'

/** What people read of these keys. */
export const authenticationHelp: HelpOf<typeof authentication> = {
  source: authenticationPage,
  keys: {
    Provider: {
      description:
        'Identity provider that Self Service+ (the menu bar app) checks network passwords against.',
      introduced: '2.0',
      note: 'The value is case-sensitive. Okta (OpenID Connect) is "Okta OIDC" here and "Okta-OIDC" at the login window; profiles with the hyphen in both places are in use. The matrix of providers writes OktaOIDC; whether that works is not known.',
    },
    OktaAuthServer: {
      description:
        'Host of your Okta organization, or of its custom authorization server, that Self Service+ (the menu bar app) signs users in with. "https://" in front is allowed, but not needed.',
      introduced: '2.0',
      note: "Jamf's reference requires the key for Okta Classic Engine and Okta Identity Engine; a troubleshooting script by a Jamf employee does without it for the latter.",
    },
    ROPGID: {
      description:
        'Client ID of the app at your identity provider that answers password checks in the background.',
      alsoCalled: ['Client ID'],
      introduced: '2.0',
      offered: clientsOffered,
    },
    OIDCClientID: {
      description:
        'Client ID of the OpenID Connect app that users sign in with. It is normally the same as the ROPG client ID.',
      source: troubleshootingRepository,
      note: 'Only a troubleshooting script by a Jamf employee lists this key here; no page of the reference and no public profile has it.',
    },
    TenantID: {
      description:
        'Your organization at the identity provider: the directory ID in Entra ID, the subdomain in OneLogin, the name before ".ibmcloud.com" at IBM.',
      alsoCalled: ['Tenant ID'],
      introduced: '2.0',
      note: 'For Okta (OpenID Connect), a profile by Jamf Concepts holds the complete Okta host name.',
    },
    DiscoveryURL: {
      description:
        'Address of the OpenID Connect discovery document. It replaces the address that Jamf Connect works out from the provider and the tenant.',
      introduced: '2.0',
      note: 'The address of AD FS ends in "/adfs/.well-known/openid-configuration".',
    },
    Scopes: {
      description: 'Scopes that a password check asks your identity provider for, joined with "+".',
      source: conditionalAccessPage,
      note: 'With Conditional Access in Entra ID, it is the scope of the custom API: api://…/jamfconnect+openid+email+profile. The name of the key comes from a deployed profile and the label from the documentation, which does not connect the two.',
    },
    ClientSecret: {
      description:
        'Secret of the app at your identity provider. Everyone who can read the profile can read it.',
      introduced: '2.0',
    },
    SuccessCodes: {
      description:
        'Error codes that Jamf Connect reads as "the password is right", because the identity provider objects to something else, such as a missing second factor.',
      note: 'Entra ID: a code with its letters, such as AADSTS50076. OneLogin: the word MFA, needed as soon as users have multifactor authentication. List only codes that follow a right password: each lets people in without a second look.',
    },
    ChangePasswordURL: {
      description: 'Page that opens when a user chooses Change Password.',
      whenAbsent:
        'Entra ID: a page of mysignins.microsoft.com. Okta: the host in Okta Auth Server. Google: no page.',
      note: 'Addresses with another scheme, such as "jamfselfservice://", are in use.',
    },
    ResetPasswordURL: {
      description: 'Page that opens when a user chooses Reset Password.',
    },
    OIDCAdminAttribute: {
      description:
        "Claim of the ID token in which Self Service+ (the menu bar app) looks for the user's roles.",
      source: conceptsRepository,
      note: 'No document describes this key. Two trial profiles for Entra ID, both with privilege elevation, have it; it may be that Jamf Connect reads only the claims of the promotion roles.',
    },
  },
}
