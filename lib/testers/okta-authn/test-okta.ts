import type { Settings } from '../../schema/context'
import type { Continuation, Finding, Summary, TestEvent } from '../report'
import { failed, finding, runChecks } from '../run-checks'
import { streamTest, type TestRun } from '../stream-test'
import { act, type OktaAnswer } from './actions'
import { advance } from './advance'
import { ask, type Call, type Reply } from './ask'
import { cancelAtOkta } from './cancel'
import { factorListCheck } from './factor-advice'
import { faultMeaning } from './faults'
import { checks } from './references'
import type { AttemptEnding, OktaSignIn, OktaTools } from './sign-in'
import { appOf, type OktaApp, type OktaTarget, type TargetContext, targetChecks } from './target'
import { close, expireIn, find, idleTime, keep } from './transactions'

export type OktaInput = {
  readonly settings: Settings
  /** Whose settings are tried; the app that has an Okta domain unless given. */
  readonly app?: OktaApp | undefined
  readonly userName: string
  readonly password: string
  /** The cookie of the browser that may go on with this sign-in. */
  readonly owner: string
}

/** What the owner of a sign-in wants to do next. */
export type OktaStep = OktaAnswer & { readonly handle: string; readonly owner: string }

const names = [...targetChecks, checks.budget, checks.reachable, checks.api, checks.password, checks.network]
  .concat([factorListCheck, checks.factor, checks.complete] as never)
  .map(({ id }) => id)

/** Time for a reload of the page to answer in place of the request that was aborted, in milliseconds. */
const grace = 5_000

/**
 * Sends the user name and the password to Okta's Authentication API as Jamf Connect does with the provider Okta, once.
 * Ends in "done", or in "continue" when Okta asks for something; answerOkta goes on from there.
 */
export async function* testOkta(input: OktaInput, tools: OktaTools): AsyncGenerator<TestEvent, void> {
  const { signal, now } = tools
  let signIn: OktaSignIn | null = null
  let handed = false
  const options = { kind: 'okta', checks: names, now, ...(signal === undefined ? {} : { signal }) } as const
  const events = streamTest(options, async (run) => {
    const found = await findTarget(input, run)
    if ('verdict' in found) {
      return found
    }
    const begun = newSignIn(input, found, tools)
    signIn = begun
    return begin(begun, input, run)
  })
  try {
    for await (const event of events) {
      yield event
      handed ||= event.type === 'continue'
    }
  } finally {
    if (!handed && signIn !== null) {
      await leave(signIn)
    }
  }
}

/**
 * Goes on with a sign-in. Null when there is none of that name for this owner. A request that is aborted leaves the
 * sign-in to the next one for a moment, then it is cancelled at Okta.
 */
export function answerOkta(step: OktaStep, tools: OktaTools): AsyncGenerator<TestEvent, void> | null {
  const signIn = find(step.handle, step.owner)
  return signIn === null ? null : answers(signIn, step, tools)
}

async function* answers(
  signIn: OktaSignIn,
  step: OktaStep,
  tools: OktaTools,
): AsyncGenerator<TestEvent, void> {
  const { signal, now } = tools
  const before = signIn.turn
  let release = () => {}
  signIn.turn = new Promise((resolve) => {
    release = resolve
  })
  let done = false
  const options = { kind: 'okta', checks: names, now, ...(signal === undefined ? {} : { signal }) } as const
  const events = streamTest(options, async (run) => {
    await before
    expireIn(signIn.handle, idleTime)
    try {
      const next =
        step.action === 'cancel' ? stopped : await moving(() => act(openCall(signIn, run), step), signIn, run)
      return await finish(next, signIn, run)
    } finally {
      release()
    }
  })
  try {
    for await (const event of events) {
      yield event
      done ||= event.type === 'continue' || (event.type === 'done' && event.summary.verdict !== 'cancelled')
    }
  } finally {
    if (!done) {
      expireIn(signIn.handle, signIn.tools.graceMs ?? grace)
    }
  }
}

const stopped: Summary = {
  verdict: 'cancelled',
  title: 'The test was stopped',
  text: 'The sign-in was cancelled at Okta.',
}

/** An unexpected error ends the sign-in at Okta too; an abort is left to the grace period. */
async function moving<T>(work: () => Promise<T>, signIn: OktaSignIn, run: TestRun): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!run.signal.aborted) {
      await leave(signIn)
    }
    throw error
  }
}

