import type { TestRun } from '../stream-test'
import { ownAddress } from './ask'
import type { OktaSignIn } from './sign-in'

/** Longest time a cancellation may take, in milliseconds. */
const patience = 5_000

/**
 * Cancels a sign-in at Okta, which makes its state token worthless, and forgets the token. What Okta answers does not
 * matter: a sign-in that is complete has nothing to cancel. With a `run`, its exchange is shown. Never throws.
 */
export async function cancelAtOkta(signIn: OktaSignIn, run: TestRun | null): Promise<void> {
  const { state, target, tools } = signIn
  signIn.state = null
  signIn.picture = null
  const stateToken = state?.stateToken
  if (!stateToken) {
    return
  }
  const published = state?.links.cancel?.[0]?.href ?? ''
  const own = published === '' ? null : ownAddress(published, target.origin)
  const url = own ?? `${target.origin}/api/v1/authn/cancel`
  const egress = tools.openEgress({
    ...run?.door,
    signal: AbortSignal.timeout(patience),
  })
  const secretFields = ['stateToken']
  await egress
    .request({ name: 'Cancel', method: 'POST', url, json: { stateToken }, secretFields })
    .catch(() => undefined)
}
