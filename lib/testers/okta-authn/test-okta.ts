import type { OktaAnswer, Summary, TestEvent } from '../../api/report'
import type { Settings } from '../../schema/settings'
import { streamTest, type TestOptions, type TestRun } from '../stream-test'
import { takeAnswer } from './actions'
import { factorListCheck } from './factor-advice'
import { finish, forgetSignIn, newSignIn, openCall } from './lifecycle'
import { begin } from './password'
import { checks } from './references'
import type { OktaSignIn, OktaTools } from './sign-in'
import { findTarget, type OktaApp, targetChecks } from './target'
import { expireIn, find, idleTime } from './transactions'

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

const names: readonly string[] = [
  ...targetChecks,
  checks.budget,
  checks.api,
  checks.password,
  checks.network,
  factorListCheck,
  checks.factor,
  checks.complete,
].map(({ id }) => id)

/** Time for a reload of the page to answer in place of the request that was aborted, in milliseconds. */
const grace = 5_000

/**
 * Sends the user name and the password to Okta's Authentication API as Jamf Connect does with the provider Okta, once.
 * Ends in "done", or in "continue" when Okta asks for something; answerOkta goes on from there.
 */
export async function* testOkta(input: OktaInput, tools: OktaTools): AsyncGenerator<TestEvent, void> {
  let signIn: OktaSignIn | null = null
  let handed = false
  const options = optionsOf(input.userName, tools)
  const events = streamTest(options, async (run) => {
    const found = await findTarget(input, run)
    if ('verdict' in found) {
      return found
    }
    const { settings, userName } = input
    const begun = newSignIn({ target: found, settings, userName, tools })
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
      await forgetSignIn(signIn)
    }
  }
}

function optionsOf(userName: string, { signal, now }: Pick<OktaTools, 'now' | 'signal'>): TestOptions {
  return { kind: 'okta', checks: names, userName, now, ...(signal === undefined ? {} : { signal }) }
}

/**
 * Goes on with a sign-in. Null when there is none of that name for this owner. A request that is aborted leaves the
 * sign-in to the next one for a moment, then it is cancelled at Okta.
 */
export function answerOkta(
  step: OktaStep,
  tools: Pick<OktaTools, 'now' | 'signal'>,
): AsyncGenerator<TestEvent, void> | null {
  const signIn = find(step.handle, step.owner)
  return signIn === null ? null : answers(signIn, step, tools)
}

/** Time for a page that has gone to come back by a reload, in milliseconds. */
const reload = 10_000

/**
 * Takes note that the page of a sign-in has gone, or is here again: without it the sign-in is cancelled at Okta soon. Nothing
 * happens where there is none of that name for this owner.
 */
export function holdOkta({ handle, owner }: Pick<OktaStep, 'handle' | 'owner'>, here: boolean): void {
  if (find(handle, owner) !== null) {
    expireIn(handle, here ? idleTime : reload)
  }
}

async function* answers(
  signIn: OktaSignIn,
  step: OktaStep,
  tools: Pick<OktaTools, 'now' | 'signal'>,
): AsyncGenerator<TestEvent, void> {
  const before = signIn.turn
  let release = () => {}
  signIn.turn = new Promise((resolve) => {
    release = resolve
  })
  let begun = false
  let done = false
  const events = streamTest(optionsOf(signIn.userName, tools), async (run) => {
    begun = true
    await before
    expireIn(signIn.handle, idleTime)
    try {
      const next =
        step.action === 'cancel'
          ? stopped
          : await moving(() => takeAnswer(openCall(signIn, run), step), signIn, run)
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
    if (!begun) {
      release()
    }
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
      await forgetSignIn(signIn)
    }
    throw error
  }
}
