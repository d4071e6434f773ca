import type { ProductFacts } from '../../schema/product'
import { manifests } from './manifests/manifests'
import { retiredKeys } from './manifests/retired'
import type { JamfNames } from './names'
import { oktaAddressFlaw, serverIdFlaw } from './providers/okta-address'
import { meantProvider } from './providers/provider-names'
import { providers } from './providers/providers'
import { scopesFlaw } from './scopes'

/** The tables of Jamf Connect. */
export const facts: ProductFacts<JamfNames> = {
  id: 'jamf-connect',
  title: 'Jamf Connect',
  reader: 'Jamf Connect',
  vendor: 'Jamf',
  manifests,
  formerDomains: ['com.jamf.connect.sync', 'com.jamf.connect.verify', 'com.jamf.connect.state'],
  retired: retiredKeys,
  tabs: [
    { id: 'identity-provider', title: 'Identity Provider', linksTogether: true },
    { id: 'login', title: 'Login' },
    { id: 'connect', title: 'Connect' },
    { id: 'more', title: 'More', profileKeys: true },
  ],
  formats: {
    'okta-address': {
      inWords: 'a host name, or the address of a custom authorization server',
      read: oktaAddressFlaw,
    },
    'authorization-server': {
      inWords: 'the ID of a custom authorization server',
      read: serverIdFlaw,
    },
    scopes: { inWords: 'scopes separated by +', read: scopesFlaw, readsSpace: true },
  },
  providers: providers.map(({ id, label, inSentences }) => ({ id, inSentences: inSentences ?? label })),
  meantOption: meantProvider,
}
