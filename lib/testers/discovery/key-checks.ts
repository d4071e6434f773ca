import { EgressError } from '../../egress/errors'
import { oidcDiscovery, rfc } from '../references'
import { type Check, type CheckResult, failed, passed, skipped, warning } from '../run-checks'
import { type DiscoveryContext, metadataOf } from './context'
import { describeKey, fetchKeySet } from './key-set'

/** What the discovery document and its answer say of signatures and of time. */
export const signingChecks: readonly Check<DiscoveryContext>[] = [
  {
    id: 'discovery.signing-algorithms',
    title: 'ID tokens are signed with RS256',
    warningTitle: 'RS256 is not listed',
    reference: oidcDiscovery('3', 'ProviderMetadata'),
    needs: ['discovery.json'],
    run: algorithms,
  },
  {
    id: 'discovery.clock',
    title: 'The clocks agree',
    warningTitle: 'The clocks differ',
    reference: rfc(9110, '6.6.1'),
    needs: ['discovery.reachable'],
    run: clock,
  },
]

/** Whether the signing keys can be used. They are asked for at an address of their own. */
export const keySetChecks: readonly Check<DiscoveryContext>[] = [
  {
    id: 'discovery.keys',
    title: 'The signing keys can be used',
    failedTitle: 'The signing keys cannot be used',
    warningTitle: 'Several signing keys have one name',
    reference: rfc(7517, '5'),
    needs: ['discovery.json'],
    run: keys,
  },
]

async function keys(context: DiscoveryContext): Promise<CheckResult> {
  const url = metadataOf(context).jwks_uri ?? ''
  const change = 'Check jwks_uri at the identity provider.'
  try {
    const found = await fetchKeySet(context.egress, url)
    if ('failure' in found) {
      const { failure: means, received } = found
      return failed({ sent: url, ...(received === undefined ? {} : { received }), means, change })
    }
    context.keys = found
    return judge(found.keys.map(describeKey), found.defects)
  } catch (error) {
    if (error instanceof EgressError && error.code !== 'cancelled') {
      return failed({ sent: url, means: error.message, change })
    }
    throw error
  }
}

function judge(
  names: readonly string[],
  defects: readonly { readonly kind: string; readonly message: string }[],
): CheckResult {
  const [worst] = defects
  const received = names.length === 0 ? 'No keys' : names.slice(0, 10).join('; ')
  if (names.length === 0) {
    return failed({ received, means: 'Without a key no token can be verified.' })
  }
  if (worst === undefined) {
    return passed({ received })
  }
  const means = defects.map(({ message }) => message).join(' ')
  const change = 'Replace the key at the identity provider.'
  return (worst.kind === 'ambiguous' ? warning : failed)({ received, means, change })
}

/** RS256 is what every provider has to offer; Jamf documents no other. */
function algorithms(context: DiscoveryContext): CheckResult {
  const { id_token_signing_alg_values_supported: offered } = metadataOf(context)
  if (offered === undefined) {
    return skipped('The provider does not list its signing algorithms.')
  }
  return offered.includes('RS256')
    ? passed({ received: offered.join(', ') })
    : warning({
        received: offered.join(', '),
        expected: 'RS256',
        means:
          'Every OpenID provider has to offer RS256. Whether Jamf Connect takes another is not documented.',
      })
}

/** Difference in seconds that tokens survive. */
export const clockTolerance = 60

function clock({ answer, answeredAt = 0 }: DiscoveryContext): CheckResult {
  const date = Date.parse(answer?.headers.get('date') ?? '')
  if (Number.isNaN(date)) {
    return skipped('The answer has no Date header.')
  }
  const seconds = Math.round((date - answeredAt) / 1000)
  // The header has whole seconds and the answer was some time under way.
  const received = Math.abs(seconds) <= 2 ? 'No difference' : differenceInWords(seconds)
  return Math.abs(seconds) <= clockTolerance
    ? passed({ received })
    : warning({
        received,
        expected: `At most ${clockTolerance} seconds`,
        means: 'Tokens seem to be issued in the future or to have expired already.',
        change: 'Check the clock of this server and that of the identity provider.',
      })
}

/** "The identity provider's clock is 37 s ahead". */
export function differenceInWords(seconds: number): string {
  return `The identity provider's clock is ${Math.abs(seconds)} s ${seconds > 0 ? 'ahead' : 'behind'}`
}
