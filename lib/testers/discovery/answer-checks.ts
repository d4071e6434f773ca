import { urlIn } from '@/lib/schema/web-address'
import { EgressError } from '../../egress/errors'
import { changeLoginKey, loginKey } from '../client-settings'
import { oidcDiscovery } from '../references'
import type { Remedy } from '../report'
import { type Check, type CheckResult, failed, passed } from '../run-checks'
import type { DiscoveryContext } from './context'
import { identifierAdvice } from './identifier-advice'
import { discoveryAddressOf } from './issuer'
import { isWebPage, jsonObject, readMetadata } from './metadata'

type DiscoveryCheck = Check<DiscoveryContext>

/** Whether the discovery document can be had at all: its address, the answer, its form. */
export const answerChecks: readonly DiscoveryCheck[] = [
  {
    id: 'discovery.address',
    title: 'The address of the discovery document is known',
    run: ({ address, client }) =>
      address === null
        ? noAddress(client.provider)
        : passed({ received: `${address.url} (${address.source})` }),
  },
  {
    id: 'discovery.host',
    title: 'The address is that of the sign-in, not of the console',
    needs: ['discovery.address'],
    run: hostCheck,
  },
  {
    id: 'discovery.reachable',
    title: 'The identity provider answers',
    reference: oidcDiscovery('4', 'ProviderConfig'),
    needs: ['discovery.address'],
    run: ask,
  },
  {
    id: 'discovery.json',
    title: 'The answer is a discovery document',
    reference: oidcDiscovery('4.2', 'ProviderConfigurationResponse'),
    needs: ['discovery.reachable'],
    run: read,
  },
]

/** The key that the address comes from. */
export function addressRemedy({ address, client }: DiscoveryContext): Remedy {
  return loginKey(address?.source === 'computed' && client.tenant !== '' ? 'OIDCTenant' : 'OIDCDiscoveryURL')
}

function noAddress(provider: string | null): CheckResult {
  if (provider === null) {
    return failed({
      means: 'Without an identity provider Jamf Connect has nobody to ask.',
      change: 'Choose the identity provider.',
      remedy: loginKey('OIDCProvider'),
    })
  }
  if (provider === 'Okta') {
    return failed({
      means:
        'With this provider Jamf Connect uses the Okta Authentication API, which has no discovery document.',
      change: 'Run the Okta test, or choose Okta (OpenID Connect) as the identity provider.',
      remedy: loginKey('OIDCProvider'),
    })
  }
  const explicit = provider === 'Custom' || provider === 'PingFederate'
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
    return { key: 'OIDCDiscoveryURL', value: fixed.href }
  }
  return { key: 'OIDCTenant', value: client.tenant.replace('-admin', '') }
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
      const remedy = addressRemedy(context)
      return failed({ sent: url, means: error.message, remedy, ...identifierAdvice(context, url) })
    }
    throw error
  }
  return judgeStatus(context, url)
}

function judgeStatus(context: DiscoveryContext, url: string): CheckResult {
  const { status = 0, headers } = context.answer ?? {}
  const remedy = addressRemedy(context)
  if (status === 200) {
    return passed({ received: '200' })
  }
  if (status >= 300 && status < 400) {
    const target = headers?.get('location') ?? 'an address it does not name'
    return failed({
      received: `${status} to ${target}`,
      expected: '200',
      means: 'The address only points to another one, and it is not known whether Jamf Connect follows.',
      change: 'Use the address at which the document is.',
      remedy,
    })
  }
  return failed({
    sent: url,
    received: String(status),
    expected: '200',
    ...explainStatus(status, url),
    remedy: { ...remedy, ...probable(context, status, url) },
  })
}

function explainStatus(status: number, url: string) {
  if (status === 404) {
    return {
      means: 'The server is there, but has no document at this address.',
      change: `Check the path. The document of an issuer is at ${discoveryAddressOf('<issuer>')}.`,
    }
  }
  return {
    means:
      status >= 500
        ? `${new URL(url).hostname} has a problem of its own.`
        : 'The document has to be readable without signing in.',
    change: status >= 500 ? 'Try again later.' : 'Check the address and what stands in front of the server.',
  }
}

/** Keycloak before 17 has /auth in front of /realms; an address without the well-known path is usually the issuer. */
function probable(context: DiscoveryContext, status: number, url: string): Pick<Remedy, 'repair'> {
  if (status !== 404 || context.address?.source !== 'configured') {
    return {}
  }
  const better = url.includes('/.well-known/')
    ? url.replace(/^(https?:\/\/[^/]+)\/auth\/realms\//, '$1/realms/')
    : discoveryAddressOf(url)
  return better === url
    ? {}
    : {
        repair: changeLoginKey(context.settings, `Use ${better}`, 'OIDCDiscoveryURL', {
          type: 'string',
          value: better,
        }),
      }
}

function read(context: DiscoveryContext): CheckResult {
  const { answer } = context
  if (answer === undefined) {
    throw new TypeError('There is no answer to read.')
  }
  const document = jsonObject(answer.text())
  const remedy = addressRemedy(context)
  if (document === null) {
    const page = isWebPage(answer)
    const bare = context.address?.source === 'configured' && !context.address.url.includes('/.well-known/')
    const better = discoveryAddressOf(context.address?.url ?? '')
    return failed({
      received: page ? 'A web page' : answer.text().slice(0, 120),
      expected: 'JSON',
      means: page
        ? 'A person would see a page at this address; Jamf Connect needs the document behind it.'
        : 'The answer cannot be read as JSON.',
      change: `Enter the address that ends in /.well-known/openid-configuration.`,
      remedy: bare
        ? loginKey(
            'OIDCDiscoveryURL',
            changeLoginKey(context.settings, `Use ${better}`, 'OIDCDiscoveryURL', {
              type: 'string',
              value: better,
            }),
          )
        : remedy,
    })
  }
  context.document = document
  context.metadata = readMetadata(document)
  return missingMembers(context)
}

/** Members without which nobody can sign in. https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderMetadata */
const needed = ['issuer', 'authorization_endpoint', 'token_endpoint', 'jwks_uri'] as const

function missingMembers(context: DiscoveryContext): CheckResult {
  const missing = needed.filter((name) => !context.metadata?.[name])
  return missing.length === 0
    ? passed()
    : failed({
        received: `A document without ${missing.join(', ')}`,
        expected: needed.join(', '),
        means: 'Jamf Connect learns from this document where to send users and how to verify tokens.',
        change: 'Check that the address is that of an OpenID Connect discovery document.',
        remedy: addressRemedy(context),
      })
}
