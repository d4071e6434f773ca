import type { ClientSettings } from '../client-settings'
import type { Metadata } from '../discovery/metadata'
import { type Flow, sha256, type Ticket } from './flow'

/**
 * The address of the sign-in page: authorization code with PKCE, nonce and state (OpenID Connect Core 3.1.2.1,
 * RFC 7636). Scopes are separated by spaces, whichever way the configuration joins them; URLSearchParams writes a
 * space as "+", and a "+" of the configuration never gets here as %2B.
 */
export function authorizationUrl(
  { authorization_endpoint: endpoint = '' }: Metadata,
  client: ClientSettings,
  flow: Flow,
  ticket: Ticket,
): string {
  const url = new URL(endpoint)
  const parameters = {
    client_id: client.clientId,
    response_type: flow.responseType,
    scope: client.scopes.join(' '),
    redirect_uri: ticket.redirectUri,
    state: ticket.state,
    nonce: ticket.nonce,
    ...(flow.responseType === 'id_token'
      ? {}
      : { code_challenge: sha256(ticket.verifier), code_challenge_method: 'S256' }),
    ...(flow.modeIsDefault ? {} : { response_mode: flow.responseMode }),
    ...(client.ignoreCookies ? { prompt: 'login' } : {}),
  }
  for (const [name, value] of Object.entries(parameters)) {
    url.searchParams.set(name, value)
  }
  return url.href
}
