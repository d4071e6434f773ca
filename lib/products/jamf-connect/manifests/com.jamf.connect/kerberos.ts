import { defineSection } from '../../names'

const realm = { key: 'Kerberos/Realm', configured: true } as const

export const kerberos = defineSection({
  id: 'kerberos',
  title: 'Kerberos',
  description:
    'Kerberos tickets from Active Directory for users who sign in to Self Service+ (the menu bar app).',
  tab: 'connect',
  dictionary: 'Kerberos',
  keys: {
    Realm: {
      kind: 'string',
      format: 'realm',
      title: 'Kerberos Realm',
      placeholder: 'AD.EXAMPLE.COM',
      evidence: 'documented',
    },
    AutoRenewTickets: {
      kind: 'boolean',
      title: 'Renew Kerberos Tickets',
      on: 'tickets are renewed before they expire.',
      off: 'tickets expire.',
      default: false,
      needs: realm,
      evidence: 'documented',
    },
    GetTicketsAtSignIn: {
      kind: 'boolean',
      title: 'Request Kerberos Ticket at Sign-In',
      on: 'tickets are requested when the user signs in to the app.',
      off: 'what Off means is not documented; presumably signing in brings no tickets.',
      needs: realm,
      evidence: 'documented',
    },
    CacheTicketsOnNetworkChange: {
      kind: 'boolean',
      title: 'Cache tickets on network change',
      on: 'not documented; by its name, tickets are kept when the network changes.',
      off: 'not documented; by its name, tickets are dropped when the network changes.',
      needs: realm,
      evidence: 'unverified',
    },
    ShortName: {
      kind: 'string',
      title: 'Custom Short Name',
      placeholder: 'jappleseed',
      needs: realm,
      evidence: 'documented',
    },
    ShortNameAttribute: {
      kind: 'string',
      title: 'Short Name Attribute',
      placeholder: 'sAMAccountName',
      needs: realm,
      evidence: 'documented',
    },
    AskForShortName: {
      kind: 'boolean',
      title: 'Ask for Short Name',
      on: 'users can enter a short name of their own for tickets.',
      off: 'what Off means is not documented; presumably the sign-in name is used.',
      needs: realm,
      evidence: 'documented',
    },
    AskForShortNameMessage: {
      kind: 'string',
      multiline: true,
      title: 'Ask for Short Name Message',
      placeholder: 'Enter the name you use on Windows computers.',
      needs: { key: 'Kerberos/AskForShortName', is: [true] },
      evidence: 'documented',
    },
  },
})
