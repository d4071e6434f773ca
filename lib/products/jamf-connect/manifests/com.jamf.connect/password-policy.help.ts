import type { HelpOf } from '../../../../schema/help'
import type { passwordPolicy } from './password-policy'
import { organizationRepository, passwordPolicyPage, passwordSyncPage, schemaRepository } from './sources'

/** What people read of these keys. */
export const passwordPolicyHelp: HelpOf<typeof passwordPolicy> = {
  source: passwordPolicyPage,
  keys: {
    NetworkCheck: {
      description:
        'Minutes between two checks that the local password still matches the network password; 0 means no checks.',
      whenAbsent:
        'The check runs every 60 minutes, in version 2.11 and later. Up to version 2.8 it ran every 15 minutes.',
      introduced: '2.0',
      source: passwordSyncPage,
    },
    ExpirationCountdownStartDay: {
      description:
        'Number of days before the password expires at which a countdown appears beside the menu bar icon. 0 turns the countdown off.',
      whenAbsent: 'The countdown starts 14 days before the password expires.',
      note: 'The countdown needs a Kerberos realm, or Password Expiration Manual Override for Okta accounts that do not come from Active Directory.',
    },
    ExpirationNotificationStartDay: {
      description:
        'Number of days before the password expires at which notifications start. 0 turns them off.',
      whenAbsent: 'Notifications start 7 days before the password expires.',
    },
    ExpirationManualOverrideDays: {
      description: 'Days that a password lasts, for Okta accounts that do not come from Active Directory.',
      note: 'Do not combine this key with a Kerberos realm: Active Directory then sets the expiration date.',
    },
    SyncPasswordsMessage: {
      description:
        'Text that appears when a check finds that the local password is no longer the network password.',
      introduced: '2.0',
      source: schemaRepository,
    },
    PolicyMessage: {
      description: 'Text that appears when a new password does not meet Password Policy Requirements.',
      introduced: '2.0',
      source: schemaRepository,
    },
    PolicyRequirements: {
      description: 'Rules that Self Service+ (the menu bar app) lists for a new password, and holds it to.',
      alsoCalled: ['Password Policy'],
      introduced: '2.0',
      source: passwordSyncPage,
      note: 'Keep these rules no stricter than those of Active Directory and your identity provider. A policy that Jamf Connect can read there replaces them.',
      keys: {
        minLength: {
          description: 'Number of characters that a new password needs at least.',
          introduced: '2.0',
          source: schemaRepository,
        },
        minUpperCase: {
          description: 'Number of uppercase letters that a new password needs at least.',
          introduced: '2.0',
          source: schemaRepository,
        },
        minLowerCase: {
          description: 'Number of lowercase letters that a new password needs at least.',
          introduced: '2.0',
          source: schemaRepository,
        },
        minNumber: {
          description: 'Number of digits that a new password needs at least.',
          introduced: '2.0',
          source: schemaRepository,
        },
        minSymbol: {
          description: 'Number of special characters that a new password needs at least.',
          introduced: '2.0',
          source: schemaRepository,
        },
        minMatches: {
          description:
            'Number of different passwords a user has to have before an old one is allowed again, according to its title.',
          introduced: '2.0',
          source: schemaRepository,
          note: 'Sources disagree: in the open-source ancestor NoMAD 2, it is the number of character rules that a password has to satisfy, 0 being all four.',
        },
      },
    },
    PasswordChangeWorkflow: {
      description: 'Way in which Self Service+ (the menu bar app) changes a password.',
      source: organizationRepository,
      note: 'Web is the only value seen in public profiles. The documentation has no page for this key.',
    },
    PasswordSyncBlockList: {
      description: 'Short names of local accounts whose passwords are not synced with the network password.',
      source: organizationRepository,
      note: 'Seen in the profile of one organization. What it does is concluded from its name and that profile.',
    },
  },
}
