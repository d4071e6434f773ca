import type { LinkId } from './links'

/** What the keys of each link share, and when they differ on purpose: one sentence or two, by the id of the link. */
export const reasons: { readonly [id in LinkId]: string } = {
  provider:
    'The login window and Self Service+ use the same identity provider. With Okta they may use different interfaces of it.',
  'okta-domain': 'The login window and Self Service+ ask the same Okta organization.',
  'ropg-client': 'Both apps check the password with the same registered application.',
  tenant: 'One tenant for the sign-in, the password check at the login window, and Self Service+.',
  discovery:
    'Self Service+ uses the discovery document of the password check. It is that of the sign-in unless ROPGDiscoveryURL names another one.',
  secret:
    'The same application has the same secret in both apps, unless ROPGClientSecret gives the password check its own.',
  'success-codes': 'Both apps take the same error codes as proof that the password is right.',
  'change-password': 'Both apps open the same page to change the password.',
  license: 'The login window and Self Service+ each look for the license in their own settings.',
}
