import { defineSection } from '../../names'
import { hybridValues } from '../../providers/hybrid-values'
import { tenants } from '../examples'
import {
  atAdFs,
  atHybridEntra,
  checksPasswords,
  heedsRopgProvider,
  mayNamePasswordPlace,
  mayNamePasswordSecret,
} from './conditions'

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
        [hybridValues.adFs]: { label: 'Custom (AD FS)' },
        [hybridValues.entra]: {
          label: 'Azure v2 (password hash synchronization or pass-through authentication)',
        },
      },
      appliesWhen: heedsRopgProvider,
      evidence: 'documented',
    },
    ROPGTenant: {
      kind: 'string',
      title: 'Tenant ID (Hybrid ID)',
      ...tenants,
      required: { all: [atHybridEntra, checksPasswords] },
      appliesWhen: mayNamePasswordPlace,
      evidence: 'documented',
    },
    ROPGDiscoveryURL: {
      kind: 'string',
      format: 'https-url',
      title: 'Discovery URL (Hybrid ID)',
      placeholder: 'https://adfs.example.com/adfs/.well-known/openid-configuration',
      required: { all: [atAdFs, checksPasswords] },
      appliesWhen: mayNamePasswordPlace,
      evidence: 'documented',
    },
    ROPGRedirectURI: {
      kind: 'string',
      format: 'url',
      title: 'Redirect URI (Hybrid ID)',
      placeholder: 'https://127.0.0.1/jamfconnect',
      appliesWhen: { all: [heedsRopgProvider, { key: 'ROPGProvider', configured: true }] },
      needs: { key: 'ROPGProvider', configured: true },
      evidence: 'documented',
    },
    ROPGClientSecret: {
      kind: 'string',
      title: 'Client Secret (Hybrid ID)',
      appliesWhen: mayNamePasswordSecret,
      secret: true,
      evidence: 'documented',
    },
  },
})
