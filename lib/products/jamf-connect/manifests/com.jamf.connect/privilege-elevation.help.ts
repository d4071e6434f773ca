import type { HelpOf } from '../../../../schema/help'
import type { privilegeElevation } from './privilege-elevation'
import { elevationArticle, elevationGuide, elevationPage } from './sources'

/** What people read of these keys. */
export const privilegeElevationHelp: HelpOf<typeof privilegeElevation> = {
  source: elevationPage,
  keys: {
    TemporaryUserPromotion: {
      description:
        'Gives standard users a way to become administrators for a limited time. The other settings for privilege elevation have no effect without it.',
      note: 'A post in Jamf’s community says that some of these settings work without an identity provider.',
    },
    URLCommandLineElevation: {
      description:
        'Refuses requests that do not come from the window of Self Service+: those by URL scheme and by command line.',
      alsoCalled: ['URL Scheme and Command Line Elevation'],
      source: elevationGuide,
      note: 'Mind the direction: Jamf calls it URL Scheme and Command Line Elevation, and turned on it closes these two ways.',
    },
    UserPromotionTimer: {
      description: 'Shows the remaining time in the menu bar while a user has administrator rights.',
    },
    UserPromotionLimit: {
      description: 'How often a user can get administrator rights in a calendar month.',
      note: 'A user who changes the clock to get around the limit is locked out of elevation until TimeTamperingDetected is deleted from com.jamf.connect.state.',
    },
    UserPromotionDuration: {
      description:
        'Minutes after which administrator rights end. 0 turns elevation off for users to whom no promotion role applies.',
      whenAbsent: 'Administrator rights end after 5 minutes.',
      note: 'The duration of a promotion role replaces this one.',
    },
    UserPromotionReason: {
      description:
        'Asks users why they need the rights, in up to 200 characters, and logs the answer on the Mac.',
    },
    UserPromotionChoices: {
      description: 'Reasons that the user can pick from. Jamf Connect adds the choice of another reason.',
    },
    VerifyUserPromotion: {
      description: 'Makes the user sign in with the identity provider before rights are granted.',
      note: 'It does not work with Google. Verify User Promotion via FIDO2 takes precedence over it.',
    },
    VerifyUserPromotionFIDO2: {
      description:
        'Makes the user sign in with the identity provider in a web browser, where passkeys and FIDO2 security keys work, before rights are granted.',
      note: 'Register "jamfconnect://loggedin" as a redirect URI of the app at your identity provider.',
    },
    UserPromotionBiometrics: {
      description: 'Makes the user confirm with Touch ID before rights are granted.',
      source: elevationArticle,
      note: 'Self Service+ only.',
    },
    UserPromotionRole: {
      description:
        'Roles whose members can get administrator rights, and for how long. With an empty list, roles play no part.',
      source: elevationGuide,
      note: 'Turn on Verify User Promotion or its FIDO2 variant: the roles are in the ID token, which only a sign-in brings.',
      keys: {
        Name: {
          description: 'Value of the role exactly as the ID token has it, upper and lower case included.',
          source: elevationGuide,
        },
        Duration: {
          description: 'Minutes after which administrator rights end for members of this role.',
          source: elevationGuide,
        },
        OIDCAdminAttribute: {
          description: 'Claim of the ID token that holds the role.',
          source: elevationGuide,
        },
        Provider: {
          description: 'Identity provider whose ID token names the role.',
          source: elevationGuide,
          note: 'The example of the guide has EntraID. How the other providers are spelled here is not documented.',
        },
      },
    },
  },
}
