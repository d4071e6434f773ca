import { isWebAddress, urlIn } from '@/lib/schema/web-address'
import { loginKey } from '../client-settings'
import { oidcDiscovery } from '../references'
import { type Check, type CheckResult, failed, passed, warning } from '../run-checks'
import { addressRemedy, remedyAt } from './address'
import { type DiscoveryContext, metadataOf } from './context'
import { baseOf, discoveryAddressOf, judgeIssuer } from './issuer'
import type { IssuerRelation } from './issuer-relations'

/** Whether the issuer of the document is the one that belongs to its address. All tests judge by this check. */
export const issuerCheck: Check<DiscoveryContext> = {
  id: 'discovery.issuer-matches',
  title: 'The issuer matches the address',
  failedTitle: 'The issuer does not match the address',
  warningTitle: 'The issuer leaves the tenant open',
  reference: oidcDiscovery('4.3', 'ProviderConfigurationValidation'),
  needs: ['discovery.json'],
  run: issuer,
}

function issuer(context: DiscoveryContext): CheckResult {
  const { issuer: received } = metadataOf(context)
  const verdict = judgeIssuer(received, context.address?.url ?? '')
  switch (verdict.kind) {
    case 'equal':
      return passed({ received })
    case 'same-host':
      return passed({
        received,
        means: 'Host names know no capital letters, and 443 is the port of https: it is the same address.',
      })
    case 'documented':
      return passed({
        received,
        means: verdict.relation.means,
        reference: referenceOf(verdict.relation),
      })
    case 'many-tenants':
      return warning({
        received,
        means:
          'This address is for the users of every tenant; each token names its own. Signing in works all the same.',
        change: 'Enter your tenant, so that nobody else is sent to sign in.',
        reference: referenceOf(verdict.relation),
        remedy: context.address?.source === 'configured' ? addressRemedy(context) : loginKey('OIDCTenant'),
      })
    case 'different':
      return different(context, verdict.how)
  }
}

function different(context: DiscoveryContext, how: string): CheckResult {
  const { issuer: received } = metadataOf(context)
  return failed({
    received: received || 'No issuer',
    expected: baseOf(context.address?.url ?? ''),
    means: `${how} Tokens will name this issuer, and a client that compares it with the address refuses them.`,
    change: 'Use the address of the discovery document that belongs to the issuer.',
    remedy: remedyAt(context, ownAddress(context, received)),
  })
}

/** The document of an issuer is at the issuer's own address. On another host that is for a person to decide. */
function ownAddress({ address }: DiscoveryContext, issuer: string): string | null {
  const sameOrigin = isWebAddress(issuer) && urlIn(issuer)?.origin === urlIn(address?.url ?? '')?.origin
  return sameOrigin ? discoveryAddressOf(issuer) : null
}

function referenceOf({ source }: IssuerRelation) {
  return { label: urlIn(source)?.hostname ?? source, url: source }
}
