import type { HelpOf } from '../../../../schema/help'
import type { kerberos } from './kerberos'
import { kerberosPage, schemaRepository, statePage, troubleshootingRepository } from './sources'

/** What people read of these keys. */
export const kerberosHelp: HelpOf<typeof kerberos> = {
  source: kerberosPage,
  keys: {
    Realm: {
      description:
        'Active Directory realm that issues tickets and takes password changes, in capitals. The other Kerberos settings have no effect without it.',
      whenAbsent: 'Kerberos is off.',
      introduced: '2.0',
    },
    AutoRenewTickets: {
      description: 'Renews tickets before they expire.',
      introduced: '2.0',
    },
    GetTicketsAtSignIn: {
      description: 'Gets tickets when the user signs in to Self Service+ (the menu bar app).',
      introduced: '2.0',
      source: schemaRepository,
    },
    CacheTicketsOnNetworkChange: {
      description: 'Keeps the tickets when the Mac moves to another network.',
      source: troubleshootingRepository,
      note: 'Only a troubleshooting script by a Jamf employee names this key. Its type and effect are concluded from the name.',
    },
    ShortName: {
      description: 'Short name that tickets are requested for, whoever has signed in.',
      alsoCalled: ['Short Name'],
      introduced: '2.0',
    },
    ShortNameAttribute: {
      description: "Attribute in Active Directory that holds the user's short name for tickets.",
      whenAbsent: 'The part of the sign-in name before the @ is the short name.',
      introduced: '2.0',
    },
    AskForShortName: {
      description: 'Lets users enter their short name for tickets when it differs from the sign-in name.',
      source: statePage,
      note: 'The Mac keeps the answer as CustomShortName in com.jamf.connect.state.',
    },
    AskForShortNameMessage: {
      description: 'Text that asks for the short name, shown while Ask for Short Name is on.',
      introduced: '2.0',
      source: schemaRepository,
    },
  },
}
