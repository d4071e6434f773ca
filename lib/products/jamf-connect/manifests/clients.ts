import type { OfferHelp } from '../../../schema/help'

/** One client ID for the sign-in and the password check, or two. */
export const clientsOffered: OfferHelp = {
  title: 'One application or two?',
  text: 'One application signs people in and checks passwords, under one client ID, where the policies take a password alone. Where they ask for a second factor, a check of the password alone may be refused, and what people do then depends on the provider. With Entra ID, Jamf’s instructions keep one application and check passwords with the scope of an API that the policies leave out (the template “Entra ID with Conditional Access”). For Okta, an article in Jamf’s community describes two native applications: OIDCClientID is the one that asks for the second factor, the ROPG client ID the one that takes a password alone, and the same people are assigned to both. With one application or two, Okta’s Global Session Policy has to allow a password.',
  source:
    'https://community.jamf.com/t5/tech-thoughts/using-okta-with-oidc-ropg-with-jamf-connect/ba-p/281863',
}
