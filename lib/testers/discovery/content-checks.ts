import type { LoginPath } from '@/lib/products/jamf-connect/manifests/key-ids'
import { urlIn } from '@/lib/schema/web-address'
import { textOf } from '../../products/jamf-connect/keys'
import { changeLoginKey, loginKey } from '../client-settings'
import { oidcDiscovery, rfc } from '../references'
import { type Check, type CheckResult, failed, passed, skipped, warning } from '../run-checks'
import { clientChecks } from './client-checks'
import { type DiscoveryContext, metadataOf } from './context'
import { documentFormChecks } from './document-form-checks'
import { flowChecks } from './flow-checks'
import { issuerCheck } from './issuer-check'
import { endpointNames } from './metadata'
import { requestFormChecks } from './request-form-checks'
import { scopeCheck } from './scope-check'

const needs = ['discovery.json']

/** What the discovery document says, beside what the configuration needs. */
export const contentChecks: readonly Check<DiscoveryContext>[] = [
  ...documentFormChecks,
  issuerCheck,
  {
    id: 'discovery.endpoints-https',
    title: 'All endpoints are https addresses',
    failedTitle: 'Not all endpoints are https addresses',
    reference: oidcDiscovery('3', 'ProviderMetadata'),
    needs,
    run: endpoints,
  },
  ...flowChecks,
  scopeCheck,
  {
    id: 'discovery.claims',
    title: 'The claims of the configuration are offered',
    warningTitle: 'A claim is written in other letters',
    reference: oidcDiscovery('3', 'ProviderMetadata'),
    needs,
    run: claims,
  },
  ...requestFormChecks,
  ...clientChecks,
  {
    id: 'discovery.iss-parameter',
    title: 'Sign-in answers name their issuer',
    reference: rfc(9207, '3'),
    needs,
    run: (context) =>
      metadataOf(context).authorization_response_iss_parameter_supported === true
        ? passed()
        : skipped('The provider does not offer it. It protects clients that use several providers.'),
  },
]

function endpoints(context: DiscoveryContext): CheckResult {
  const metadata = metadataOf(context)
  const wrong = endpointNames.flatMap((name) => {
    const address = metadata[name]
    const fine = address === undefined || urlIn(address)?.protocol === 'https:'
    return fine ? [] : [`${name} ${address}`]
  })
  const local = wrong.every((line) => /^\S+ http:\/\/(127\.0\.0\.1|\[::1\]|localhost)[:/]/.test(line))
  return wrong.length === 0
    ? passed()
    : (local ? warning : failed)({
        title: 'Not all endpoints are https addresses',
        received: wrong.join(', '),
        expected: 'https://',
        means: local
          ? 'These addresses are on this machine. A Mac cannot reach them.'
          : 'Passwords and tokens would travel in the clear.',
        change: 'Give the identity provider its https address as its public one.',
      })
}

/** Keys that name a claim of the ID token. */
const claimKeys = ['OIDCShortName', 'OIDCFullName', 'OIDCAdminAttribute'] as const

function claims(context: DiscoveryContext): CheckResult {
  const { claims_supported: offered } = metadataOf(context)
  const wanted = claimKeys
    .map((key) => ({ key, claim: textOf(context, `login/${key}`) }))
    .filter(({ claim }) => claim !== '')
  if (wanted.length === 0 || offered === undefined) {
    return skipped(
      offered === undefined
        ? 'The provider does not list its claims.'
        : 'No key of the configuration names a claim.',
    )
  }
  const missing = wanted.filter(({ claim }) => !offered.includes(claim))
  if (missing.length === 0) {
    return passed({ received: wanted.map(({ claim }) => claim).join(', ') })
  }
  for (const { key, claim } of missing) {
    const near = offered.find((each) => each.toLowerCase() === claim.toLowerCase())
    if (near !== undefined) {
      return otherLetters(context, key, near)
    }
  }
  const names = missing.map(({ key, claim }) => `${claim} (${key})`).join(', ')
  return skipped(
    `Not known: the provider does not list ${names}. It need not list all claims; the sign-in test shows what a token holds.`,
  )
}

function otherLetters({ settings }: DiscoveryContext, key: LoginPath, value: string): CheckResult {
  return warning({
    title: 'A claim is written in other letters',
    received: value,
    expected: textOf({ settings }, `login/${key}`),
    means: `${key} names a claim that the provider lists in other capital letters.`,
    change: `Write ${value}.`,
    remedy: loginKey(key, changeLoginKey(settings, `Use ${value}`, key, { type: 'string', value })),
  })
}
