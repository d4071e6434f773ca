import type { HelpOf } from '../../../../schema/help'
import type { oktaMultifactorAuthentication } from './okta-multifactor-authentication'

const schema = 'https://github.com/kdrwygvh/JSON-Schema-for-Jamf-Pro-Applications-and-Settings-MDM-Payload'

/** What people read of these keys. */
export const oktaMultifactorAuthenticationHelp: HelpOf<typeof oktaMultifactorAuthentication> = {
  source: 'https://docs.jamf.com/jamf-connect/2.8.0/documentation/Multifactor_Authentication.html',
  keys: {
    MessageOTPEntry: {
      description: 'Text that the login window shows when it asks for a one-time password.',
      introduced: '1.x',
      source: schema,
    },
    MFARename: {
      description: 'Your own names for the Okta factors in the list at the login window.',
      introduced: '2.0',
      source: schema,
      keys: {
        push: {
          description: 'Name of the factor that sends a notification for approval to a phone.',
          introduced: '2.0',
          source: schema,
        },
        question: {
          description: 'Name of the factor that asks a security question.',
          introduced: '2.0',
          source: schema,
        },
        web: {
          description: 'Name of the factor that opens a web page, such as Duo.',
          introduced: '2.0',
          source: schema,
        },
        sms: {
          description: 'Name of the factor that sends a code in a text message.',
          introduced: '2.0',
          source: schema,
        },
        'google:token:software:totp': {
          description: 'Name of the factor that takes a code from Google Authenticator.',
          introduced: '2.0',
          source: schema,
          note: 'The colons are part of the key name.',
        },
        'okta:token:software:totp': {
          description: 'Name of the factor that takes a code from Okta Verify.',
          introduced: '2.0',
          source: schema,
          note: 'The colons are part of the key name.',
        },
        'token:hardware': {
          description: 'Name of the factor that uses a hardware token.',
          introduced: '2.0',
          source: schema,
          note: 'The colon is part of the key name.',
        },
      },
    },
    MFAExcluded: {
      description: 'Okta factors that the login window leaves out of its list.',
      introduced: '2.0',
      source: schema,
      note: 'No public source lists the names. These are the ones that MFARename takes.',
    },
  },
}
