import { defineSection } from '../../names'
import { openIdConnect } from './conditions'

export const customBranding = defineSection({
  id: 'custom-branding',
  title: 'Custom branding',
  description: 'Gives the login window the look of your organization.',
  tab: 'login',
  group: 'Appearance',
  keys: {
    BackgroundImage: {
      kind: 'string',
      format: 'absolute-path',
      title: 'Background Image',
      placeholder: '/usr/local/example/background.png',
      evidence: 'documented',
    },
    LoginLogo: {
      kind: 'string',
      format: 'absolute-path',
      title: 'Login Logo',
      placeholder: '/usr/local/example/logo.png',
      evidence: 'documented',
    },
    LoginWindowMessage: {
      kind: 'string',
      title: 'Login Window Message',
      placeholder: 'This Mac belongs to Example, Inc.',
      evidence: 'documented',
    },
    LoginWindowSize: {
      kind: 'unconfirmed',
      types: ['string', 'integer'],
      title: 'Login Window Size',
      appliesWhen: openIdConnect,
      evidence: 'unverified',
    },
    OIDCLocalAuthButton: {
      kind: 'string',
      title: 'Local Login Button Title',
      placeholder: 'Log in offline',
      appliesWhen: openIdConnect,
      evidence: 'real-profile',
    },
  },
})
