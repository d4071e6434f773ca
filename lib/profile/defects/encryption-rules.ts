import { child } from '../../plist/tree'
import type { Check } from './envelope'

/**
 * Rule for profiles that are half encrypted. IsEncrypted and EncryptedPayloadContent come together, and PayloadContent is
 * left out then: https://developer.apple.com/documentation/devicemanagement/toplevel
 */
export const encryptionRules: { readonly [rule: string]: Check } = {
  'half-encrypted': ({ root }) => {
    if (child(root, 'EncryptedPayloadContent') !== undefined) {
      return [
        {
          severity: 'error',
          path: ['EncryptedPayloadContent'],
          message:
            'The profile holds encrypted payloads beside payloads in clear text. A profile has one or the other; what is encrypted is not read here. Keep one of the two.',
        },
      ]
    }
    const flag = child(root, 'IsEncrypted')
    if (flag?.type !== 'boolean' || !flag.value) {
      return []
    }
    const path = ['IsEncrypted']
    return [
      {
        severity: 'error',
        path,
        message:
          'IsEncrypted says that the payloads are encrypted, but there is no EncryptedPayloadContent: nothing here is. Remove IsEncrypted.',
        repair: { title: 'Remove IsEncrypted', edits: [{ domain: null, path, value: null }] },
      },
    ]
  },
}
