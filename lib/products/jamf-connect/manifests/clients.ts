import type { OfferHelp } from '../../../schema/help'

/** One client ID for the sign-in and the password check, or two. */
export const clientsOffered: OfferHelp = {
  title: 'One application or two?',
  text: 'One is enough where its policy takes a password alone: it signs people in and checks passwords, under one client ID. Where the sign-in asks for a second factor, a check of the password alone may be refused. For Okta, an article in Jamf’s community describes two native applications for that: OIDCClientID is the one that asks for the second factor, the ROPG client ID the one that takes a password alone, and the same people are assigned to both.',
  source:
    'https://community.jamf.com/t5/tech-thoughts/using-okta-with-oidc-ropg-with-jamf-connect/ba-p/281863',
}
