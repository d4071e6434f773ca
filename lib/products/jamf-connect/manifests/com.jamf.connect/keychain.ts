import { defineSection } from '../../names'

export const keychain = defineSection({
  id: 'keychain',
  title: 'Keychain',
  description: "Items in the user's keychain that get the new password when the network password changes.",
  tab: 'connect',
  dictionary: 'Keychain',
  keys: {
    InternetItems: {
      kind: 'string-map',
      keyTitle: 'Server address',
      valueTitle: 'Account',
      title: 'Internet Keychain Items',
      alsoAccept: ['array'],
      evidence: 'unverified',
    },
    PasswordItems: {
      kind: 'string-map',
      keyTitle: 'Service',
      valueTitle: 'Account',
      title: 'Password Keychain Items',
      alsoAccept: ['array'],
      evidence: 'unverified',
    },
  },
})
