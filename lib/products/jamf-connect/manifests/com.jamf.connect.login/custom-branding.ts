import { defineSection } from '../../names'
import { openIdConnect } from './conditions'

export const customBranding = defineSection({
  id: 'custom-branding',
  title: 'Custom branding',
  source:
    'https://learn.jamf.com/r/en-US/jamf-connect-documentation-current/Login_Window_Custom_Branding_Settings',
  description: 'Gives the login window the look of your organization.',
  tab: 'login',
  group: 'Appearance',
  keys: {
    BackgroundImage: {
      kind: 'string',
      format: 'absolute-path',
      title: 'Background Image',
      description: 'Image file on the Mac that fills the background of the login window.',
      placeholder: '/usr/local/example/background.png',
      whenAbsent: 'The macOS wallpaper is shown.',
      evidence: 'documented',
      note: 'The file has to be readable at the login window.',
    },
    LoginLogo: {
      kind: 'string',
      format: 'absolute-path',
      title: 'Login Logo',
      description:
        'Image file on the Mac that the login window shows as a logo while users verify, synchronize or create a password.',
      placeholder: '/usr/local/example/logo.png',
      evidence: 'documented',
      note: 'Use an image 250 pixels high that is readable at the login window, and a path without backslashes. The logo appears with Okta (Authentication API) and Okta Identity Engine; otherwise only on password screens without passthrough authentication.',
    },
    LoginWindowMessage: {
      kind: 'string',
      title: 'Login Window Message',
      description: 'Text at the bottom center of the login window.',
      placeholder: 'This Mac belongs to Example, Inc.',
      evidence: 'documented',
      note: 'The text has a single line. With Entra ID it appears only on the screen for local login.',
    },
    LoginWindowSize: {
      kind: 'unconfirmed',
      types: ['string', 'integer'],
      title: 'Login Window Size',
      description: 'Size of the sign-in web view at the login window.',
      appliesWhen: openIdConnect,
      evidence: 'unverified',
      note: 'Jamf documents the key, but no public source shows the type or format of its value. Test it on a Mac before you deploy it.',
    },
    OIDCLocalAuthButton: {
      kind: 'string',
      title: 'Local Login Button Title',
      description: 'Text on the button that switches from web sign-in to local login.',
      placeholder: 'Log in offline',
      appliesWhen: openIdConnect,
      source: 'https://github.com/jamf/jamfconnect',
      evidence: 'real-profile',
      note: 'Sample profiles from Jamf use the key; no public source prints a label for it.',
    },
  },
})
