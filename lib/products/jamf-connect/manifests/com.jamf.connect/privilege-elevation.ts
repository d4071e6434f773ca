import { defineSection } from '../../names'
import { loginProviders } from '../../providers/provider-options'
import { providersWith } from '../../providers/providers-with'

/** Jamf: the other settings have no effect while promotion is off. */
const promotionOn = { key: 'TemporaryUserPermissions/TemporaryUserPromotion', is: [true] } as const

/** The user can be made to sign in before rights are granted, which brings the token with the roles. */
const signsInBefore = providersWith('elevation', 'sign-in', 'browser')

export const privilegeElevation = defineSection({
  id: 'privilege-elevation',
  title: 'Privilege elevation',
  description: 'Administrator rights that standard users can ask for in Self Service+ for a limited time.',
  tab: 'connect',
  group: 'Temporary user permissions',
  dictionary: 'TemporaryUserPermissions',
  keys: {
    TemporaryUserPromotion: {
      kind: 'boolean',
      title: 'Temporary User Promotion',
      on: 'standard users can become administrators for a limited time.',
      off: 'nobody is promoted; the other settings here have no effect.',
      evidence: 'documented',
    },
    URLCommandLineElevation: {
      kind: 'boolean',
      title: 'Elevation in Self Service+ Only',
      on: 'elevation by URL scheme and command line is refused; only the window of Self Service+ remains.',
      off: 'what Off means is not documented; presumably all three ways are open.',
      needs: promotionOn,
      evidence: 'documented',
    },
    UserPromotionTimer: {
      kind: 'boolean',
      title: 'User Promotion Timer',
      on: 'the remaining time is shown in the menu bar during elevation.',
      off: 'the remaining time is not shown.',
      needs: promotionOn,
      evidence: 'documented',
    },
    UserPromotionLimit: {
      kind: 'integer',
      title: 'User Promotion Limit',
      minimum: 1,
      unit: 'elevations per month',
      placeholder: '10',
      needs: promotionOn,
      evidence: 'documented',
    },
    UserPromotionDuration: {
      kind: 'integer',
      title: 'User Promotion Duration',
      default: 5,
      minimum: 0,
      unit: 'minutes',
      placeholder: '5',
      needs: promotionOn,
      evidence: 'documented',
    },
    UserPromotionReason: {
      kind: 'boolean',
      title: 'User Promotion Reason',
      on: 'users have to give a reason, which is logged on the Mac.',
      off: 'users give no reason.',
      needs: promotionOn,
      evidence: 'documented',
    },
    UserPromotionChoices: {
      kind: 'string-list',
      title: 'User Promotion Choices',
      itemTitle: 'Reason',
      placeholder: 'Update a driver',
      needs: { key: 'TemporaryUserPermissions/UserPromotionReason', is: [true] },
      evidence: 'documented',
    },
    VerifyUserPromotion: {
      kind: 'boolean',
      title: 'Verify User Promotion',
      on: 'the user signs in with the identity provider before rights are granted.',
      off: 'rights are granted without that sign-in.',
      appliesWhen: signsInBefore,
      needs: promotionOn,
      evidence: 'documented',
    },
    VerifyUserPromotionFIDO2: {
      kind: 'boolean',
      title: 'Verify User Promotion via FIDO2',
      on: 'the user signs in with the identity provider in a web browser before rights are granted.',
      off: 'rights are granted without a sign-in in the browser.',
      appliesWhen: providersWith('elevation', 'browser'),
      needs: promotionOn,
      evidence: 'documented',
    },
    UserPromotionBiometrics: {
      kind: 'boolean',
      title: 'User Promotion Biometrics',
      on: 'the user confirms with Touch ID before rights are granted.',
      off: 'rights are granted without Touch ID.',
      needs: promotionOn,
      evidence: 'documented',
    },
    UserPromotionRole: {
      kind: 'dictionary-list',
      title: 'User Promotion Role',
      itemTitle: 'Role',
      itemName: 'Name',
      appliesWhen: signsInBefore,
      needs: promotionOn,
      evidence: 'documented',
      keys: {
        Name: {
          kind: 'string',
          title: 'Role name',
          placeholder: 'Mac Developers',
          needs: {
            key: 'TemporaryUserPermissions/UserPromotionRole/[]/OIDCAdminAttribute',
            configured: true,
          },
          evidence: 'documented',
        },
        Duration: {
          kind: 'integer',
          title: 'Role duration',
          unit: 'minutes',
          placeholder: '15',
          evidence: 'documented',
        },
        OIDCAdminAttribute: {
          kind: 'string',
          format: 'claim',
          title: 'Role claim',
          placeholder: 'roles',
          evidence: 'documented',
        },
        Provider: {
          kind: 'choice',
          title: 'Role provider',
          options: loginProviders,
          open: true,
          evidence: 'documented',
        },
      },
    },
  },
})
