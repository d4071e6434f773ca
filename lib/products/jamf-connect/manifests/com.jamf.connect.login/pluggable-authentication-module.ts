import { defineSection } from '../../names'
import { loginProviders } from '../../providers/provider-options'
import { providersWith } from '../../providers/providers-with'

const [anyProvider = ''] = Object.keys(loginProviders)
const asksForTenant = providersWith('tenantAtPrompts', true)

const withProvider = { key: 'AuthUIOIDCProvider', configured: true } as const

export const pluggableAuthenticationModule = defineSection({
  id: 'pluggable-authentication-module',
  title: 'Pluggable authentication module',
  description: 'Lets users authenticate sudo and authorization prompts with the identity provider.',
  tab: 'login',
  keys: {
    AuthUIOIDCProvider: {
      kind: 'string',
      title: 'Identity Provider (PAM)',
      placeholder: anyProvider,
      evidence: 'documented',
    },
    AuthUIOIDCClientID: {
      kind: 'string',
      title: 'Client ID (PAM)',
      placeholder: '2f4c1a9e-83d7-4b05-9e6a-71c0d5b8f342',
      appliesWhen: withProvider,
      evidence: 'documented',
    },
    AuthUIOIDCRedirectURI: {
      kind: 'string',
      format: 'url',
      title: 'Redirect URI (PAM)',
      placeholder: 'https://127.0.0.1/jamfconnect',
      appliesWhen: withProvider,
      evidence: 'documented',
    },
    AuthUIOIDCTenant: {
      kind: 'string',
      title: 'Tenant ID (PAM)',
      placeholder: 'example',
      required: { key: 'AuthUIOIDCProvider', is: asksForTenant.provider },
      appliesWhen: withProvider,
      evidence: 'documented',
    },
    AuthUIOIDCDiscoveryURL: {
      kind: 'string',
      format: 'https-url',
      title: 'Discovery URL (PAM)',
      placeholder: 'https://idp.example.com/.well-known/openid-configuration',
      appliesWhen: withProvider,
      evidence: 'documented',
    },
    AuthUIOIDCClientSecret: {
      kind: 'string',
      title: 'Client Secret (PAM)',
      appliesWhen: withProvider,
      secret: true,
      evidence: 'documented',
    },
  },
})
