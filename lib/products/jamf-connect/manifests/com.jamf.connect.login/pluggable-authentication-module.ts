import { defineSection } from '../../names'

const activation =
  'It takes effect only if /etc/pam.d/sudo loads pam_saml.so and authchanger has run with -DefaultJCRight.'

const withProvider = { key: 'AuthUIOIDCProvider', configured: true } as const

export const pluggableAuthenticationModule = defineSection({
  id: 'pluggable-authentication-module',
  title: 'Pluggable authentication module',
  source:
    'https://docs.jamf.com/jamf-connect/1.18.1/administrator-guide/Pluggable_Authentication_Module_(PAM).html',
  description: 'Lets users authenticate sudo and authorization prompts with the identity provider.',
  tab: 'login',
  keys: {
    AuthUIOIDCProvider: {
      kind: 'string',
      title: 'Identity Provider (PAM)',
      description: 'Identity provider with which users authenticate sudo and authorization prompts.',
      placeholder: 'EntraID',
      evidence: 'documented',
      note: activation,
    },
    AuthUIOIDCClientID: {
      kind: 'string',
      title: 'Client ID (PAM)',
      description: 'Client ID of the app registration for sudo and authorization prompts.',
      placeholder: '2f4c1a9e-83d7-4b05-9e6a-71c0d5b8f342',
      appliesWhen: withProvider,
      evidence: 'documented',
      note: activation,
    },
    AuthUIOIDCRedirectURI: {
      kind: 'string',
      format: 'url',
      title: 'Redirect URI (PAM)',
      description: 'Redirect URI of the app registration for sudo and authorization prompts.',
      placeholder: 'https://127.0.0.1/jamfconnect',
      appliesWhen: withProvider,
      evidence: 'documented',
      note: activation,
    },
    AuthUIOIDCTenant: {
      kind: 'string',
      title: 'Tenant ID (PAM)',
      description:
        'Identifies your organization at the identity provider for sudo and authorization prompts. Okta needs it.',
      placeholder: 'example',
      required: { key: 'AuthUIOIDCProvider', is: ['Okta'] },
      appliesWhen: withProvider,
      evidence: 'documented',
      note: activation,
    },
    AuthUIOIDCDiscoveryURL: {
      kind: 'string',
      format: 'https-url',
      title: 'Discovery URL (PAM)',
      description: 'Address of the OpenID Connect metadata for sudo and authorization prompts.',
      placeholder: 'https://idp.example.com/.well-known/openid-configuration',
      appliesWhen: withProvider,
      introduced: '1.x',
      source: 'https://github.com/kdrwygvh/JSON-Schema-for-Jamf-Pro-Applications-and-Settings-MDM-Payload',
      evidence: 'documented',
      note: activation,
    },
    AuthUIOIDCClientSecret: {
      kind: 'string',
      title: 'Client Secret (PAM)',
      description: 'Secret of the app registration for sudo and authorization prompts.',
      appliesWhen: withProvider,
      secret: true,
      evidence: 'documented',
      note: `The profile contains the secret as clear text. ${activation}`,
    },
  },
})
