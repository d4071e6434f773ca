import type { HelpOf } from '../../../../schema/help'
import type { customBranding } from './custom-branding'

/** What people read of these keys. */
export const customBrandingHelp: HelpOf<typeof customBranding> = {
  source:
    'https://learn.jamf.com/r/en-US/jamf-connect-documentation-current/Login_Window_Custom_Branding_Settings',
  keys: {
    BackgroundImage: {
      description: 'Image file on the Mac that fills the background of the login window.',
      whenAbsent: 'The macOS wallpaper is shown.',
      note: 'The file has to be readable at the login window.',
    },
    LoginLogo: {
      description:
        'Image file on the Mac that the login window shows as a logo while users verify, synchronize or create a password.',
      note: 'Use an image 250 pixels high that is readable at the login window, and a path without backslashes. The logo appears with Okta (Authentication API) and Okta Identity Engine; otherwise only on password screens without passthrough authentication.',
    },
    LoginWindowMessage: {
      description: 'Text at the bottom center of the login window.',
      note: 'The text has a single line. With Entra ID it appears only on the screen for local login.',
    },
    LoginWindowSize: {
      description: 'Size of the sign-in web view at the login window.',
      note: 'Jamf documents the key, but no public source shows the type or format of its value. Test it on a Mac before you deploy it.',
    },
    OIDCLocalAuthButton: {
      description: 'Text on the button that switches from web sign-in to local login.',
      source: 'https://github.com/jamf/jamfconnect',
      note: 'Sample profiles from Jamf use the key; no public source prints a label for it.',
    },
  },
}
