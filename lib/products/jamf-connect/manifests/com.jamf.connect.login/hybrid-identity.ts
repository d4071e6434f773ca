import { defineSection } from '../../names'
import { tenants } from '../examples'
import { atAdFs, atHybridEntra, checksPasswords } from './conditions'

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
      ...tenants,
      required: { all: [atHybridEntra, checksPasswords] },
      appliesWhen: { provider: ['EntraID', 'PingFederate', 'Custom'] },
      evidence: 'documented',
    },
    ROPGDiscoveryURL: {
      kind: 'string',
      format: 'https-url',
      title: 'Discovery URL (Hybrid ID)',
      placeholder: 'https://adfs.example.com/adfs/.well-known/openid-configuration',
      required: { all: [atAdFs, checksPasswords] },
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
