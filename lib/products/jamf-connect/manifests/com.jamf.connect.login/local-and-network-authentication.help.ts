import type { HelpOf } from '../../../../schema/help'
import type { localAndNetworkAuthentication } from './local-and-network-authentication'

/** What people read of these keys. */
export const localAndNetworkAuthenticationHelp: HelpOf<typeof localAndNetworkAuthentication> = {
  source:
    'https://docs.jamf.com/jamf-connect/2.0.1/administrator-guide/Network_and_Local_Authentication_Restrictions.html',
  keys: {
    DenyLocal: {
      description:
        'Removes local login from the login window: everybody signs in with the identity provider.',
      alsoCalled: ['Require Network Based Login'],
      note: 'Without it, Jamf says, a second factor is not enforced: users can go round it with their local password. To avoid lockouts when the identity provider is down or the Mac is offline, also turn on LocalFallback or fill in DenyLocalExcluded.',
    },
    LocalFallback: {
      description:
        'Makes an exception to DenyLocal: while the Mac is offline or the identity provider is down, users may log in locally.',
    },
    DenyLocalExcluded: {
      description:
        'Local accounts that DenyLocal does not affect: they can always log in with their local password.',
      note: 'Enter short names, not full names.',
    },
    OIDCDefaultLocal: {
      description: 'The login window starts with local login.',
      alsoCalled: ['Use local authentication only'],
    },
  },
}
