import { parseToken } from '../id-token/parsed-token'
import { type CheckResult, failed } from '../run-checks'
import { type FinishContext, given } from './context'
import { refusePacked } from './plain-answer'
import { isSignedForThis } from './signed-answer'

/**
 * Why an answer is none of this sign-in: it does not have its state, exactly once. Null when it has it. A signed answer (JARM)
 * holds its state in the token, which counts when the provider's signature does. Uses nothing up, and judges nothing else.
 */
export async function strayFrom(context: FinishContext): Promise<CheckResult | null> {
  const { state: sent } = given(context.ticket, 'The ticket')
  const { parameters, repeated } = given(context.response, 'The answer')
  const received = parameters.get('state')
  const packed = parameters.get('response')
  if (packed !== undefined && received === undefined) {
    const token = parseToken(packed)
    const mine = typeof token !== 'string' && (await isSignedForThis(token, context))
    return mine ? null : refusePacked(context, packed)
  }
  if (received === sent && !repeated.includes('state')) {
    return null
  }
  return failed({
    received: said(received, repeated.includes('state')),
    expected: 'The state that was sent',
    means: 'The answer may come from a sign-in that somebody else began, so nothing was done with it.',
    change: 'Begin the sign-in again, and use the answer of the window it opens.',
  })
}

function said(received: string | undefined, several: boolean): string {
  if (received === undefined) {
    return 'No state'
  }
  return several ? 'More than one state' : 'Another state'
}
