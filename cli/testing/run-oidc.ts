import { finishOidc } from '@/lib/testers/oidc/finish'
import { planSignIn } from '@/lib/testers/oidc/plan'
import { broughtAs, readResponse } from '@/lib/testers/oidc/response'
import { startOidc } from '@/lib/testers/oidc/start'
import type { Continuation } from '@/lib/testers/report'
import type { Person } from './person'
import type { TestRequest } from './request'
import type { Session } from './session'

/** No page of Latchkey waits for the answer; it is always handed over. */
const home = 'http://127.0.0.1'

/** Signs in with the authorization code flow. Gives why it was not tested to the end; null when it was. */
export async function runOidc(
  request: TestRequest,
  { tools, print, person }: Session,
): Promise<string | null> {
  const { settings, responseType, responseMode } = request
  const choice = { responseType, responseMode, catcher: 'paste' } as const
  const plan = await planSignIn(settings, choice, home, tools.now())
  const next = await print.all(startOidc(plan, tools))
  if (next?.kind !== 'authorize') {
    return null
  }
  await explain(next, person)
  const brought = await answerOf(person)
  if (brought === null) {
    return 'The sign-in did not come back, so it was not tested to the end.'
  }
  const answer = broughtAs(brought)
  await print.all(finishOidc({ settings, ticket: plan.ticket, answer }, tools))
  return null
}

async function explain({ redirectUri }: Continuation & { readonly kind: 'authorize' }, { tell }: Person) {
  await tell(
    `Open the address in a browser and sign in. The browser ends at an address that begins with ${redirectUri} and cannot open it: copy that address.`,
  )
}

/** On a terminal the question is asked again when what was pasted is no answer; that uses nothing up. */
async function answerOf({ answer, present, tell }: Person): Promise<string | null> {
  while (true) {
    const brought = await answer('Final address (not shown, since it holds a code):', { hidden: true })
    if (brought === null || !present || readResponse(broughtAs(brought)) !== null) {
      return brought
    }
    await tell(
      'This holds no answer of a sign-in page. Copy the whole address, with what follows "?" or "#".',
    )
  }
}
