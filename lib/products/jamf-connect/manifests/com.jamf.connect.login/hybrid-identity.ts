import { defineSection } from '../../names'

export const hybridIdentity = defineSection({
  id: 'hybrid-identity',
  title: 'Hybrid identity',
  description:
    'Lets the login window verify passwords with other settings than those of web sign-in, for example with AD FS.',
  tab: 'identity-provider',
  group: 'Resource owner password grant (ROPG)',
  keys: {
    ROPGProvider: {
      kind: 'choice',
      title: 'Identity Provider (Hybrid ID)',
      options: {
        Custom: { label: 'Custom (AD FS)' },
        Azure_v2: { label: 'Azure v2 (password hash synchronization or pass-through authentication)' },
      },
      appliesWhen: { provider: ['EntraID'] },
      evidence: 'documented',
    },
    ROPGTenant: {
      kind: 'string',
      title: 'Tenant ID (Hybrid ID)',
      placeholder: '8d0b6e47-5c12-4fa3-b9d8-03e7a61f52c4',
      required: { key: 'ROPGProvider', is: ['Azure_v2'] },
      appliesWhen: { provider: ['EntraID', 'PingFederate', 'Custom'] },
      evidence: 'documented',
    },
    ROPGDiscoveryURL: {
      kind: 'string',
      format: 'https-url',
      title: 'Discovery URL (Hybrid ID)',
      placeholder: 'https://adfs.example.com/adfs/.well-known/openid-configuration',
      recommended: { key: 'ROPGProvider', is: ['Custom'] },
      appliesWhen: { provider: ['EntraID', 'PingFederate', 'Custom'] },
      evidence: 'documented',
    },
    ROPGRedirectURI: {
      kind: 'string',
      format: 'url',
      title: 'Redirect URI (Hybrid ID)',
      placeholder: 'https://127.0.0.1/jamfconnect',
      appliesWhen: { all: [{ provider: ['EntraID'] }, { key: 'ROPGProvider', configured: true }] },
      needs: { key: 'ROPGProvider', configured: true },
      evidence: 'documented',
    },
    ROPGClientSecret: {
      kind: 'string',
      title: 'Client Secret (Hybrid ID)',
      appliesWhen: { provider: ['EntraID', 'Custom'] },
      secret: true,
      evidence: 'documented',
    },
  },
})