async function findTarget({ settings, app }: OktaInput, run: TestRun): Promise<OktaTarget | Summary> {
  const context: TargetContext = { settings, app: app ?? appOf(settings) }
  let wrong: Finding | null = null
  for await (const found of runChecks(targetChecks, context, { signal: run.signal })) {
    run.finding(found)
    wrong ??= found.outcome === 'failed' ? found : null
  }
  if (context.target !== undefined) {
    return context.target
  }
  const { title = '', means = '', change = '', remedy } = wrong ?? {}
  const repair = remedy?.repair
  return {
    verdict: 'failed',
    title: 'Nobody can sign in with this configuration',
    text: `“${title}” does not hold. ${means} ${change}`.trim(),
    ...(repair === undefined ? {} : { repair }),
  }
}

/** Sends the password. Whatever ends it, nothing stays open at Okta unless a question is handed to the browser. */
async function begin(signIn: OktaSignIn, input: OktaInput, run: TestRun): Promise<Summary | Continuation> {
  let handed = false
  try {
    const next = await finish(await first(signIn, input, run), signIn, run)
    handed = !run.signal.aborted
    return next
  } finally {
    if (!handed) {
      await leave(signIn)
    }
  }
}

/** The request with the password. */
async function first(signIn: OktaSignIn, input: OktaInput, run: TestRun): Promise<Summary | Continuation> {
  const { userName, password, owner } = input
  const { target, tools } = signIn
  signIn.handle = keep(owner, signIn) ?? ''
  if (signIn.handle === '') {
    return withoutAttempt(
      run,
      'Too many sign-in tests are open at once. Finish one of them, or wait five minutes.',
    )
  }
  const attempt = await tools.attempts?.reserve({ issuer: target.origin, userName, password })
  if (attempt !== undefined && 'refusal' in attempt) {
    return withoutAttempt(run, attempt.refusal)
  }
  const call = openCall(signIn, run)
  call.secrets.set('password', password)
  const reply = await ask(call, 'Primary authentication', `${target.origin}/api/v1/authn`, {
    username: userName,
    password,
    options: { multiOptionalFactorEnroll: false, warnBeforePasswordExpired: true },
  })
  if ('state' in reply) {
    // Before anything else can fail: from here on there is something to cancel.
    signIn.state = reply.state
  }
  await attempt?.settle(endingOfAttempt(reply))
  run.signal.throwIfAborted()
  return advance(call, reply)
}

function withoutAttempt(run: TestRun, means: string): Summary {
  run.finding(finding(checks.budget, failed({ means })))
  return { verdict: 'failed', title: 'The password was not tried', text: means }
}

function endingOfAttempt(reply: Reply): AttemptEnding {
  if ('state' in reply) {
    return reply.state.status === 'LOCKED_OUT' ? 'failed' : 'accepted'
  }
  if ('obstacle' in reply) {
    return reply.obstacle.mayHaveArrived === true ? 'failed' : 'not-checked'
  }
  const { password } = faultMeaning(reply.fault.code, reply.status)
  return password === 'unknown' ? 'failed' : password
}

function openCall(signIn: OktaSignIn, run: TestRun): Call {
  const { signal, startedAt, exchange: onExchange } = run
  const egress = signIn.tools.openEgress({ signal, startedAt, onExchange })
  const secrets = new Map<string, string>()
  const { stateToken } = signIn.state ?? {}
  if (typeof stateToken === 'string') {
    egress.protect('stateToken', stateToken)
    secrets.set('stateToken', stateToken)
  }
  return { signIn, run, egress, secrets }
}

function newSignIn(input: OktaInput, target: OktaTarget, tools: OktaTools): OktaSignIn {
  const { settings, userName } = input
  const signIn: OktaSignIn = {
    target,
    settings,
    userName,
    tools,
    handle: '',
    state: null,
    step: { kind: 'state' },
    told: false,
    enrolls: false,
    picture: null,
    concern: null,
    secondFactor: false,
    askedAt: 0,
    turn: Promise.resolve(),
    end: () => cancelAtOkta(signIn, null),
  }
  return signIn
}

/** A test that is over is cancelled at Okta, in the sight of whoever watches. */
async function finish(
  next: Summary | Continuation,
  signIn: OktaSignIn,
  run: TestRun,
): Promise<Summary | Continuation> {
  if ('verdict' in next) {
    await cancelAtOkta(signIn, run)
    await leave(signIn)
  }
  return next
}

/** Forgets the sign-in; what is open at Okta is cancelled there. */
async function leave(signIn: OktaSignIn): Promise<void> {
  await close(signIn.handle)
  await signIn.end()
}
