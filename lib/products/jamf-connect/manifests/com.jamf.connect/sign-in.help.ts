import type { HelpOf } from '../../../../schema/help'
import type { signIn } from './sign-in'
import { schemaRepository, signInPage } from './sources'

/** What people read of these keys. */
export const signInHelp: HelpOf<typeof signIn> = {
  source: signInPage,
  keys: {
    AutoAuthenticate: {
      description: 'Signs in by itself, with the user name and password from the keychain.',
    },
    RequireSignIn: {
      description: 'Removes the buttons that close the sign-in window, so it stays until the user signs in.',
    },
    AutoOpenAppAtLogin: {
      description: 'Adds the app to the login items, so it opens every time the user logs in.',
      note: 'The login item exists only after the user has opened the app once. Leave out the launch agent, or the app runs twice.',
    },
    UsernameLabel: {
      description: 'What the sign-in window calls the user name.',
    },
    PasswordLabel: {
      description: 'What the sign-in window calls the password.',
    },
    WindowTitle: {
      description: 'Text in the title bar of the sign-in window.',
      introduced: '2.0',
      source: schemaRepository,
    },
    SignInLogo: {
      description: 'Path of an image file on the Mac that the sign-in window shows, scaled down to fit.',
      introduced: '2.0',
      source: schemaRepository,
    },
    OneTimePasswordMessage: {
      description: 'Text above the field in which the user enters a one-time password.',
      introduced: '2.0',
      source: schemaRepository,
    },
    AutoMFA: {
      description: 'Starts the multifactor method that the user chose last time, without asking again.',
    },
    MFARename: {
      description: 'Your own names for the multifactor methods that the sign-in window lists.',
      introduced: '2.0',
      source: schemaRepository,
      keys: {
        push: {
          description: 'Name shown for push notifications.',
          introduced: '2.0',
          source: schemaRepository,
        },
        question: {
          description: 'Name shown for the security question.',
          introduced: '2.0',
          source: schemaRepository,
        },
        web: {
          description: 'Name shown for methods that open a web page, for example Duo.',
          introduced: '2.0',
          source: schemaRepository,
        },
        sms: {
          description: 'Name shown for codes sent by text message.',
          introduced: '2.0',
          source: schemaRepository,
        },
        'google:token:software:totp': {
          description: 'Name shown for one-time passwords from Google Authenticator.',
          introduced: '2.0',
          source: schemaRepository,
        },
        'okta:token:software:totp': {
          description: 'Name shown for one-time passwords from Okta Verify.',
          introduced: '2.0',
          source: schemaRepository,
        },
        'token:hardware': {
          description: 'Name shown for hardware tokens.',
          introduced: '2.0',
          source: schemaRepository,
        },
      },
    },
    MFAExcluded: {
      description: 'Multifactor methods that the sign-in window leaves out of its list.',
      introduced: '2.0',
      source: schemaRepository,
      note: 'That methods have the same names here as in Custom MFA Option Names is likely, but not documented.',
    },
  },
}
