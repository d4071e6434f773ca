import { traitsOf } from '@/lib/products/jamf-connect/providers/vendors'
import { isOn, textOf } from '../../products/jamf-connect/keys'
import { loginKey, withoutPasswordCheck } from '../client-settings'
import { oidcDiscovery, rfc } from '../references'
import { type Check, type CheckResult, failed, passed, skipped, warning } from '../run-checks'
import { type DiscoveryContext, metadataOf, vendorBehind } from './context'

const needs = ['discovery.json']

/** Whether the provider offers the ways in which Jamf Connect asks for tokens. */
export const flowChecks: readonly Check<DiscoveryContext>[] = [
  {
    id: 'discovery.response-types',
    title: 'The authorization code flow is offered',
    failedTitle: 'The authorization code flow is not offered',
    reference: oidcDiscovery('3', 'ProviderMetadata'),
    needs,
    run: responseTypes,
  },
  {
    id: 'discovery.grants',
    title: 'The password grant is offered',
    failedTitle: 'The password grant is not offered',
    reference: rfc(6749, '4.3'),
    needs,
    run: passwordGrant,
  },
]

function responseTypes(context: DiscoveryContext): CheckResult {
  const { response_types_supported: offered } = metadataOf(context)
  if (offered === undefined) {
    return warning({
      title: 'The document does not list response types',
      means: 'It has to, so it is not known whether the authorization code flow is offered.',
      expected: 'code',
    })
  }
  const sorted = offered.map((type) => type.split(' ').sort().join(' '))
  const hybrid = traitsOf(vendorBehind(context))?.hybrid === true
  const missing = ['code', ...(hybrid ? ['code id_token'] : [])].filter((type) => !sorted.includes(type))
  return missing.length === 0
    ? passed({ received: offered.join(', ') })
    : failed({
        title: missing.includes('code')
          ? 'The authorization code flow is not offered'
          : 'The hybrid flow is not offered',
        received: offered.join(', '),
        expected: missing.join(', '),
        means: hybrid
          ? 'Jamf’s set-up for Okta signs users in with an authorization code and an ID token (hybrid flow).'
          : 'The login window signs users in with an authorization code.',
        change: 'Allow this flow for the app in the console of the identity provider.',
      })
}

function passwordGrant(context: DiscoveryContext): CheckResult {
  const { grant_types_supported: offered } = metadataOf(context)
  const traits = traitsOf(vendorBehind(context))
  if (textOf(context, 'login/OIDCROPGID') === '') {
    return skipped('OIDCROPGID is not configured, so passwords are not checked with this provider.')
  }
  if (traits?.passwordGrant === 'none') {
    const listed = offered?.includes('password') === true
    const separate = separatePassword(context)
    return warning({
      title: listed
        ? 'The password grant is listed, and not for the passwords of people'
        : 'The password grant is not offered',
      received: offered?.join(', ') ?? 'No list of grants',
      ...(listed ? {} : { expected: 'password' }),
      means: `${traits.label} documents no password grant for the passwords of people, so Jamf Connect cannot check passwords with it.`,
      // Without OIDCNewPassword, a set-up without OIDCROPGID lacks the password check.
      change: separate
        ? 'Remove OIDCROPGID, or have another provider check passwords with ROPGDiscoveryURL.'
        : 'Turn on OIDCNewPassword, so that the local password is a separate one, and remove OIDCROPGID; or have another provider check passwords with ROPGDiscoveryURL.',
      remedy: loginKey(separate ? 'OIDCROPGID' : 'OIDCNewPassword', withoutPasswordCheck(context.settings)),
    })
  }
  if (offered === undefined) {
    return passed({
      title: 'Nothing rules the password grant out',
      means: 'The provider does not list its grants. The password check shows whether it takes this one.',
    })
  }
  return offered.includes('password')
    ? passed()
    : warning({
        title: 'The password grant is not listed',
        received: offered.join(', '),
        expected: 'password',
        means: 'Jamf Connect checks passwords with this grant. Some providers accept it without listing it.',
        change: 'Run the password check, and allow the grant for the app when that fails.',
        remedy: loginKey('OIDCROPGID'),
      })
}

/** Whether the local password is a separate one. */
const separatePassword = (context: DiscoveryContext): boolean => isOn(context, 'login/OIDCNewPassword')
