import { defineSection } from '../../names'

export const hybridIdentity = defineSection({
  id: 'hybrid-identity',
  title: 'Hybrid identity',
  source:
    'https://learn.jamf.com/r/en-US/jamf-connect-documentation-current/Configuring_Jamf_Connect_with_AD_FS',
  description:
    'Lets the login window verify passwords with other settings than those of web sign-in, for example with AD FS.',
  tab: 'identity-provider',
  group: 'Resource owner password grant (ROPG)',
  keys: {
    ROPGProvider: {
      kind: 'choice',
      title: 'Identity Provider (Hybrid ID)',
      description:
        'Identity provider that verifies passwords, if it is not the one chosen in OIDCProvider. Which one depends on how your on-premises directory is connected to Entra ID.',
      options: {
        Custom: { label: 'Custom (AD FS)' },
        Azure_v2: { label: 'Azure v2 (password hash synchronization or pass-through authentication)' },
      },
      whenAbsent: 'The provider in OIDCProvider verifies passwords.',
      appliesWhen: { provider: ['EntraID'] },
      evidence: 'documented',
      note: 'The key needs OIDCROPGID.',
    },
    ROPGTenant: {
      kind: 'string',
      title: 'Tenant ID (Hybrid ID)',
      description:
        'Tenant with which the login window verifies passwords. For Entra ID it is the directory (tenant) ID, normally the same as OIDCTenant.',
      placeholder: '8d0b6e47-5c12-4fa3-b9d8-03e7a61f52c4',
      required: { key: 'ROPGProvider', is: ['Azure_v2'] },
      appliesWhen: { provider: ['EntraID', 'PingFederate', 'Custom'] },
      source: 'https://github.com/jamf/jamfconnect',
      evidence: 'documented',
      note: 'Sample profiles from Jamf also set it without ROPGProvider.',
    },
    ROPGDiscoveryURL: {
      kind: 'string',
      format: 'https-url',
      title: 'Discovery URL (Hybrid ID)',
      description: 'Address of the OpenID Connect metadata of the provider that verifies passwords.',
      placeholder: 'https://adfs.example.com/adfs/.well-known/openid-configuration',
      whenAbsent: 'Password verification uses the same metadata as web sign-in.',
      recommended: { key: 'ROPGProvider', is: ['Custom'] },
      appliesWhen: { provider: ['EntraID', 'PingFederate', 'Custom'] },
      evidence: 'documented',
      note: 'For AD FS it is https://, the host name of the AD FS server, and /adfs/.well-known/openid-configuration.',
    },
    ROPGRedirectURI: {
      kind: 'string',
      format: 'url',
      title: 'Redirect URI (Hybrid ID)',
      description: 'Redirect URI that belongs to the client in OIDCROPGID.',
      placeholder: 'https://127.0.0.1/jamfconnect',
      appliesWhen: { all: [{ provider: ['EntraID'] }, { key: 'ROPGProvider', configured: true }] },
      needs: { key: 'ROPGProvider', configured: true },
      evidence: 'documented',
      note: 'It must be exactly the one in the app registration of AD FS or Entra ID.',
    },
    ROPGClientSecret: {
      kind: 'string',
      title: 'Client Secret (Hybrid ID)',
      description: 'Secret of the app registration with which the login window verifies passwords.',
      appliesWhen: { provider: ['EntraID', 'Custom'] },
      secret: true,
      source: 'https://github.com/jamf/jamfconnect',
      evidence: 'documented',
      note: 'The profile contains the secret as clear text.',
    },
  },
})
