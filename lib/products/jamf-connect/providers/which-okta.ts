import type { ProviderGuide } from '../../../schema/guide'
import type { TemplateId } from '../template-rows'
import type { ProviderId } from './provider-rows'
import { providerSources } from './provider-sources'

const TWO_APPLICATIONS =
  'https://community.jamf.com/t5/tech-thoughts/using-okta-with-oidc-ropg-with-jamf-connect/ba-p/281863'

type Outcome = ProviderGuide['outcomes'][number] & {
  readonly provider: ProviderId
  readonly template: ProviderId | TemplateId
}

const outcomes: readonly Outcome[] = [
  {
    when: { way: 'authn' },
    provider: 'Okta',
    template: 'Okta',
    why: 'The login window has fields of its own and asks the Okta Authentication API at the host in AuthServer. Second factors are a matter of the policies of your organization, not of those of an application.',
    source: 'https://docs.jamf.com/jamf-connect/2.12.0/documentation/Integrating_with_Okta.html',
  },
  {
    when: { way: 'interaction-code' },
    provider: 'OktaIdentityEngine',
    template: 'OktaIdentityEngine',
    why: 'Jamf Connect uses the grant Interaction Code, which you allow for the organization and for the application.',
    source: providerSources.OktaIdentityEngine,
  },
  {
    when: { way: 'oidc', applications: 'one' },
    provider: 'Okta-OIDC',
    template: 'Okta-OIDC',
    why: 'People sign in at a page of Okta. OIDCClientID and OIDCROPGID are the same client ID, and the policy of the application takes a password alone. The Global Session Policy of your organization has to allow a password.',
    source: providerSources['Okta-OIDC'],
  },
  {
    when: { way: 'oidc', applications: 'two' },
    provider: 'Okta-OIDC',
    template: 'okta-two-applications',
    why: 'People sign in at a page of Okta. OIDCClientID is the application whose policy asks for a second factor, OIDCROPGID the one whose policy takes a password alone; the same people are assigned to both. The Global Session Policy of your organization has to allow a password.',
    source: TWO_APPLICATIONS,
  },
]

/** Which of Okta's three interfaces Jamf Connect is to use. */
export const whichOkta: ProviderGuide = {
  title: 'Which Okta?',
  providers: ['Okta', 'OktaIdentityEngine', 'Okta-OIDC'] satisfies readonly ProviderId[],
  questions: [
    {
      id: 'way',
      text: 'How does Jamf Connect reach Okta?',
      answers: [
        {
          id: 'authn',
          title: 'Okta Authentication API',
          note: 'The way that Jamf documents for Okta Classic Engine. Signing in needs no application at Okta.',
        },
        {
          id: 'oidc',
          title: 'OpenID Connect',
          note: 'For Classic Engine and Identity Engine: people sign in at a page of Okta, through an application that you create there.',
        },
        {
          id: 'interaction-code',
          title: 'Identity Engine with Interaction Code',
          note: 'For Identity Engine only, through an application that you create there and that may use the grant Interaction Code.',
        },
      ],
    },
    {
      id: 'applications',
      text: 'One application at Okta, or two?',
      when: { way: 'oidc' },
      answers: [
        {
          id: 'one',
          title: 'One',
          note: 'It signs people in and checks passwords, so its policy takes a password alone: Okta refuses the check where a second factor is asked for.',
        },
        {
          id: 'two',
          title: 'Two',
          note: 'One asks for a second factor at sign-in, the other checks passwords without one.',
        },
      ],
    },
  ],
  outcomes,
}
