import type { AttemptOutcome } from '@/lib/api/attempts'
import type { Continuation, Summary } from '../../api/report'
import { limitInWords } from '../attempt-ledger'
import { failed, finding, passed, warning } from '../run-checks'
import type { TestRun } from '../stream-test'
import { ask, type Reply } from './ask'
import { judgeFault, judgeState } from './judge'
import { judgeReply } from './judge-reply'
import { finish, forgetSignIn, openCall } from './lifecycle'
import { checks } from './references'
import type { OktaSignIn } from './sign-in'
import { keepSignIn } from './transactions'

/** What is sent, and to whom the sign-in belongs. Nothing keeps the password. */
export type PasswordInput = { readonly userName: string; readonly password: string; readonly owner: string }

/** Sends the password. Whatever ends it, nothing stays open at Okta unless a question is handed to the browser. */
export async function begin(
  signIn: OktaSignIn,
  input: PasswordInput,
  run: TestRun,
): Promise<Summary | Continuation> {
  let handed = false
  try {
    const next = await finish(await first(signIn, input, run), signIn, run)
    handed = !run.signal.aborted
    return next
  } finally {
    if (!handed) {
      await forgetSignIn(signIn)
    }
  }
}

/** The request with the password. */
async function first(
  signIn: OktaSignIn,
  input: PasswordInput,
  run: TestRun,
): Promise<Summary | Continuation> {
  const { userName, password, owner } = input
  const { target, tools } = signIn
  signIn.handle = keepSignIn(owner, signIn) ?? ''
  if (signIn.handle === '') {
    const means = 'Too many sign-in tests are open at once.'
    return withoutAttempt(run, { means, change: 'Finish one of them, or wait five minutes.' })
  }
  const grant = await tools.attempts.reserve({ issuer: target.origin, userName, password })
  if (!grant.granted) {
    return withoutAttempt(run, limitInWords(grant.limit, grant.until, tools.now()))
  }
  tellAttempt(run, grant.failures)
  const call = openCall(signIn, run)
  run.conceal('password', password)
  const reply = await ask(call, 'Primary authentication', `${target.origin}/api/v1/authn`, {
    username: userName,
    password,
    options: { multiOptionalFactorEnroll: false, warnBeforePasswordExpired: true },
  })
  if ('state' in reply) {
    // Before anything else can fail: from here on there is something to cancel.
    signIn.state = reply.state
  }
  await tools.attempts.settle(grant.id, endingOfAttempt(reply))
  run.signal.throwIfAborted()
  return judgeReply(call, reply)
}

function withoutAttempt(run: TestRun, why: { readonly means: string; readonly change: string }): Summary {
  run.finding(finding(checks.budget, failed({ title: 'The attempt was not made', ...why })))
  return { verdict: 'failed', title: 'The password was not tried', text: `${why.means} ${why.change}` }
}

function tellAttempt(run: TestRun, failures: number): void {
  const received = `${failures} ${failures === 1 ? 'failure' : 'failures'} for this user within 15 minutes`
  const means = 'One more wrong password may lock the account. Latchkey then tries none for 15 minutes.'
  run.finding(finding(checks.budget, failures < 2 ? passed({ received }) : warning({ received, means })))
}

function endingOfAttempt(reply: Reply): AttemptOutcome {
  if ('state' in reply) {
    return judgeState(reply.state).attempt
  }
  if ('obstacle' in reply) {
    return reply.obstacle.neverLeft === true ? 'not-sent' : 'not-checked'
  }
  return judgeFault(reply.fault, reply.status).attempt
}
