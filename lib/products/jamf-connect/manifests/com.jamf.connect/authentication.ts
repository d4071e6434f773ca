import { defineSection } from '../../names'
import { menuBarProviders, oktas } from '../../providers/provider-options'
import { providersWhere, providersWith } from '../../providers/providers-with'
import { clientIds, successCodes, tenants } from '../examples'
import {
  asksForDiscoveryUrl,
  asksForSuccessCodes,
  asksForTenant,
  checksWithClient,
  hasSharedTenant,
  overOpenIdConnect,
  takesSuccessCodes,
} from '../provider-conditions'

const withClientId = providersWhere(checksWithClient)
const withOktaServer = providersWith('oktaAtMenuBar', 'server', 'server-and-client')
const withSignInClient = providersWith('oktaAtMenuBar', 'server-and-client')

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
          providersWhere(() => true),
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
      appliesWhen: withOktaServer,
      required: withOktaServer,
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
      appliesWhen: withSignInClient,
      recommended: withSignInClient,
      evidence: 'documented',
    },
    TenantID: {
      kind: 'string',
      title: 'ROPG Tenant',
      ...tenants,
      appliesWhen: withClientId,
      required: asksForTenant,
      recommended: hasSharedTenant,
      evidence: 'documented',
    },
    DiscoveryURL: {
      kind: 'string',
      format: 'https-url',
      title: 'Discovery URL',
      placeholder: 'https://idp.example.com/.well-known/openid-configuration',
      appliesWhen: overOpenIdConnect,
      required: asksForDiscoveryUrl,
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
      appliesWhen: takesSuccessCodes,
      recommended: asksForSuccessCodes,
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
      appliesWhen: providersWith('roleClaimAtMenuBar', true),
      evidence: 'real-profile',
    },
  },
})
