import { handleStream } from '@/lib/access/handle-stream'
import { isOwnMachine } from '@/lib/access/own-machine'
import { sealedCookies } from '@/lib/access/sealed-cookie'
import { oidcStartBody } from '@/lib/api/test-requests'
import { library } from '@/lib/library/library'
import { notedRun } from '@/lib/runs/noted-run'
import { brokenTest, serverTools, settingsIn } from '@/lib/runs/tools'
import { planSignIn } from '@/lib/testers/oidc/plan'
import { startOidc } from '@/lib/testers/oidc/start'
import { ticketCookie } from '@/lib/testers/oidc/ticket'

export const dynamic = 'force-dynamic'
export const runtime = 'nodejs'

/**
 * Begins a sign-in: TestEvents, one a line. "continue" has the address of the sign-in page; the finding about the signing
 * keys may follow it.
 */
export const POST = handleStream(
  oidcStartBody,
  async ({ body, headers, person, signal }) => {
    const settings = await settingsIn(body)
    const home = headers.get('origin') ?? `http://${headers.get('host')}`
    const browser = { home, ownMachine: isOwnMachine(headers) }
    const plan = planSignIn(settings, body, browser, Date.now())
    const { key } = await library()
    const cookies = headers.get('cookie') ?? ''
    const secure = home.startsWith('https:')
    const lines = sealedCookies(ticketCookie, plan.ticket.id, plan.ticket, { key, secure, cookies })
    return {
      items: await notedRun(body.run, { person, signal }, (end) => startOidc(plan, serverTools(end))),
      headers: lines.map((line) => ['Set-Cookie', line] as const),
    }
  },
  brokenTest,
)
