import type { Continuation, Finding, TestEvent } from '@/lib/api/report'
import { finishOidc } from '@/lib/testers/oidc/finish'
import type { Ticket } from '@/lib/testers/oidc/flow'
import { planSignIn } from '@/lib/testers/oidc/plan'
import { broughtAs } from '@/lib/testers/oidc/response'
import { startOidc, stopped } from '@/lib/testers/oidc/start'
import type { Person } from './person'
import type { TestRequest } from './request'
import type { Session } from './session'

/** No page of Latchkey waits for the answer; it is always handed over. */
const browser = { home: 'http://127.0.0.1', ownMachine: false }

/** Signs in with the authorization code flow. Gives why it was not tested to the end; null when it was. */
export async function runOidc(
  request: TestRequest,
  { tools, print, person }: Session,
): Promise<string | null> {
  const { settings, responseType, responseMode } = request
  const choice = { responseType, responseMode, catcher: 'paste' } as const
  const plan = planSignIn(settings, choice, browser, tools.now())
  const noted: { refusal?: Finding } = {}
  const next = await print.all(noting(startOidc(plan, tools), noted))
  if (next?.kind !== 'authorize') {
    return null
  }
  await explain(next, person)
  const obstacle = await bringAnswer(request, plan.ticket, { tools, print, person })
  if (obstacle === null || noted.refusal === undefined) {
    return obstacle
  }
  // Nothing could come back: what the provider said before is how the test ended.
  await print.all(endingWith(noted.refusal))
  return null
}

/** Passes events on and notes that the provider shows an error page in place of a sign-in. */
async function* noting(events: AsyncIterable<TestEvent>, noted: { refusal?: Finding }) {
  for await (const event of events) {
    const finding = event.type === 'finding' ? event.finding : null
    if (finding?.check === 'oidc.sign-in-request' && finding.outcome === 'failed') {
      noted.refusal = finding
    }
    yield event
  }
}

async function* endingWith(refusal: Finding): AsyncGenerator<TestEvent, void> {
  yield { type: 'done', summary: stopped(refusal), durationMs: 0 }
}

/** Takes what the person brings until it ends the sign-in; a script has one answer, and it is judged as it is. */
async function bringAnswer(
  { settings }: TestRequest,
  ticket: Ticket,
  { tools, print, person }: Pick<Session, 'tools' | 'print' | 'person'>,
): Promise<string | null> {
  while (true) {
    const question = 'Final address, or the text of an error page (not shown, since it may hold a code):'
    const brought = await person.answer(question, { hidden: true, whole: true })
    if (brought === null) {
      return 'The sign-in did not come back, so it was not tested to the end.'
    }
    const finish = { settings, ticket, answer: broughtAs(brought), goesOn: person.present }
    if ((await print.all(finishOidc(finish, tools))) === null) {
      return null
    }
  }
}

async function explain({ redirectUri }: Continuation & { readonly kind: 'authorize' }, { tell }: Person) {
  await tell(
    `Open the address in a browser and sign in. The browser ends at an address that begins with ${redirectUri} and cannot open it: copy that address. Where the provider shows an error instead, copy the text of its page.`,
  )
}
