import { randomBytes } from 'node:crypto'
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
  /** Names the ticket; the first part of `state`. */
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
  const id = randomBytes(9).toString('base64url')
  return {
    id,
    state: `${id}.${randomState()}`,
    nonce: randomNonce(),
    verifier: randomPKCECodeVerifier(),
    clientId,
    responseType,
    responseMode,
    ...place,
    createdAt: now,
  }
}

/** The id of the ticket that a state belongs to; '' when it does not look like one of ours. */
export function ticketIdOf(state: string): string {
  return /^([\w-]{12})\.[\w-]{43}$/.exec(state)?.[1] ?? ''
}
