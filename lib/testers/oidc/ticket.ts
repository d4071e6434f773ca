import * as z from 'zod'
import { responseModes, responseTypes } from '../../api/sign-in-flow'
import { type Ticket, ticketLifetime } from './flow'

/** The cookie that binds a sign-in to the browser that began it. Only the requests of the test carry it. */
export const ticketCookie = {
  prefix: 'latchkey-sign-in-',
  path: '/api/tests/oidc',
  seconds: ticketLifetime / 1000,
  most: 4,
} as const

const schema: z.ZodType<Ticket> = z.strictObject({
  id: z.string(),
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  discoveryUrl: z.string(),
  clientId: z.string(),
  redirectUri: z.string(),
  responseType: z.enum(responseTypes),
  responseMode: z.enum(responseModes),
  createdAt: z.number(),
})

/** A ticket out of an opened cookie; null when it is none, one of an older Latchkey for instance. */
export function readTicket(value: unknown): Ticket | null {
  const read = schema.safeParse(value)
  return read.success ? read.data : null
}
