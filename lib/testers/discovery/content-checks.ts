import { urlIn } from '@/lib/schema/web-address'
import { LOGIN_DOMAIN } from '../../schema/context'
import { changeLoginKey, loginKey, text } from '../client-settings'
import { oidcCore, oidcDiscovery, rfc } from '../references'
import type { Remedy } from '../report'
import { type Check, type CheckResult, failed, passed, skipped, warning } from '../run-checks'
import { addressRemedy } from './answer-checks'
import { type DiscoveryContext, metadataOf } from './context'
import { baseOf, matchIssuer } from './issuer'
import { endpointNames } from './metadata'
import { requestFormChecks } from './request-form-checks'

const needs = ['discovery.json']

/** What the discovery document says, beside what the configuration needs. */
export const contentChecks: readonly Check<DiscoveryContext>[] = [
  {
    id: 'discovery.issuer-matches',
    title: 'The issuer matches the address',
    reference: oidcDiscovery('4.3', 'ProviderConfigurationValidation'),
    needs,
    run: issuer,
  },
  {
    id: 'discovery.endpoints-https',
    title: 'All endpoints are https addresses',
    reference: oidcDiscovery('3', 'ProviderMetadata'),
    needs,
    run: endpoints,
  },
  {
    id: 'discovery.response-types',
    title: 'The authorization code flow is offered',
    reference: oidcDiscovery('3', 'ProviderMetadata'),
    needs,
    run: responseTypes,
  },
  {
    id: 'discovery.grants',
    title: 'The password grant is offered',
    reference: rfc(6749, '4.3'),
    needs,
    run: passwordGrant,
  },
  {
    id: 'discovery.scopes',
    title: 'The scopes of the configuration are offered',
    reference: oidcCore('5.4', 'ScopeClaims'),
    needs,
    run: scopes,
  },
  {
    id: 'discovery.claims',
    title: 'The claims of the configuration are offered',
    reference: oidcDiscovery('3', 'ProviderMetadata'),
    needs,
    run: claims,
  },
  ...requestFormChecks,
  { id: 'discovery.pkce', title: 'PKCE with S256 is offered', reference: rfc(7636, '4.2'), needs, run: pkce },
  {
    id: 'discovery.client-authentication',
    title: 'The client can authenticate as configured',
    reference: oidcCore('9', 'ClientAuthentication'),
    needs,
    run: clientAuthentication,
  },
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

function issuer(context: DiscoveryContext): CheckResult {
  const url = context.address?.url ?? ''
  const { issuer: received } = metadataOf(context)
  const expected = baseOf(url)
  switch (matchIssuer(received, url)) {
    case 'equal':
      return passed({ received })
    case 'entra-tenant':
      return passed({ received, means: 'Entra ID names the tenant by its id. Tokens name it the same way.' })
    case 'entra-template':
      return warning({
        received,
        means: 'This address is for the users of every tenant; each token names its own.',
        change: 'Enter your tenant, so that nobody else is sent to sign in.',
        remedy: loginKey('OIDCTenant'),
      })
    case 'different':
      return failed({
        received: received || 'No issuer',
        expected,
        means: 'Tokens will name this issuer, and a client that compares it with the address refuses them.',
        change: 'Use the address of the discovery document that belongs to the issuer.',
        remedy: addressRemedy(context),
      })
  }
}

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
        received: wrong.join(', '),
        expected: 'https://',
        means: local
          ? 'These addresses are on this machine. A Mac cannot reach them.'
          : 'Passwords and tokens would travel in the clear.',
        change: 'Give the identity provider its https address as its public one.',
      })
}

function responseTypes(context: DiscoveryContext): CheckResult {
  const { response_types_supported: offered } = metadataOf(context)
  const { provider } = context.client
  if (offered === undefined) {
    return warning({ means: 'The document has to list response types and does not.', expected: 'code' })
  }
  const sorted = offered.map((type) => type.split(' ').sort().join(' '))
  const okta = provider === 'Okta-OIDC' || provider === 'OktaIdentityEngine'
  const missing = ['code', ...(okta ? ['code id_token'] : [])].filter((type) => !sorted.includes(type))
  return missing.length === 0
    ? passed({ received: offered.join(', ') })
    : failed({
        received: offered.join(', '),
        expected: missing.join(', '),
        means: 'The login window signs users in with an authorization code.',
        change: 'Allow the authorization code flow for the app in the console of the identity provider.',
      })
}

