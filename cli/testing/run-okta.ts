import type { Continuation, OktaAnswer, OktaPrompt } from '@/lib/api/report'
import { answerOkta, testOkta } from '@/lib/testers/okta-authn/test-okta'
import { unguessable } from '@/lib/testers/okta-authn/transactions'
import { credentialsFrom } from './credentials'
import { fileLedger } from './ledger'
import { askPrompt } from './okta-dialogue'
import type { TestRequest } from './request'
import type { Session } from './session'

type Question = Continuation & { readonly kind: 'okta' }
type Step = OktaAnswer | { readonly obstacle: string }

/** Signs in through Okta's Authentication API. Gives why it was not tested to the end; null when it was. */
export async function runOkta(request: TestRequest, session: Session): Promise<string | null> {
  const { settings, app } = request
  const { io, tools, print, person } = session
  const attempts = await fileLedger(io)
  const credentials = await credentialsFrom(request, person)
  const owner = unguessable()
  const input = { settings, ...credentials, owner, ...(app === undefined ? {} : { app }) }
  let next = await print.all(testOkta(input, { ...tools, attempts }))
  let shown: OktaPrompt | null = null
  while (next?.kind === 'okta') {
    const { prompt } = next
    const step = tools.signal.aborted ? stopped : await stepFor(next, shown, session)
    const answer = 'obstacle' in step ? { action: 'cancel' } : step
    // The cancellation reaches Okta although the test is stopped.
    const { signal: _, ...without } = tools
    const used = 'obstacle' in step ? without : tools
    const events = answerOkta({ ...answer, handle: prompt.handle, owner }, used)
    shown = prompt
    next = events === null ? null : await print.all(events)
    if ('obstacle' in step) {
      return step.obstacle
    }
  }
  return null
}

const stopped: Step = { obstacle: 'The test was stopped, and the sign-in cancelled at Okta.' }

async function stepFor(
  { status, prompt }: Question,
  shown: OktaPrompt | null,
  { person }: Session,
): Promise<Step> {
  if (prompt.actions.some(({ id }) => id === 'skip') && prompt.pollMs === undefined) {
    return { action: 'skip' }
  }
  if (status.startsWith('MFA_ENROLL')) {
    return { obstacle: enrolment }
  }
  if (!person.present) {
    return { obstacle: `${needsPerson} ${factorsOf(prompt)}`.trim() }
  }
  return (await askPrompt(prompt, shown, person)) ?? stopped
}

const enrolment =
  'The password is right, and Okta wants a factor to be enrolled, which changes the account for good. Do that in the web app or on Okta’s own pages, and test again.'
const needsPerson =
  'The password is right, and Okta asks for a second factor, which only somebody at a terminal can answer. Run the test there, or with a user without one.'

function factorsOf({ factors = [] }: OktaPrompt): string {
  const labels = factors.map(({ label }) => label).join(', ')
  return labels === '' ? '' : `Okta offers: ${labels}.`
}
