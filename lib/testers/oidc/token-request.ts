import { type ClientAuth, ClientSecretPost, genericGrantRequest, None } from 'openid-client'
import type { Egress } from '../../egress/egress'
import { isBusy } from '../busy'
import { jsonObject, type Metadata } from '../discovery/metadata'
import { answerTo, configurationOf } from '../openid-client'
import { basicAuthentication, basicHeader, differsEncoded } from '../token-endpoint/basic'

/** How a client shows who it is at the token endpoint (OpenID Connect Core, section 9). */
export type ClientAuthentication =
  | 'none'
  | 'client_secret_post'
  | 'client_secret_basic'
  | 'client_secret_basic encoded'

/** What the token endpoint said. */
export type TokenAnswer = {
  readonly status: number
  /** Null when the answer is not a JSON object. */
  readonly body: Readonly<Record<string, unknown>> | null
  readonly contentType: string
  /** Target of a redirect. */
  readonly location: string | null
  readonly authentication: ClientAuthentication
  /** The other ways that the provider refused. */
  readonly refused: readonly ClientAuthentication[]
}

export type TokenRequest = {
  readonly egress: Egress
  readonly metadata: Metadata
  readonly clientId: string
  readonly clientSecret: string | null
  readonly signal: AbortSignal
  readonly parameters: Readonly<Record<string, string>>
}

/**
 * Asks for tokens. A secret is sent in the ways the provider lists until one is not refused; a code outlives such a
 * refusal. Where none is taken, the first refusal is the answer: what is said of the others may be about nothing but the
 * spelling. Throws EgressError when there is no answer.
 */
export async function requestTokens(request: TokenRequest): Promise<TokenAnswer> {
  const [first = 'none', ...others] = authenticationsFor(request)
  const initial = await send(request, first)
  if (!isClientRefusal(initial)) {
    return { ...initial, authentication: first, refused: [] }
  }
  const refused = [first]
  for (const authentication of others) {
    const answer = await send(request, authentication)
    if (passesClient(answer)) {
      return { ...answer, authentication, refused }
    }
    refused.push(authentication)
  }
  return { ...initial, authentication: first, refused: others }
}

/** Whether the answer to a secret in another way shows that it was taken: tokens, or an error about something else. */
function passesClient(answer: Received): boolean {
  const { status, body } = answer
  return !isBusy(status) && !isClientRefusal(answer) && body !== null && body.error !== 'invalid_request'
}

/** Whether an answer says that the client was not recognized (RFC 6749, section 5.2). */
export function isClientRefusal({ status, body }: Pick<TokenAnswer, 'status' | 'body'>): boolean {
  return body?.error === 'invalid_client' || (status === 401 && body?.error === undefined)
}

/**
 * RFC 6749 (section 2.3.1) has id and secret form-encoded before they go into the header; some servers do not decode
 * them, so that both spellings are tried when they differ.
 */
function authenticationsFor({ metadata, clientId, clientSecret }: TokenRequest): ClientAuthentication[] {
  if (clientSecret === null) {
    return ['none']
  }
  const offered = metadata.token_endpoint_auth_methods_supported
  const basic: ClientAuthentication[] = differsEncoded(clientId, clientSecret)
    ? ['client_secret_basic encoded', 'client_secret_basic']
    : ['client_secret_basic']
  const postFirst = offered === undefined || offered.includes('client_secret_post')
  return postFirst ? ['client_secret_post', ...basic] : [...basic, 'client_secret_post']
}

type Received = Pick<TokenAnswer, 'status' | 'body' | 'contentType' | 'location'>

async function send(request: TokenRequest, way: ClientAuthentication): Promise<Received> {
  const { egress, metadata, clientId, clientSecret, parameters, signal } = request
  const configuration = configurationOf(metadata, clientId, authenticate(way, clientId, clientSecret ?? ''))
  const endpoint = metadata.token_endpoint ?? ''
  // authorizationCodeGrant() takes the redirect URI from the answer, without its query and in the spelling of URL.
  const { status, headers, text } = await answerTo(
    { egress, name: 'Token', method: 'POST', endpoint, configuration, signal },
    () => genericGrantRequest(configuration, 'authorization_code', { ...parameters }),
  )
  return {
    status,
    body: jsonObject(text()),
    contentType: headers.get('content-type') ?? '',
    location: headers.get('location'),
  }
}

function authenticate(way: ClientAuthentication, id: string, secret: string): ClientAuth {
  switch (way) {
    case 'none':
      return None()
    case 'client_secret_post':
      return ClientSecretPost(secret)
    default:
      return basicAuthentication(basicHeader(id, secret, way === 'client_secret_basic encoded'))
  }
}
