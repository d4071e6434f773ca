import type { Continuation, Summary } from '../../api/report'
import type { TestRun } from '../stream-test'
import type { Call } from './ask'
import { cancelAtOkta } from './cancel'
import { newProgress } from './progress'
import type { OktaSignIn } from './sign-in'
import { close } from './transactions'

/** A sign-in that has not begun at Okta yet. */
export function newSignIn(given: Pick<OktaSignIn, 'target' | 'settings' | 'userName' | 'tools'>): OktaSignIn {
  const signIn: OktaSignIn = {
    ...given,
    handle: '',
    state: null,
    step: { kind: 'state' },
    told: false,
    passwordRight: false,
    enrolls: false,
    picture: null,
    concern: null,
    progress: newProgress(),
    askedAt: 0,
    turn: Promise.resolve(),
    end: () => cancelAtOkta(signIn, null),
  }
  return signIn
}

/** Opens the door to the network for one request of the browser. */
export function openCall(signIn: OktaSignIn, run: TestRun): Call {
  const egress = signIn.tools.openEgress(run.door)
  const { stateToken } = signIn.state ?? {}
  if (typeof stateToken === 'string') {
    run.conceal('stateToken', stateToken)
  }
  return { signIn, run, egress }
}

/** A test that is over is cancelled at Okta, in the sight of whoever watches. */
export async function finish(
  next: Summary | Continuation,
  signIn: OktaSignIn,
  run: TestRun,
): Promise<Summary | Continuation> {
  if ('verdict' in next) {
    await cancelAtOkta(signIn, run)
    await forgetSignIn(signIn)
  }
  return next
}

/** Forgets the sign-in; what is open at Okta is cancelled there. */
export async function forgetSignIn(signIn: OktaSignIn): Promise<void> {
  await close(signIn.handle)
  await signIn.end()
}
