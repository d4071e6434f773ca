import type { Reference } from '../../api/report'
import { oidcDiscovery, rfc } from '../references'
import { type Check, type CheckResult, failed, passed } from '../run-checks'
import { type DiscoveryContext, metadataOf } from './context'

/** In which form the provider takes the request that begins a sign-in. */
export const requestFormChecks: readonly Check<DiscoveryContext>[] = [
  {
    id: 'discovery.request-form',
    title: 'A sign-in may be asked for with plain parameters',
    failedTitle: 'A sign-in may not be asked for with plain parameters',
    reference: rfc(9101, '10.5'),
    needs: ['discovery.json'],
    run: requestForm,
  },
]

type Demand = {
  readonly member: 'require_signed_request_object' | 'require_pushed_authorization_requests'
  readonly means: string
  readonly reference: Reference
}

/** What a provider may demand and Jamf Connect has no key for. */
const demands: readonly Demand[] = [
  {
    member: 'require_signed_request_object',
    means:
      'The provider refuses a sign-in without a signed request object. Jamf Connect sends none: no key of its configuration asks for one or holds what to sign it with.',
    reference: rfc(9101, '10.5'),
  },
  {
    member: 'require_pushed_authorization_requests',
    means:
      'The provider refuses a sign-in whose request was not pushed to it before. Jamf Connect pushes none: no key of its configuration asks for it.',
    reference: rfc(9126, '5'),
  },
]

function requestForm(context: DiscoveryContext): CheckResult {
  const metadata = metadataOf(context)
  const demand = demands.find(({ member }) => metadata[member] === true)
  if (demand !== undefined) {
    const { member, means, reference } = demand
    return failed({
      received: `${member}: true`,
      expected: 'Parameters in the address of the sign-in page',
      means,
      change: 'Turn this demand off at the identity provider, at least for this app.',
      reference,
      certainty: 'inferred',
    })
  }
  return metadata.require_request_uri_registration === true
    ? passed({
        received: 'require_request_uri_registration: true',
        means: 'Addresses of request objects have to be registered. Jamf Connect sends no request object.',
        reference: oidcDiscovery('3', 'ProviderMetadata'),
        certainty: 'inferred',
      })
    : passed()
}
