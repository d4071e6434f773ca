import { defineSection } from '../../names'
import { providersWith } from '../../providers/providers-with'
import { clientIds, successCodes } from '../examples'
import { asksForSuccessCodes, takesSuccessCodes } from '../provider-conditions'
import { atAdFs, atHybridEntra, checksPasswords, openIdConnect, passwordGrant } from './conditions'

export const initialPassword = defineSection({
  id: 'initial-password',
  title: 'Initial password',
  description:
    'Decides which password a new local account gets, and how the login window verifies passwords with the identity provider.',
  tab: 'login',
  keys: {
    OIDCROPGID: {
      kind: 'string',
      tab: 'identity-provider',
      group: 'Resource owner password grant (ROPG)',
      title: 'ROPG Client ID',
      ...clientIds,
      required: {
        all: [
          {
            any: [
              atAdFs,
              atHybridEntra,
              {
                all: [
                  providersWith('asksForRopgClient', 'required'),
                  { not: { key: 'OIDCUsePassthroughAuth', is: [true] } },
                ],
              },
            ],
          },
          checksPasswords,
        ],
      },
      recommended: {
        all: [providersWith('asksForRopgClient', 'recommended'), checksPasswords],
      },
      appliesWhen: passwordGrant,
      offersValueOf: 'OIDCClientID',
      evidence: 'documented',
    },
    ROPGScopes: {
      kind: 'string',
      format: 'scopes',
      tab: 'identity-provider',
      group: 'Resource owner password grant (ROPG)',
      title: 'ROPG Scopes',
      placeholder: 'openid+profile+email',
      appliesWhen: openIdConnect,
      evidence: 'documented',
    },
    OIDCNewPassword: {
      kind: 'boolean',
      title: 'Create a Separate Local Password',
      on: 'new users choose a separate password for their local account.',
      off: 'the local account gets the network password.',
      default: false,
      recommended: providersWith('localPassword', 'separate'),
      appliesWhen: openIdConnect,
      evidence: 'documented',
    },
    CreateJamfConnectPassword: {
      kind: 'boolean',
      group: 'User creation',
      title: 'Create Jamf Connect Keychain',
      on: 'each new account gets a keychain item with the user name and password.',
      off: 'no keychain item is created.',
      evidence: 'documented',
    },
    ROPGSuccessCodes: {
      kind: 'string-list',
      title: 'ROPG Success Codes',
      itemTitle: 'Code',
      ...successCodes,
      recommended: asksForSuccessCodes,
      appliesWhen: takesSuccessCodes,
      evidence: 'documented',
    },
  },
})
