import { createHash } from 'node:crypto'
import { randomNonce, randomPKCECodeVerifier, randomState } from 'openid-client'
import type { ResponseMode, ResponseType } from '../../api/sign-in-flow'
import { traitsOf, type Vendor } from '../../products/jamf-connect/providers/vendors'
import type { ClientSettings } from '../client-settings'

export type Flow = {
  readonly responseType: ResponseType
  readonly responseMode: ResponseMode
  /** response_mode is sent only when it is not the default of the response type. */
  readonly modeIsDefault: boolean
}

/**
 * The flow of a test, by the provider behind the address. Jamf's set-up for Okta allows the hybrid flow, which implies
 * "code id_token" there; for the others a plain code works. Jamf documents neither.
 */
export function flowOf(
  provider: Vendor | null,
  asked: {
    readonly responseType?: ResponseType | undefined
    readonly responseMode?: ResponseMode | undefined
  },
): Flow {
  const hybrid = traitsOf(provider)?.hybrid === true
  const responseType = asked.responseType ?? (hybrid ? 'code id_token' : 'code')
  // OAuth 2.0 Multiple Response Type Encoding Practices, section 2.1 and 5
  const usual = responseType === 'code' ? 'query' : 'fragment'
  const responseMode = asked.responseMode ?? usual
  return { responseType, responseMode, modeIsDefault: responseMode === usual }
}

/** What one sign-in is bound to. It leaves the server only sealed. */
export type Ticket = {
  /** Names the ticket where others may see it: ticketIdOf() its state. */
  readonly id: string
  readonly state: string
  readonly nonce: string
  readonly verifier: string
  readonly discoveryUrl: string
  readonly clientId: string
  readonly redirectUri: string
  readonly responseType: ResponseType
  readonly responseMode: ResponseMode
  /** Milliseconds since 1970. */
  readonly createdAt: number
}

/** How long a ticket is good for, in milliseconds. */
export const ticketLifetime = 10 * 60 * 1000

/** A ticket for one sign-in: state, nonce and verifier have 256 random bits each. */
export function newTicket(
  { clientId }: ClientSettings,
  { responseType, responseMode }: Flow,
  place: { readonly discoveryUrl: string; readonly redirectUri: string },
  now: number,
): Ticket {
  const state = randomState()
  return {
    id: ticketIdOf(state),
    state,
    nonce: randomNonce(),
    verifier: randomPKCECodeVerifier(),
    clientId,
    responseType,
    responseMode,
    ...place,
    createdAt: now,
  }
}

/**
 * The id of the ticket that a state belongs to. It stands in the name of a cookie, which servers on other ports of the host
 * get to see, so it tells nothing of the state.
 */
export function ticketIdOf(state: string): string {
  return createHash('sha256').update(state).digest('base64url').slice(0, 12)
}
