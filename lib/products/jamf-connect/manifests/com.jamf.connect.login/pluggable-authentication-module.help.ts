import type { HelpOf } from '../../../../schema/help'
import type { pluggableAuthenticationModule } from './pluggable-authentication-module'

const activation =
  'It takes effect only if /etc/pam.d/sudo loads pam_saml.so and authchanger has run with -DefaultJCRight.'

/** What people read of these keys. */
export const pluggableAuthenticationModuleHelp: HelpOf<typeof pluggableAuthenticationModule> = {
  source:
    'https://docs.jamf.com/jamf-connect/1.18.1/administrator-guide/Pluggable_Authentication_Module_(PAM).html',
  keys: {
    AuthUIOIDCProvider: {
      description: 'Identity provider with which users authenticate sudo and authorization prompts.',
      note: activation,
    },
    AuthUIOIDCClientID: {
      description: 'Client ID of the app registration for sudo and authorization prompts.',
      note: activation,
    },
    AuthUIOIDCRedirectURI: {
      description: 'Redirect URI of the app registration for sudo and authorization prompts.',
      note: activation,
    },
    AuthUIOIDCTenant: {
      description:
        'Identifies your organization at the identity provider for sudo and authorization prompts. Okta needs it.',
      note: activation,
    },
    AuthUIOIDCDiscoveryURL: {
      description: 'Address of the OpenID Connect metadata for sudo and authorization prompts.',
      introduced: '1.x',
      source: 'https://github.com/kdrwygvh/JSON-Schema-for-Jamf-Pro-Applications-and-Settings-MDM-Payload',
      note: activation,
    },
    AuthUIOIDCClientSecret: {
      description: 'Secret of the app registration for sudo and authorization prompts.',
      note: `The profile contains the secret as clear text. ${activation}`,
    },
  },
}
