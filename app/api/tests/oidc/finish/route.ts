import { handleStream } from '@/lib/access/handle-stream'
import { openSealedCookie, sealedCookieIds } from '@/lib/access/sealed-cookie'
import { oidcFinishBody } from '@/lib/api/test-requests'
import { library } from '@/lib/library/library'
import { keptRun } from '@/lib/runs/kept-runs'
import { brokenTest, serverTools, settingsIn } from '@/lib/runs/tools'
import { finishOidc } from '@/lib/testers/oidc/finish'
import { ticketIdOf } from '@/lib/testers/oidc/flow'
import { broughtAs, readResponse } from '@/lib/testers/oidc/response'
import { readTicket, ticketCookie } from '@/lib/testers/oidc/ticket'

export const dynamic = 'force-dynamic'
export const runtime = 'nodejs'

/** Goes on with a sign-in that came back: TestEvents, one a line. */
export const POST = handleStream(
  oidcFinishBody,
  async ({ body, headers, person, signal }) => {
    const settings = await settingsIn(body)
    const answer = broughtAs(body.answer)
    const { key } = await library()
    const cookies = headers.get('cookie') ?? ''
    const named = body.id ?? ticketIdOf(readResponse(answer)?.parameters.get('state') ?? '')
    // An address without a state belongs to the only sign-in there is.
    const id = named || (sealedCookieIds(ticketCookie, cookies).at(-1) ?? '')
    const ticket = readTicket(openSealedCookie(ticketCookie, id, cookies, key))
    return {
      items: keptRun(body.run, { person, signal }, (end) =>
        finishOidc({ settings, ticket, answer, goesOn: true }, serverTools(end)),
      ),
    }
  },
  brokenTest,
)
