import type { ProviderId } from './provider-rows'

type Doubts = {
  /** Where a second factor is asked for. */
  readonly secondFactor?: string
  /** Of the claims that let a second person in. */
  readonly secondaryAccess?: string
}

/**
 * What is to be said of a provider beside what the reference says. Beside the rows, because only what a test means asks for
 * it.
 */
export const providerDoubts: { readonly [Id in ProviderId]?: Doubts } = {
  EntraID: {
    secondFactor:
      'For AADSTS50076, a Jamf employee writes that Jamf Connect takes it for a right password even so; the reference says that codes may have to be listed.',
    secondaryAccess:
      "Jamf's page names role, and Entra ID sends roles; which of them Jamf Connect reads is not documented without contradiction.",
  },
}
