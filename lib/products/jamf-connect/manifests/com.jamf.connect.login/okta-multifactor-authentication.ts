import { defineSection } from '../../names'
import { oktaClassic } from '../provider-conditions'

export const oktaMultifactorAuthentication = defineSection({
  id: 'okta-multifactor-authentication',
  title: 'Okta multifactor authentication',
  description: 'Names and selects the Okta factors that the login window offers.',
  tab: 'login',
  keys: {
    MessageOTPEntry: {
      kind: 'string',
      title: 'Custom Message for One Time Password',
      placeholder: 'Enter the code from your authenticator app',
      appliesWhen: oktaClassic,
      evidence: 'documented',
    },
    MFARename: {
      kind: 'dictionary',
      title: 'Custom MFA Option Names',
      appliesWhen: oktaClassic,
      evidence: 'documented',
      keys: {
        push: {
          kind: 'string',
          title: 'Custom Push Name',
          placeholder: 'Approve on your phone',
          appliesWhen: oktaClassic,
          evidence: 'documented',
        },
        question: {
          kind: 'string',
          title: 'Custom Question Name',
          placeholder: 'Answer your question',
          appliesWhen: oktaClassic,
          evidence: 'documented',
        },
        web: {
          kind: 'string',
          title: 'Custom Web Name',
          placeholder: 'Continue with Duo',
          appliesWhen: oktaClassic,
          evidence: 'documented',
        },
        sms: {
          kind: 'string',
          title: 'Custom SMS Name',
          placeholder: 'Send a text message',
          appliesWhen: oktaClassic,
          evidence: 'documented',
        },
        'google:token:software:totp': {
          kind: 'string',
          title: 'Custom Google Authenticator Name',
          placeholder: 'Enter a Google Authenticator code',
          appliesWhen: oktaClassic,
          evidence: 'documented',
        },
        'okta:token:software:totp': {
          kind: 'string',
          title: 'Custom Okta Authenticator Name',
          placeholder: 'Enter an Okta Verify code',
          appliesWhen: oktaClassic,
          evidence: 'documented',
        },
        'token:hardware': {
          kind: 'string',
          title: 'Custom Hardware Token Name',
          placeholder: 'Use your hardware token',
          appliesWhen: oktaClassic,
          evidence: 'documented',
        },
      },
    },
    MFAExcluded: {
      kind: 'string-list',
      title: 'Excluded MFA Options',
      itemTitle: 'Factor',
      options: {
        push: { label: 'Push notification' },
        question: { label: 'Security question' },
        web: { label: 'Web page (such as Duo)' },
        sms: { label: 'Text message' },
        'google:token:software:totp': { label: 'Google Authenticator' },
        'okta:token:software:totp': { label: 'Okta Verify code' },
        'token:hardware': { label: 'Hardware token' },
      },
      open: true,
      appliesWhen: oktaClassic,
      evidence: 'documented',
    },
  },
})
