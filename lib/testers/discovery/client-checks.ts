import { unlisted } from '@/lib/products/jamf-connect/providers/unlisted'
import { traitsOf } from '@/lib/products/jamf-connect/providers/vendors'
import { urlIn } from '@/lib/schema/web-address'
import { loginKey } from '../client-settings'
import { oidcCore, rfc } from '../references'
import { type Check, type CheckResult, passed, skipped, warning } from '../run-checks'
import { type DiscoveryContext, metadataOf, vendorBehind } from './context'

const needs = ['discovery.json']

/** Whether the provider takes a client as it is configured. */
export const clientChecks: readonly Check<DiscoveryContext>[] = [
  {
    id: 'discovery.pkce',
    title: 'PKCE with S256 is offered',
    warningTitle: 'PKCE with S256 is not listed',
    reference: rfc(7636, '4.2'),
    needs,
    run: pkce,
  },
  {
    id: 'discovery.client-authentication',
    title: 'The client can authenticate as configured',
    warningTitle: 'The way in which the client authenticates is not listed',
    reference: oidcCore('9', 'ClientAuthentication'),
    needs,
    run: authentication,
  },
]

function pkce(context: DiscoveryContext): CheckResult {
  const { code_challenge_methods_supported: offered } = metadataOf(context)
  if (offered?.includes('S256') === true) {
    return passed()
  }
  return (
    (offered === undefined ? accepted(context, 'pkce', 'PKCE with S256') : null) ??
    warning({
      title: 'PKCE with S256 is not listed',
      received: offered?.join(', ') ?? 'No code_challenge_methods_supported',
      expected: 'S256',
      means:
        'PKCE protects the code on its way back. A provider that does not know it ignores it, so the sign-in works all the same.',
    })
  )
}

function authentication(context: DiscoveryContext): CheckResult {
  // A document without the member means client_secret_basic, but many leave it out and take both.
  const { token_endpoint_auth_methods_supported: offered } = metadataOf(context)
  const { clientSecret } = context.client
  if (offered === undefined || (clientSecret === null && offered.length === 0)) {
    return skipped('The provider does not list how clients authenticate.')
  }
  const wanted = clientSecret === null ? ['none'] : ['client_secret_post', 'client_secret_basic']
  if (wanted.some((method) => offered.includes(method))) {
    return passed({ received: offered.join(', ') })
  }
  return (
    (clientSecret === null ? accepted(context, 'publicClients', 'A client without a secret') : null) ??
    warning({
      title: clientSecret === null ? 'Public clients are not listed' : 'No way to send a secret is listed',
      received: offered.join(', '),
      expected: wanted.join(' or '),
      means:
        clientSecret === null
          ? 'No client secret is configured, and the provider does not list public clients. Many accept them all the same.'
          : 'A client secret is configured, and the provider does not list a way to send one.',
      remedy: loginKey('OIDCClientSecret'),
    })
  )
}

/** What the product behind the address does without listing it; null when that is not known of it. */
function accepted(
  context: DiscoveryContext,
  what: 'pkce' | 'publicClients',
  name: string,
): CheckResult | null {
  const traits = traitsOf(vendorBehind(context))
  const source = traits && unlisted[traits.vendor]?.[what]
  return source === undefined
    ? null
    : passed({
        title: `${name} is accepted`,
        means: `${traits?.label} does not list it in its discovery document, and documents that it accepts it.`,
        reference: { label: urlIn(source)?.hostname ?? source, url: source },
      })
}
