import type { ProviderId } from '@/lib/products/jamf-connect/providers/provider-rows'
import { rowOf } from '@/lib/products/jamf-connect/providers/providers'
import { urlIn } from '@/lib/schema/web-address'
import type { EgressAnswer } from '../../egress/egress'
import { EgressError } from '../../egress/errors'
import { changeLoginKey, loginKey } from '../client-settings'
import { oidcDiscovery } from '../references'
import { type Check, type CheckResult, failed, passed } from '../run-checks'
import { isDocumentAddress, likelierAddress, remedyAt } from './address'
import type { DiscoveryContext } from './context'
import { identifierAdvice } from './identifier-advice'
import { isJson, isWebPage, jsonObject, readMetadata } from './metadata'
import { readRefusal } from './refusal'
import { judgeStatus } from './status'

type DiscoveryCheck = Check<DiscoveryContext>

/** Whether the discovery document can be had at all: its address, the answer, its form. */
export const answerChecks: readonly DiscoveryCheck[] = [
  {
    id: 'discovery.address',
    title: 'The address of the discovery document is known',
    failedTitle: 'The address of the discovery document is not known',
    run: ({ address, client }) =>
      address === null
        ? noAddress(client.provider)
        : passed({ received: `${address.url} (${address.source})` }),
  },
  {
    id: 'discovery.host',
    title: 'The address is that of the sign-in, not of the console',
    failedTitle: 'The address is that of the console',
    needs: ['discovery.address'],
    run: hostCheck,
  },
  {
    id: 'discovery.reachable',
    title: 'The identity provider answers',
    failedTitle: 'The identity provider does not answer',
    reference: oidcDiscovery('4', 'ProviderConfig'),
    needs: ['discovery.address'],
    run: ask,
  },
  {
    id: 'discovery.json',
    title: 'The answer is a discovery document',
    failedTitle: 'The answer is no discovery document',
    reference: oidcDiscovery('4.2', 'ProviderConfigurationResponse'),
    needs: ['discovery.reachable'],
    run: read,
  },
]

function noAddress(id: ProviderId | null): CheckResult {
  const provider = rowOf(id)
  if (provider === undefined) {
    return failed({
      means: 'Without an identity provider Jamf Connect has nobody to ask.',
      change: 'Choose the identity provider.',
      remedy: loginKey('OIDCProvider'),
    })
  }
  if (provider.protocol === 'okta-authn') {
    return failed({
      means:
        'With this provider Jamf Connect uses the Okta Authentication API, which has no discovery document.',
      change: 'Run the Okta test, or choose Okta (OpenID Connect) as the identity provider.',
      remedy: loginKey('OIDCProvider'),
    })
  }
  const explicit = provider.discovery.kind === 'explicit'
  return failed({
    means: explicit
      ? 'Jamf Connect does not know the address of this provider by itself.'
      : 'Jamf Connect computes the address from the tenant, and none is configured.',
    change: explicit ? 'Enter the discovery URL of your identity provider.' : 'Enter the tenant.',
    remedy: loginKey(explicit ? 'OIDCDiscoveryURL' : 'OIDCTenant'),
  })
}

function hostCheck(context: DiscoveryContext): CheckResult {
  const url = urlIn(context.address?.url ?? '')
  const plain = url?.hostname.replace(/^([a-z0-9-]+)-admin\.(okta|oktapreview|okta-emea)\.com$/, '$1.$2.com')
  if (url === null || plain === undefined || plain === url.hostname) {
    return passed()
  }
  const { key, value } = withHost(context, url, plain)
  const repair = changeLoginKey(context.settings, `Use ${value}`, key, { type: 'string', value })
  return failed({
    received: url.hostname,
    expected: plain,
    means: 'This is the host of the Okta admin console. Users do not sign in there.',
    change: 'Leave -admin out of the host.',
    remedy: loginKey(key, repair),
  })
}

