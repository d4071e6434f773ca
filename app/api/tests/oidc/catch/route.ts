import { handle } from '@/lib/access/handle'
import { isOwnMachine } from '@/lib/access/own-machine'
import { RequestError } from '@/lib/access/problem'
import { openSealedCookie } from '@/lib/access/sealed-cookie'
import type { CatchState } from '@/lib/api/sign-in-flow'
import { oidcCatchBody } from '@/lib/api/test-requests'
import { library } from '@/lib/library/library'
import { catchAnswer } from '@/lib/testers/oidc/catchers'
import { findPending } from '@/lib/testers/oidc/pending'
import { readTicket, ticketCookie } from '@/lib/testers/oidc/ticket'

export const dynamic = 'force-dynamic'
export const runtime = 'nodejs'

/** Has the answer of a sign-in of this browser caught on this machine, or no longer. */
export const POST = handle({ body: oidcCatchBody }, async ({ body, headers }) => {
  const { key } = await library()
  const cookie = openSealedCookie(ticketCookie, body.id, headers.get('cookie') ?? '', key)
  const ticket = readTicket(cookie)
  if (ticket === null || findPending(ticket.state, Date.now()) === null) {
    throw new RequestError(409, 'no-sign-in', 'This sign-in is over. Start it again.')
  }
  const state = await catchAnswer(ticket, body.caught, isOwnMachine(headers))
  const answer: CatchState = state.listening
    ? { caught: true }
    : { caught: false, ...(state.advice === '' ? {} : { advice: state.advice }) }
  return Response.json(answer)
})
