import { defineSection } from '../../names'
import { menuBarProviders } from '../../providers/provider-options'
import {
  authenticationPage,
  conceptsRepository,
  conditionalAccessPage,
  troubleshootingRepository,
} from './sources'

/** Providers other than Okta's Authentication API. */
const overOpenIdConnect = {
  provider: [
    'EntraID',
    'GoogleID',
    'IBMCI',
    'OktaIdentityEngine',
    'Okta-OIDC',
    'OneLogin',
    'PingFederate',
    'Custom',
  ],
} as const

/** Providers whose passwords are checked with a client ID; Google's are checked over LDAP. */
const withClientId = {
  provider: ['EntraID', 'IBMCI', 'OktaIdentityEngine', 'Okta-OIDC', 'OneLogin', 'PingFederate', 'Custom'],
} as const

export const authentication = defineSection({
  id: 'authentication',
  title: 'Authentication',
  source: authenticationPage,
  description:
    'How Self Service+ (the menu bar app) reaches your identity provider to check passwords and sign users in.',
  tab: 'connect',
  dictionary: 'IdPSettings',
  keys: {
    Provider: {
      kind: 'choice',
      title: 'Identity Provider',
      description:
        'Identity provider that Self Service+ (the menu bar app) checks network passwords against.',
      options: menuBarProviders,
      required: {
        any: [
          {
            provider: [
              'EntraID',
              'GoogleID',
              'IBMCI',
              'Okta',
              'OktaIdentityEngine',
              'Okta-OIDC',
              'OneLogin',
              'PingFederate',
              'Custom',
            ],
          },
          { key: 'IdPSettings/ROPGID', configured: true },
          { key: 'IdPSettings/OktaAuthServer', configured: true },
        ],
      },
      introduced: '2.0',
      evidence: 'documented',
      note: 'The value is case-sensitive. Okta over OpenID Connect is "Okta OIDC" here and "Okta-OIDC" at the login window; profiles with the hyphen in both places are in use. The matrix of providers writes OktaOIDC; whether that works is not known.',
    },
    OktaAuthServer: {
      kind: 'string',
      format: 'okta-address',
      title: 'Okta Auth Server',
      description:
        'Host of your Okta organization, or of its custom authorization server, that Self Service+ (the menu bar app) signs users in with. "https://" in front is allowed, but not needed.',
      placeholder: 'example.okta.com',
      appliesWhen: { provider: ['Okta', 'OktaIdentityEngine'] },
      required: { provider: ['Okta', 'OktaIdentityEngine'] },
      introduced: '2.0',
      evidence: 'documented',
      note: "Jamf's reference requires the key for Okta Classic Engine and Okta Identity Engine; a troubleshooting script by a Jamf employee does without it for the latter.",
    },
    ROPGID: {
      kind: 'string',
      title: 'ROPG Client ID',
      alsoCalled: ['Client ID'],
      description:
        'Client ID of the app at your identity provider that answers password checks in the background.',
      placeholder: '0a1b2c3d-1111-4222-8333-444455556666',
      appliesWhen: withClientId,
      required: withClientId,
      introduced: '2.0',
      evidence: 'documented',
    },
    OIDCClientID: {
      kind: 'string',
      title: 'OIDC Client ID',
      description:
        'Client ID of the OpenID Connect app that users sign in with. It is normally the same as the ROPG client ID.',
      placeholder: '0a1b2c3d-1111-4222-8333-444455556666',
      appliesWhen: { provider: ['OktaIdentityEngine'] },
      recommended: { provider: ['OktaIdentityEngine'] },
      source: troubleshootingRepository,
      evidence: 'documented',
      note: 'Only a troubleshooting script by a Jamf employee lists this key here; no page of the reference and no public profile has it.',
    },
    TenantID: {
      kind: 'string',
      title: 'ROPG Tenant',
      alsoCalled: ['Tenant ID'],
      description:
        'Your organization at the identity provider: the directory ID in Entra ID, the subdomain in OneLogin, the name before ".ibmcloud.com" at IBM.',
      placeholder: '0a1b2c3d-1111-4222-8333-444455556666',
      appliesWhen: withClientId,
      required: { provider: ['IBMCI', 'OneLogin', 'OktaIdentityEngine', 'Okta-OIDC'] },
      recommended: { provider: ['EntraID'] },
      introduced: '2.0',
      evidence: 'documented',
      note: 'For Okta over OpenID Connect, a profile by Jamf Concepts holds the complete Okta host name.',
    },
    DiscoveryURL: {
      kind: 'string',
      format: 'https-url',
      title: 'Discovery URL',
      description:
        'Address of the OpenID Connect discovery document. It replaces the address that Jamf Connect works out from the provider and the tenant.',
      placeholder: 'https://idp.example.com/.well-known/openid-configuration',
      appliesWhen: overOpenIdConnect,
      required: { provider: ['PingFederate', 'Custom'] },
      introduced: '2.0',
      evidence: 'documented',
      note: 'The address of AD FS ends in "/adfs/.well-known/openid-configuration".',
    },
    Scopes: {
      kind: 'string',
      format: 'scopes',
      title: 'ROPG Scopes',
      description: 'Scopes that a password check asks your identity provider for, joined with "+".',
      placeholder: 'openid+profile+email',
      appliesWhen: overOpenIdConnect,
      source: conditionalAccessPage,
      evidence: 'real-profile',
      note: 'With Conditional Access in Entra ID, it is the scope of the custom API: api://…/jamfconnect+openid+email+profile. The name of the key comes from a deployed profile and the label from the documentation, which does not connect the two.',
    },
    ClientSecret: {
      kind: 'string',
      title: 'Client Secret',
      description:
        'Secret of the app at your identity provider. Everyone who can read the profile can read it.',
      secret: true,
      appliesWhen: overOpenIdConnect,
      introduced: '2.0',
      evidence: 'documented',
    },
    SuccessCodes: {
      kind: 'string-list',
      title: 'Password Verification Success Codes',
      description:
        'Error codes that Jamf Connect reads as "the password is right", because the identity provider objects to something else, such as a missing second factor.',
      itemTitle: 'Code',
      placeholder: 'AADSTS50076',
      appliesWhen: { provider: ['EntraID', 'OneLogin', 'IBMCI', 'PingFederate', 'Custom'] },
      recommended: { provider: ['OneLogin'] },
      evidence: 'documented',
      note: 'Entra ID: a code with its letters, such as AADSTS50076. OneLogin: the word MFA, needed as soon as users have multifactor authentication. List only codes that follow a right password: each lets people in without a second look.',
    },
    ChangePasswordURL: {
      kind: 'string',
      format: 'url',
      title: 'Change Password URL',
      description: 'Page that opens when a user chooses Change Password.',
      placeholder: 'https://account.example.com/change-password',
      whenAbsent:
        'Entra ID: a page of mysignins.microsoft.com. Okta: the host in Okta Auth Server. Google: no page.',
      evidence: 'documented',
      note: 'Addresses with another scheme, such as "jamfselfservice://", are in use.',
    },
    ResetPasswordURL: {
      kind: 'string',
      format: 'url',
      title: 'Reset Password URL',
      description: 'Page that opens when a user chooses Reset Password.',
      placeholder: 'https://account.example.com/forgot-password',
      evidence: 'documented',
    },
    OIDCAdminAttribute: {
      kind: 'string',
      format: 'claim',
      title: 'Admin Attribute',
      description:
        "Claim of the ID token in which Self Service+ (the menu bar app) looks for the user's roles.",
      placeholder: 'roles',
      appliesWhen: { provider: ['EntraID'] },
      source: conceptsRepository,
      evidence: 'real-profile',
      note: 'No document describes this key. Two trial profiles for Entra ID, both with privilege elevation, have it; it may be that Jamf Connect reads only the claims of the promotion roles.',
    },
  },
})
