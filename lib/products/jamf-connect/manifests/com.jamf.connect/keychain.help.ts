import type { HelpOf } from '../../../../schema/help'
import type { keychain } from './keychain'
import { schemaRepository } from './sources'

/** What people read of these keys. */
export const keychainHelp: HelpOf<typeof keychain> = {
  source: schemaRepository,
  keys: {
    InternetItems: {
      description:
        'Internet passwords to update, each by the address of its server and the account. <<ANY>> stands for every account.',
      alsoCalled: ['Keychain Item'],
      introduced: '2.0',
      note: 'The key is documented, the form of its entries is not: it is that of the open-source ancestor NoMAD 2, which also replaces <<shortname>>, <<fullname>>, <<email>>, <<upn>>, <<domain>> and <<serial>>.',
    },
    PasswordItems: {
      description:
        'Application passwords to update, each by the name of its service and the account. <<ANY>>, <<NONE>> or an empty account stands for every account.',
      alsoCalled: ['Password Item'],
      introduced: '2.0',
      note: 'The key is documented, the form of its entries is not: it is that of the open-source ancestor NoMAD 2, which also replaces <<shortname>>, <<fullname>>, <<email>>, <<upn>>, <<domain>> and <<serial>>.',
    },
  },
}
