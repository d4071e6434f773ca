import type { Continuation, Summary } from '../report'
import { type CheckResult, failed, finding, passed, skipped, warning } from '../run-checks'
import type { OktaFault, OktaState } from './answer'
import { ask, type Call, type Obstacle, type Reply } from './ask'
import { endingOf, statementsOf } from './endings'
import { factorListCheck, judgeFactors } from './factor-advice'
import { faultMeaning } from './faults'
import { circleOf, note } from './progress'
import { promptOf } from './prompts'
import { checks } from './references'
import type { OktaSignIn } from './sign-in'

type Next = Summary | Continuation

/** States in which the password was right. */
const accepted = /^(SUCCESS|MFA_|PASSWORD_(WARN|EXPIRED))/
/** A pause that Okta asks for is not waited for longer than this, in milliseconds. */
const longestPause = 60_000

/** Tells what a reply means and says how the test goes on: with a question, or with its end. */
export async function advance(call: Call, reply: Reply): Promise<Next> {
  if ('obstacle' in reply) {
    return blocked(call, reply.obstacle)
  }
  call.run.finding(finding(checks.api, passed()))
  return 'fault' in reply ? refused(call, reply) : moved(call, reply.state)
}

/** The question of the state the sign-in is in; `notice` is said before it. */
export function present({ signIn }: Call, notice: string | null = null, pollMs?: number): Next | null {
  const prompt = promptOf(signIn, notice)
  const pause = pollMs === undefined || prompt?.pollMs === undefined ? {} : { pollMs }
  return prompt === null
    ? null
    : { kind: 'okta', status: signIn.state?.status ?? '', prompt: { ...prompt, ...pause } }
}

async function moved(call: Call, state: OktaState): Promise<Next> {
  const { signIn, run } = call
  const first = !signIn.told
  note(signIn.progress, signIn.state, state)
  signIn.state = { ...state, stateToken: state.stateToken ?? signIn.state?.stateToken ?? null }
  signIn.step = { kind: 'state' }
  if (state.status !== 'MFA_ENROLL_ACTIVATE') {
    signIn.picture = null
    signIn.enrolls = false
  }
  if (first) {
    signIn.told = true
    tellPassword(call, state)
  }
  tellState(call, state)
  if (accepted.test(state.status)) {
    run.emit({ type: 'mac', statements: statementsOf(signIn) })
  }
  const circle = circleOf(signIn.progress, state)
  if (circle !== null) {
    run.finding(finding(checks.complete, failed({ received: state.status, means: circle.text })))
    return circle
  }
  return present(call) ?? endingOf(signIn, state)
}

function tellPassword({ run }: Call, { status }: OktaState): void {
  const right = accepted.test(status)
  const received = status || 'No status'
  const verdict = status === 'LOCKED_OUT' ? failed : right ? passed : warning
  const means = right
    ? nextStep(status)
    : `Whether the password is right is not known from the state ${status}.`
  run.finding(
    finding(
      checks.password,
      verdict({ received, means: status === 'LOCKED_OUT' ? 'The account is locked.' : means }),
    ),
  )
  run.finding(
    finding(
      checks.network,
      skipped(
        `Okta’s policies saw the network address of this server, not that of a Mac. A rule about networks may decide otherwise there.`,
      ),
    ),
  )
}

function nextStep(status: string): string {
  const steps: Readonly<Record<string, string>> = {
    SUCCESS: 'Nothing follows: the sign-in is complete.',
    MFA_REQUIRED: 'Next step: a second factor, which Jamf Connect asks for.',
    MFA_CHALLENGE: 'Next step: a second factor, which Jamf Connect asks for.',
    MFA_ENROLL: 'Next step: the user has to enroll a factor.',
    MFA_ENROLL_ACTIVATE: 'Next step: the user has to finish enrolling a factor.',
    PASSWORD_WARN: 'Next step: none, but the password expires soon.',
    PASSWORD_EXPIRED: 'Next step: the user has to change the password.',
  }
  return steps[status] ?? `Next step: ${status}.`
}

