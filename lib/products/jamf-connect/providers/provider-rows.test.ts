import { expect, test } from 'vitest'
import { holds } from '../../../schema/condition'
import { settingsOf } from '../../../schema/fixtures/settings'
import { contextOf, seenFrom } from '../context'
import { keyWithId } from '../keys'
import { type Provider, providers } from './providers'

const idsWhere = (holds: (provider: Provider) => boolean) => providers.filter(holds).map(({ id }) => id)

/** The providers over OpenID Connect that are neither Okta nor Google. */
const OTHERS = ['EntraID', 'IBMCI', 'OneLogin', 'PingFederate', 'Custom']

// The pages are the sources of the keys. Each list is what Jamf documents, whichever trait gives it.
test.each<[string, string[]]>([
  ['login/EnrollmentUserName', ['EntraID']],
  ['login/ROPGProvider', ['EntraID']],
  ['login/ROPGTenant', ['EntraID', 'PingFederate', 'Custom']],
  ['login/ROPGDiscoveryURL', ['EntraID', 'PingFederate', 'Custom']],
  ['login/ROPGClientSecret', ['EntraID', 'Custom']],
  ['login/ROPGSuccessCodes', OTHERS],
  ['login/UseUserInfo', ['PingFederate', 'Custom']],
  ['login/OIDCAccessClientID', ['Okta']],
  ['login/OIDCROPGID', [...OTHERS, 'OktaIdentityEngine', 'Okta-OIDC']],
  ['login/OIDCAdmin', [...OTHERS, 'OktaIdentityEngine', 'Okta-OIDC']],
  ['connect/IdPSettings/OktaAuthServer', ['Okta', 'OktaIdentityEngine']],
  ['connect/IdPSettings/OIDCClientID', ['OktaIdentityEngine']],
  ['connect/IdPSettings/ROPGID', [...OTHERS, 'OktaIdentityEngine', 'Okta-OIDC']],
  ['connect/IdPSettings/DiscoveryURL', [...OTHERS, 'GoogleID', 'OktaIdentityEngine', 'Okta-OIDC']],
  ['connect/IdPSettings/SuccessCodes', OTHERS],
  ['connect/IdPSettings/OIDCAdminAttribute', ['EntraID']],
  ['connect/SignIn/AutoMFA', ['Okta']],
  [
    'connect/TemporaryUserPermissions/VerifyUserPromotion',
    [...OTHERS, 'Okta', 'OktaIdentityEngine', 'Okta-OIDC'],
  ],
  [
    'connect/TemporaryUserPermissions/VerifyUserPromotionFIDO2',
    ['EntraID', 'OktaIdentityEngine', 'Okta-OIDC', 'PingFederate'],
  ],
])('%s applies to the providers with which it is documented', (id, documented) => {
  const { domain, definition } = keyWithId(id) ?? expect.fail(id)
  const applies = definition.appliesWhen ?? expect.fail(id)
  const found = providers.filter((provider) => {
    const named = {
      login: { OIDCProvider: provider.id },
      connect: { IdPSettings: { Provider: provider.id } },
    }
    return holds(applies, seenFrom(contextOf(settingsOf(named)), domain))
  })
  expect(found.map((provider) => provider.id).toSorted()).toEqual(documented.toSorted())
})

test('a name of a provider means one provider', () => {
  for (const { id, label } of providers) {
    const name = id.toLowerCase().replace(/[^a-z0-9]/g, '')
    expect(
      idsWhere(({ alsoNamed }) => alsoNamed.test(name)),
      label,
    ).toEqual([id])
  }
})