function withHost({ address, client }: DiscoveryContext, url: URL, host: string) {
  if (address?.source === 'configured') {
    const fixed = new URL(url)
    fixed.hostname = host
    return { key: 'OIDCDiscoveryURL' as const, value: fixed.href }
  }
  return { key: 'OIDCTenant' as const, value: client.tenant.replace('-admin', '') }
}

async function ask(context: DiscoveryContext): Promise<CheckResult> {
  const url = context.address?.url ?? ''
  try {
    const answer = await context.egress.request({
      name: 'Discovery',
      method: 'GET',
      url,
      headers: { accept: 'application/json' },
    })
    context.answer = answer
    context.answeredAt = context.now()
  } catch (error) {
    if (error instanceof EgressError && error.code !== 'cancelled') {
      const remedy = remedyAt(context, error.code === 'bad-url' ? withoutUser(url) : null)
      return failed({ sent: url, means: error.message, remedy, ...identifierAdvice(context, url) })
    }
    throw error
  }
  return context.answer.status === 200 ? passed({ received: '200' }) : refused(context)
}

/** What the answer itself says comes first; its status is what is left. */
function refused(context: DiscoveryContext): CheckResult {
  return readRefusal(context) ?? judgeStatus(context)
}

/** A user and a password do not belong into an address; the document is shown to everybody. */
function withoutUser(address: string): string | null {
  const url = urlIn(address)
  if (url === null || (url.username === '' && url.password === '')) {
    return null
  }
  url.username = ''
  url.password = ''
  return url.href
}

function read(context: DiscoveryContext): CheckResult {
  const answer = given(context.answer)
  const document = jsonObject(answer.text())
  if (document === null) {
    return noDocument(context)
  }
  context.document = document
  context.metadata = readMetadata(document)
  return missingMembers(context)
}

function noDocument(context: DiscoveryContext): CheckResult {
  const answer = given(context.answer)
  const address = context.address?.url ?? ''
  const likelier = likelierAddress(address)
  return (
    readRefusal(context) ??
    failed({
      ...insteadOfDocument(answer),
      expected: 'A JSON object',
      change:
        likelier === null && isDocumentAddress(address)
          ? 'Check the server, and what stands in front of it: the address has the form of a discovery document’s.'
          : 'Enter the address that ends in /.well-known/openid-configuration.',
      remedy: remedyAt(context, likelier),
    })
  )
}

function insteadOfDocument(answer: EgressAnswer): { received: string; means: string } {
  const text = answer.text()
  if (text.trim() === '') {
    return { received: 'An empty answer', means: 'The server answers, and with nothing.' }
  }
  if (isWebPage(answer)) {
    return {
      received: 'A web page',
      means: 'A person would see a page at this address; Jamf Connect needs the document behind it.',
    }
  }
  return {
    received: text.slice(0, 120),
    means: isJson(text) ? 'The answer is JSON, but no object.' : 'The answer cannot be read as JSON.',
  }
}

/** Members without which nobody can sign in. https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderMetadata */
const needed = ['issuer', 'authorization_endpoint', 'token_endpoint', 'jwks_uri'] as const

function missingMembers(context: DiscoveryContext): CheckResult {
  const missing = needed.filter((name) => !context.metadata?.[name])
  return missing.length === 0
    ? passed()
    : (readRefusal(context) ??
        failed({
          title: 'The discovery document lacks what a sign-in needs',
          received: `A document without ${missing.join(', ')}`,
          expected: needed.join(', '),
          means: 'Jamf Connect learns from this document where to send users and how to verify tokens.',
          change: 'Check that the address is that of an OpenID Connect discovery document.',
          remedy: remedyAt(context, likelierAddress(context.address?.url ?? '')),
        }))
}

function given<T>(value: T | undefined): T {
  if (value === undefined) {
    throw new TypeError('There is no answer to read.')
  }
  return value
}
