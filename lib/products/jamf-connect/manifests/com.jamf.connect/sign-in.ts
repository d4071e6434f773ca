import { defineSection } from '../../names'
import { oktaClassic } from '../provider-conditions'

/** Okta factor types; MFARename has one key for each. */
const factors = {
  push: { label: 'Push notification' },
  question: { label: 'Security question' },
  web: { label: 'Web page (for example Duo)' },
  sms: { label: 'Text message' },
  'google:token:software:totp': { label: 'Google Authenticator code' },
  'okta:token:software:totp': { label: 'Okta Verify code' },
  'token:hardware': { label: 'Hardware token' },
} as const

export const signIn = defineSection({
  id: 'sign-in',
  title: 'Sign-in',
  description: 'When the sign-in window of Self Service+ (the menu bar app) opens, and what it shows.',
  tab: 'connect',
  dictionary: 'SignIn',
  keys: {
    AutoAuthenticate: {
      kind: 'boolean',
      title: 'Enable Automatic Sign-in',
      on: 'the app signs in by itself, with the credentials from the keychain.',
      off: 'the user signs in by hand.',
      default: false,
      evidence: 'documented',
    },
    RequireSignIn: {
      kind: 'boolean',
      title: 'Require Sign-in',
      on: 'the sign-in window cannot be closed or minimized until the user signs in.',
      off: 'the user can close the sign-in window.',
      default: false,
      evidence: 'documented',
    },
    AutoOpenAppAtLogin: {
      kind: 'boolean',
      title: 'Automatically Open App At Login',
      on: 'the app is a login item and opens at every login.',
      off: 'the app does not open by itself.',
      default: false,
      evidence: 'documented',
    },
    UsernameLabel: {
      kind: 'string',
      title: 'Username Field Label',
      placeholder: 'Company email',
      evidence: 'documented',
    },
    PasswordLabel: {
      kind: 'string',
      title: 'Password Field Label',
      placeholder: 'Company password',
      evidence: 'documented',
    },
    WindowTitle: {
      kind: 'string',
      title: 'Sign In Window Title',
      placeholder: 'Example Inc. sign-in',
      evidence: 'documented',
    },
    SignInLogo: {
      kind: 'string',
      format: 'absolute-path',
      title: 'Sign-in Logo',
      placeholder: '/Library/Example/logo.png',
      evidence: 'documented',
    },
    OneTimePasswordMessage: {
      kind: 'string',
      title: 'One-time Password Message',
      placeholder: 'Enter the code that Okta Verify shows.',
      appliesWhen: oktaClassic,
      evidence: 'documented',
    },
    AutoMFA: {
      kind: 'boolean',
      title: 'Automatically Push Last MFA Method',
      on: 'the multifactor method used last is started again without asking.',
      off: 'the user chooses a method at every sign-in.',
      default: false,
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
          evidence: 'documented',
        },
        question: {
          kind: 'string',
          title: 'Custom Question Name',
          placeholder: 'Answer your question',
          evidence: 'documented',
        },
        web: {
          kind: 'string',
          title: 'Custom Web Name',
          placeholder: 'Confirm in Duo',
          evidence: 'documented',
        },
        sms: {
          kind: 'string',
          title: 'Custom SMS Name',
          placeholder: 'Text me a code',
          evidence: 'documented',
        },
        'google:token:software:totp': {
          kind: 'string',
          title: 'Custom Google Authenticator Name',
          placeholder: 'Google Authenticator',
          evidence: 'documented',
        },
        'okta:token:software:totp': {
          kind: 'string',
          title: 'Custom Okta Authenticator Name',
          placeholder: 'Okta Verify',
          evidence: 'documented',
        },
        'token:hardware': {
          kind: 'string',
          title: 'Custom Hardware Token Name',
          placeholder: 'Company token',
          evidence: 'documented',
        },
      },
    },
    MFAExcluded: {
      kind: 'string-list',
      title: 'Hidden MFA Options',
      itemTitle: 'Method',
      options: factors,
      open: true,
      appliesWhen: oktaClassic,
      evidence: 'documented',
    },
  },
})