function tellState(call: Call, state: OktaState): void {
  const { run, signIn } = call
  const { status, factorResult } = state
  if (status === 'MFA_REQUIRED') {
    const result = judgeFactors(state.factors, signIn.settings, signIn.target.app)
    run.finding(finding(factorListCheck, result))
    if (result.outcome === 'failed') {
      const { means = '', change = '', remedy } = result
      const repair = remedy?.repair
      const title = 'The password is right, but Jamf Connect has no factor to offer'
      signIn.concern = { verdict: 'failed', title, text: `${means} ${change}`, ...(repair ? { repair } : {}) }
    }
  }
  if (status === 'MFA_ENROLL') {
    const optional = (state.links.skip ?? []).length > 0
    const title = optional ? 'Okta offers to enroll a factor' : 'A factor has to be enrolled first'
    const means = `The user is asked for a factor before the sign-in is complete${optional ? ', and may go on without one' : ''}. Enroll test users at Okta before they try a Mac.`
    run.finding(finding(factorListCheck, warning({ title, means })))
  }
  if (status === 'PASSWORD_WARN' || status === 'PASSWORD_EXPIRED') {
    const received = state.daysLeft === null ? status : `${status}, ${state.daysLeft} days`
    run.finding(
      finding(
        checks.expiry,
        (status === 'PASSWORD_WARN' ? warning : failed)({ received, means: expiry[status] }),
      ),
    )
  }
  if (factorResult === 'REJECTED' || factorResult === 'TIMEOUT') {
    const means = factorResult === 'REJECTED' ? 'The device denied it.' : 'Nobody answered in time.'
    run.finding(finding(checks.factor, failed({ received: `${status}, ${factorResult}`, means })))
  }
  if (status === 'SUCCESS') {
    run.finding(finding(checks.factor, secondFactorOf(signIn)))
    const means =
      'Okta issued a session token. It is not shown, and it is not exchanged: nobody is signed in.'
    run.finding(finding(checks.complete, passed({ received: 'SUCCESS', means })))
  }
}

/** Whether there was a second factor, which SUCCESS alone does not say. */
function secondFactorOf({ progress, userName }: OktaSignIn): CheckResult {
  const { asked, given } = progress
  if (given === 'factor') {
    return passed({ received: 'SUCCESS' })
  }
  if (given === 'enrollment') {
    return passed({ received: 'SUCCESS', means: 'It is the one that was enrolled in this test.' })
  }
  return skipped(
    asked === 'enrollment'
      ? 'The enrollment of a factor was skipped, and Okta lets the user in with the password alone.'
      : `Okta asks ${userName} for no second factor from this network.`,
  )
}

const expiry = {
  PASSWORD_WARN: 'The user should change the password before it expires.',
  PASSWORD_EXPIRED: 'The password is right, and Okta wants another one before it lets the user in.',
} as const

async function refused(
  call: Call,
  { fault, status, resetAt }: Extract<Reply, { fault: OktaFault }>,
): Promise<Next> {
  const { signIn, run } = call
  const { means, change = '', next } = faultMeaning(fault.code, status)
  const first = !signIn.told
  const details = { received: faultInWords(fault, status), means, change }
  const pause =
    resetAt === null ? undefined : Math.min(Math.max(resetAt - signIn.tools.now(), 0), longestPause)
  const goesOn = !first && next !== 'end'
  run.finding(
    finding(
      first ? checks.password : checks.factor,
      (goesOn && next !== 'again' ? warning : failed)(details),
    ),
  )
  if (!goesOn) {
    return refusal(first, fault, means, change, status)
  }
  if (next === 'reload') {
    signIn.progress.sent = 'State'
    const again = await ask(call, 'State', `${signIn.target.origin}/api/v1/authn`, {
      stateToken: signIn.state?.stateToken,
    })
    return 'state' in again ? moved(call, again.state) : refusal(first, fault, means, change, status)
  }
  return present(call, `${means} ${change}`.trim(), pause) ?? refusal(first, fault, means, change, status)
}

function refusal(first: boolean, fault: OktaFault, means: string, change: string, status: number): Summary {
  const { password } = faultMeaning(fault.code, status)
  const title = !first
    ? 'The sign-in ended at Okta'
    : password === 'refused'
      ? 'Okta refuses the user name or the password'
      : 'Okta does not let the user sign in'
  return { verdict: 'failed', title, text: `${means} ${change}`.trim() }
}

/** "401 E0000004 Authentication failed (error id oae…)". */
function faultInWords({ code, summary, causes, id }: OktaFault, status: number): string {
  const why = causes.length === 0 ? '' : `: ${causes.join('; ')}`
  return `${status} ${code} ${summary}${why}${id === '' ? '' : ` (error id ${id})`}`
}

function blocked({ run, signIn }: Call, { check, neverLeft: _, ...details }: Obstacle): Summary {
  const named = check === 'okta.links' ? checks.links : check === 'okta.api' ? checks.api : checks.reachable
  run.finding(finding(named, failed({ ...details, remedy: signIn.target.key })))
  const titles = {
    'okta.links': 'Okta’s answer leads to another host',
    'okta.api': 'This host does not answer as Okta does',
    'okta.reachable': 'Okta cannot be reached',
  }
  const text = `${details.means ?? ''} ${details.change ?? ''}`.trim()
  return { verdict: 'failed', title: titles[check], text }
}
