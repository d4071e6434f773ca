import type { Continuation, Summary } from '../../api/report'
import { type CheckResult, failed, finding, passed, skipped, warning } from '../run-checks'
import type { OktaFault, OktaState } from './answer'
import { ask, type Call, type Obstacle, type Reply } from './ask'
import { endingOf, statementsOf } from './endings'
import { factorListCheck, judgeFactors } from './factor-advice'
import { faultMeaning } from './faults'
import { type Judgement, judgeFault, judgeState } from './judge'
import { keptState } from './kept-state'
import { circleOf, note } from './progress'
import { promptOf } from './prompts'
import { checks } from './references'
import type { OktaSignIn } from './sign-in'

type Next = Summary | Continuation

/** A pause that Okta asks for is not waited for longer than this, in milliseconds. */
const longestPause = 60_000

/** Tells what a reply means and says how the test goes on: with a question, or with its end. */
export async function judgeReply(call: Call, reply: Reply): Promise<Next> {
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

async function moved(call: Call, received: OktaState): Promise<Next> {
  const { signIn, run } = call
  const first = !signIn.told
  const judgement = judgeState(received)
  note(signIn.progress, signIn.state, received)
  const state = keptState(received, run.hide)
  signIn.state = { ...state, stateToken: state.stateToken ?? signIn.state?.stateToken ?? null }
  signIn.step = { kind: 'state' }
  if (state.status !== 'MFA_ENROLL_ACTIVATE') {
    signIn.picture = null
    signIn.enrolls = false
  }
  signIn.passwordRight ||= judgement.right === 'yes'
  if (first) {
    signIn.told = true
    tellPassword(call, state, judgement)
  }
  tellState(call, state)
  if (judgement.right === 'yes') {
    run.emit({ type: 'mac', statements: statementsOf(signIn) })
  }
  const circle = circleOf(signIn.progress, state)
  if (circle !== null) {
    run.finding(finding(checks.complete, failed({ received: state.status, means: circle.text })))
    return circle
  }
  return present(call) ?? endingOf(signIn, state)
}

function tellPassword({ run }: Call, { status }: OktaState, { right, title, row }: Judgement): void {
  const received = status || 'No status'
  const verdict = right === 'yes' ? passed : status === 'LOCKED_OUT' ? failed : warning
  const means =
    right === 'yes' ? nextStep(status) : 'Okta does not tell with this state whether the password is right.'
  const told = right === 'yes' ? {} : { title, ...(row === undefined ? {} : { row }) }
  run.finding(finding(checks.password, verdict({ ...told, received, means })))
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
    run.finding(finding(checks.expiry, warning({ received, ...expiry[status] })))
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
  PASSWORD_WARN: { means: 'The user should change the password before it expires.' },
  PASSWORD_EXPIRED: {
    title: 'The password has expired',
    means: 'The password is right, and Okta wants another one before it lets the user in.',
  },
} as const

async function refused(
  call: Call,
  { fault, status, resetAt }: Extract<Reply, { fault: OktaFault }>,
): Promise<Next> {
  const { signIn, run } = call
  const { means, change = '', next, refuses } = faultMeaning(fault.code, status)
  const details = { received: faultInWords(fault, status), means, change }
  if (!signIn.told) {
    return refusedPassword(call, judgeFault(fault, status), details)
  }
  const pause =
    resetAt === null ? undefined : Math.min(Math.max(resetAt - signIn.tools.now(), 0), longestPause)
  const verdict = next === 'wait' || next === 'reload' ? warning : failed
  const title = refuses === 'factor' ? {} : { title: 'Okta did not complete this step' }
  run.finding(finding(checks.factor, verdict({ ...details, ...title })))
  const over: Summary = {
    verdict: 'failed',
    title: 'The sign-in ended at Okta',
    text: `${means} ${change}`.trim(),
  }
  if (next === 'end') {
    return over
  }
  if (next === 'reload') {
    signIn.progress.sent = 'State'
    const again = await ask(call, 'State', `${signIn.target.origin}/api/v1/authn`, {
      stateToken: signIn.state?.stateToken,
    })
    return 'state' in again ? moved(call, again.state) : over
  }
  return present(call, `${means} ${change}`.trim(), pause) ?? over
}

/** Okta answers the password with an error: the title says yes, no or not known, and no more. */
function refusedPassword(
  { run }: Call,
  { right, title, row }: Judgement,
  details: { readonly received: string; readonly means: string; readonly change: string },
): Summary {
  const verdict = right === 'yes' ? 'warning' : 'failed'
  run.finding(
    finding(checks.password, { ...details, title, ...(row === undefined ? {} : { row }), outcome: verdict }),
  )
  return { verdict, title, text: `${details.means} ${details.change}`.trim() }
}

/** "401 E0000004 Authentication failed (error id oae…)". */
function faultInWords({ code, summary, causes, id }: OktaFault, status: number): string {
  const why = causes.length === 0 ? '' : `: ${causes.join('; ')}`
  return `${status} ${code} ${summary}${why}${id === '' ? '' : ` (error id ${id})`}`
}

function blocked({ run, signIn }: Call, { check, neverLeft: _, ending, ...details }: Obstacle): Summary {
  const named = check === 'okta.links' ? checks.links : check === 'okta.api' ? checks.api : checks.reachable
  run.finding(finding(named, failed({ ...details, remedy: signIn.target.key })))
  const titles = {
    'okta.links': 'Okta’s answer leads to another host',
    'okta.api': 'This host does not answer as Okta does',
    'okta.reachable': 'Okta cannot be reached',
  }
  const text = `${details.means ?? ''} ${details.change ?? ''}`.trim()
  return { verdict: 'failed', title: ending ?? titles[check], text }
}
