import type { HelpOf } from '../../../../schema/help'
import type { hybridIdentity } from './hybrid-identity'

/** What people read of these keys. */
export const hybridIdentityHelp: HelpOf<typeof hybridIdentity> = {
  source:
    'https://learn.jamf.com/r/en-US/jamf-connect-documentation-current/Configuring_Jamf_Connect_with_AD_FS',
  keys: {
    ROPGProvider: {
      description:
        'Identity provider that verifies passwords, if it is not the one chosen in OIDCProvider. Which one depends on how your on-premises directory is connected to Entra ID.',
      whenAbsent: 'The provider in OIDCProvider verifies passwords.',
      note: 'The key needs OIDCROPGID.',
    },
    ROPGTenant: {
      description:
        'Tenant with which the login window verifies passwords. For Entra ID it is the directory (tenant) ID, normally the same as OIDCTenant.',
      source: 'https://github.com/jamf/jamfconnect',
      note: 'Sample profiles from Jamf also set it without ROPGProvider.',
    },
    ROPGDiscoveryURL: {
      description: 'Address of the OpenID Connect metadata of the provider that verifies passwords.',
      whenAbsent: 'Password verification uses the same metadata as web sign-in.',
      note: 'For AD FS it is https://, the host name of the AD FS server, and /adfs/.well-known/openid-configuration.',
    },
    ROPGRedirectURI: {
      description: 'Redirect URI that belongs to the client in OIDCROPGID.',
      note: 'It must be exactly the one in the app registration of AD FS or Entra ID.',
    },
    ROPGClientSecret: {
      description: 'Secret of the app registration with which the login window verifies passwords.',
      source: 'https://github.com/jamf/jamfconnect',
      note: 'The profile contains the secret as clear text.',
    },
  },
}
