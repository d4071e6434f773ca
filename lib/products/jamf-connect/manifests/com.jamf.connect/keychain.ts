import { defineSection } from '../../names'
import { schemaRepository } from './sources'

export const keychain = defineSection({
  id: 'keychain',
  title: 'Keychain',
  source: schemaRepository,
  description: "Items in the user's keychain that get the new password when the network password changes.",
  tab: 'connect',
  dictionary: 'Keychain',
  keys: {
    InternetItems: {
      kind: 'string-map',
      keyTitle: 'Server address',
      valueTitle: 'Account',
      title: 'Internet Keychain Items',
      alsoCalled: ['Keychain Item'],
      description:
        'Internet passwords to update, each by the address of its server and the account. <<ANY>> stands for every account.',
      introduced: '2.0',
      alsoAccept: ['array'],
      evidence: 'unverified',
      note: 'The key is documented, the form of its entries is not: it is that of the open-source ancestor NoMAD 2, which also replaces <<shortname>>, <<fullname>>, <<email>>, <<upn>>, <<domain>> and <<serial>>.',
    },
    PasswordItems: {
      kind: 'string-map',
      keyTitle: 'Service',
      valueTitle: 'Account',
      title: 'Password Keychain Items',
      alsoCalled: ['Password Item'],
      description:
        'Application passwords to update, each by the name of its service and the account. <<ANY>>, <<NONE>> or an empty account stands for every account.',
      introduced: '2.0',
      alsoAccept: ['array'],
      evidence: 'unverified',
      note: 'The key is documented, the form of its entries is not: it is that of the open-source ancestor NoMAD 2, which also replaces <<shortname>>, <<fullname>>, <<email>>, <<upn>>, <<domain>> and <<serial>>.',
    },
  },
})
