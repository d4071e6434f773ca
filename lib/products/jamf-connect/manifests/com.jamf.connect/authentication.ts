import { defineSection } from '../../names'
import { menuBarProviders, oktas } from '../../providers/provider-options'
import { clientIds, successCodes, tenants } from '../examples'

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
  description:
    'How Self Service+ (the menu bar app) reaches your identity provider to check passwords and sign users in.',
  tab: 'connect',
  dictionary: 'IdPSettings',
  keys: {
    Provider: {
      kind: 'choice',
      title: 'Identity Provider',
      options: menuBarProviders,
      guidedFor: oktas,
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
      evidence: 'documented',
    },
    OktaAuthServer: {
      kind: 'string',
      format: 'okta-address',
      title: 'Okta Auth Server',
      placeholder: 'example.okta.com',
      appliesWhen: { provider: ['Okta', 'OktaIdentityEngine'] },
      required: { provider: ['Okta', 'OktaIdentityEngine'] },
      evidence: 'documented',
    },
    ROPGID: {
      kind: 'string',
      title: 'ROPG Client ID',
      ...clientIds,
      appliesWhen: withClientId,
      required: withClientId,
      offersValueOf: 'com.jamf.connect.login:OIDCClientID',
      evidence: 'documented',
    },
    OIDCClientID: {
      kind: 'string',
      title: 'OIDC Client ID',
      ...clientIds,
      offersValueOf: 'com.jamf.connect.login:OIDCClientID',
      appliesWhen: { provider: ['OktaIdentityEngine'] },
      recommended: { provider: ['OktaIdentityEngine'] },
      evidence: 'documented',
    },
    TenantID: {
      kind: 'string',
      title: 'ROPG Tenant',
      ...tenants,
      appliesWhen: withClientId,
      required: { provider: ['IBMCI', 'OneLogin', 'OktaIdentityEngine', 'Okta-OIDC'] },
      recommended: { provider: ['EntraID'] },
      evidence: 'documented',
    },
    DiscoveryURL: {
      kind: 'string',
      format: 'https-url',
      title: 'Discovery URL',
      placeholder: 'https://idp.example.com/.well-known/openid-configuration',
      appliesWhen: overOpenIdConnect,
      required: { provider: ['PingFederate', 'Custom'] },
      evidence: 'documented',
    },
    Scopes: {
      kind: 'string',
      format: 'scopes',
      title: 'ROPG Scopes',
      placeholder: 'openid+profile+email',
      appliesWhen: overOpenIdConnect,
      evidence: 'real-profile',
    },
    ClientSecret: {
      kind: 'string',
      title: 'Client Secret',
      secret: true,
      appliesWhen: overOpenIdConnect,
      evidence: 'documented',
    },
    SuccessCodes: {
      kind: 'string-list',
      title: 'Password Verification Success Codes',
      itemTitle: 'Code',
      ...successCodes,
      appliesWhen: { provider: ['EntraID', 'OneLogin', 'IBMCI', 'PingFederate', 'Custom'] },
      recommended: { provider: ['OneLogin'] },
      evidence: 'documented',
    },
    ChangePasswordURL: {
      kind: 'string',
      format: 'url',
      title: 'Change Password URL',
      placeholder: 'https://account.example.com/change-password',
      evidence: 'documented',
    },
    ResetPasswordURL: {
      kind: 'string',
      format: 'url',
      title: 'Reset Password URL',
      placeholder: 'https://account.example.com/forgot-password',
      evidence: 'documented',
    },
    OIDCAdminAttribute: {
      kind: 'string',
      format: 'claim',
      title: 'Admin Attribute',
      placeholder: 'roles',
      appliesWhen: { provider: ['EntraID'] },
      evidence: 'real-profile',
    },
  },
})
