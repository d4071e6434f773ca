import { buildAuthorizationUrl, calculatePKCECodeChallenge } from 'openid-client'
import type { ClientSettings } from '../client-settings'
import type { Metadata } from '../discovery/metadata'
import { configurationOf } from '../openid-client'
import type { Flow, Ticket } from './flow'

/**
 * The address of the sign-in page: authorization code with PKCE, nonce and state (OpenID Connect Core 3.1.2.1,
 * RFC 7636). Scopes are separated by spaces, whichever way the configuration joins them; URLSearchParams writes a
 * space as "+", and a "+" of the configuration never gets here as %2B.
 */
export async function authorizationUrl(
  metadata: Metadata,
  client: ClientSettings,
  flow: Flow,
  ticket: Ticket,
): Promise<string> {
  const parameters = {
    client_id: client.clientId,
    response_type: flow.responseType,
    scope: client.scopes.join(' '),
    redirect_uri: ticket.redirectUri,
    state: ticket.state,
    nonce: ticket.nonce,
    ...(flow.responseType === 'id_token' ? {} : await challengeOf(ticket)),
    ...(flow.modeIsDefault ? {} : { response_mode: flow.responseMode }),
    ...(client.ignoreCookies ? { prompt: 'login' } : {}),
  }
  // The library adds to what the endpoint has of its own: what is ours replaces it.
  const endpoint = new URL(metadata.authorization_endpoint ?? '')
  for (const name of Object.keys(parameters)) {
    endpoint.searchParams.delete(name)
  }
  const server = { ...metadata, authorization_endpoint: endpoint.href }
  return buildAuthorizationUrl(configurationOf(server, client.clientId), parameters).href
}

async function challengeOf({ verifier }: Ticket) {
  return { code_challenge: await calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256' }
}