function passwordGrant(context: DiscoveryContext): CheckResult {
  const { grant_types_supported: offered } = metadataOf(context)
  const ropg = text(context.settings, 'OIDCROPGID')
  if (ropg === '' || context.client.provider === 'GoogleID') {
    return skipped('OIDCROPGID is not configured, so passwords are not checked with this provider.')
  }
  // Entra ID and some others leave the grant out of the list and accept it.
  return offered === undefined || offered.includes('password')
    ? passed(offered === undefined ? { means: 'The provider does not list its grants.' } : {})
    : warning({
        received: offered.join(', '),
        expected: 'password',
        means: 'Jamf Connect checks passwords with this grant. Some providers accept it without listing it.',
        change: 'Run the password check, and allow the grant for the app when that fails.',
        remedy: loginKey('OIDCROPGID'),
      })
}

function scopes(context: DiscoveryContext): CheckResult {
  const { scopes_supported: offered } = metadataOf(context)
  const { scopes: wanted, scopesConfigured } = context.client
  if (offered === undefined) {
    return skipped('The provider does not list its scopes.')
  }
  // API scopes ("api://…/jamfconnect", "okta.users.read") are in no list; only plain words are compared.
  const missing = wanted.filter((scope) => /^[a-z_]+$/i.test(scope) && !offered.includes(scope))
  const near = missing.flatMap((scope) =>
    offered.filter((each) => each.toLowerCase() === scope.toLowerCase()),
  )
  if (missing.length === 0) {
    return passed({ received: wanted.join(' ') })
  }
  const fixed = wanted.map(
    (scope) => near.find((each) => each.toLowerCase() === scope.toLowerCase()) ?? scope,
  )
  const kept = fixed.filter((scope) => !missing.includes(scope)).join('+')
  const repair = changeLoginKey(context.settings, `Use ${kept}`, 'OIDCScopes', {
    type: 'string',
    value: kept,
  })
  return warning({
    received: offered.join(' '),
    expected: missing.join(' '),
    means: `The provider does not list ${missing.join(', ')}. It may ignore a scope it does not know, or refuse the sign-in.`,
    change: 'Add the scope at the identity provider, or leave it out here.',
    remedy: loginKey('OIDCScopes', scopesConfigured && kept !== '' ? repair : undefined),
  })
}

/** Keys that name a claim of the ID token. */
const claimKeys = ['OIDCShortName', 'OIDCFullName', 'OIDCAdminAttribute']

function claims(context: DiscoveryContext): CheckResult {
  const { claims_supported: offered } = metadataOf(context)
  const wanted = claimKeys
    .map((key) => ({ key, claim: text(context.settings, key) }))
    .filter(({ claim }) => claim !== '')
  if (wanted.length === 0 || offered === undefined) {
    return skipped(
      offered === undefined
        ? 'The provider does not list its claims.'
        : 'No key of the configuration names a claim.',
    )
  }
  const [missing] = wanted.filter(({ claim }) => !offered.includes(claim))
  return missing === undefined
    ? passed({ received: wanted.map(({ claim }) => claim).join(', ') })
    : warning({
        received: offered.join(', '),
        expected: missing.claim,
        means: `${missing.key} names a claim that the provider does not list. Custom claims are often left out; the sign-in test shows what a token holds.`,
        remedy: loginKey(missing.key),
      })
}

function pkce(context: DiscoveryContext): CheckResult {
  const { code_challenge_methods_supported: offered } = metadataOf(context)
  return offered?.includes('S256') === true
    ? passed()
    : warning({
        received: offered?.join(', ') ?? 'No code_challenge_methods_supported',
        expected: 'S256',
        means: 'PKCE protects the code on its way back. Entra ID does not list it and accepts it.',
      })
}

function clientAuthentication(context: DiscoveryContext): CheckResult {
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
  const remedy: Remedy = { domain: LOGIN_DOMAIN, path: ['OIDCClientSecret'] }
  return warning({
    received: offered.join(', '),
    expected: wanted.join(' or '),
    means:
      clientSecret === null
        ? 'No client secret is configured, and the provider does not list public clients. Many accept them all the same.'
        : 'A client secret is configured, and the provider does not list a way to send one.',
    remedy,
  })
}
