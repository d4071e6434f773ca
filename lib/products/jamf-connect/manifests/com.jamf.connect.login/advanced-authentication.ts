import { defineSection } from '../../names'
import { providersWith } from '../../providers/providers-with'
import { oktaClassic } from '../provider-conditions'
import { openIdConnect } from './conditions'

export const advancedAuthentication = defineSection({
  id: 'advanced-authentication',
  title: 'Advanced authentication',
  description:
    'Determines what the login window requests from the identity provider, and which claims name the local account.',
  tab: 'identity-provider',
  group: 'Advanced OIDC',
  keys: {
    OIDCScopes: {
      kind: 'string',
      format: 'scopes',
      title: 'OpenID Connect Scopes',
      placeholder: 'openid+profile+email',
      appliesWhen: openIdConnect,
      evidence: 'documented',
    },
    OIDCIgnoreCookies: {
      kind: 'boolean',
      title: 'Ignore Cookies',
      on: 'cookies that the sign-in web view has kept are ignored.',
      off: 'the cookies are kept and used.',
      default: false,
      evidence: 'documented',
    },
    OIDCAuthServer: {
      kind: 'string',
      format: 'authorization-server',
      group: 'Okta',
      title: 'Custom Okta Authorization Server',
      placeholder: 'aus9c3hT4RzLmNq2E0h7',
      appliesWhen: oktaClassic,
      needs: { key: 'OIDCAccessClientID', configured: true },
      evidence: 'documented',
    },
    UseUserInfo: {
      kind: 'boolean',
      title: 'Use UserInfo Endpoint',
      on: 'claims that the token lacks are fetched from the UserInfo endpoint.',
      off: 'what Off means is not documented; presumably the endpoint is not asked.',
      appliesWhen: providersWith('userInfo', true),
      evidence: 'documented',
    },
    OIDCShortName: {
      kind: 'string',
      format: 'claim',
      tab: 'login',
      group: 'User creation',
      title: 'Short Name',
      placeholder: 'preferred_username',
      evidence: 'documented',
    },
    OIDCFullName: {
      kind: 'string',
      format: 'claim',
      tab: 'login',
      group: 'User creation',
      title: 'Full Name',
      placeholder: 'name',
      evidence: 'documented',
    },
    OIDCIDTokenPath: {
      kind: 'string',
      format: 'absolute-path',
      tab: 'login',
      group: 'Login script',
      title: 'Formatted ID Token Path',
      placeholder: '/private/tmp/example-token',
      evidence: 'documented',
    },
    OIDCIDTokenPathRaw: {
      kind: 'string',
      format: 'absolute-path',
      tab: 'login',
      group: 'Login script',
      title: 'Raw ID Token Path',
      placeholder: '/private/tmp/example-token-raw',
      evidence: 'documented',
    },
  },
})
