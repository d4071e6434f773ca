import type { Reference } from '../../api/report'
import { parseToken } from '../id-token/parsed-token'
import { type CheckResult, failed, passed } from '../run-checks'
import { type FinishContext, given } from './context'
import { brokenRules } from './signed-answer'

/** https://openid.net/specs/oauth-v2-jarm.html, section 2.4: how a client reads a signed answer. */
const jarm: Reference = { label: 'JARM, section 2.4', url: 'https://openid.net/specs/oauth-v2-jarm.html' }

/** What the finding is called, also where such an answer has no state that can be verified. */
export const otherForm = 'The answer came in a form that was not asked for'

/**
 * Whether the answer has its parameters in the open and each of them once (RFC 6749, section 3.1). An answer in one
 * token (JARM) was not asked for and is refused; what else is wrong with it is said too.
 */
export async function plainAnswer(context: FinishContext): Promise<CheckResult> {
  const { parameters, repeated } = given(context.response, 'The answer')
  const packed = parameters.get('response')
  if (packed !== undefined) {
    return refusePacked(context, packed)
  }
  return repeated.length === 0
    ? passed()
    : failed({
        received: `${repeated.join(', ')} more than once`,
        means: 'Every parameter may be there once.',
      })
}

/** Why an answer in one token is refused. */
export async function refusePacked(context: FinishContext, packed: string): Promise<CheckResult> {
  const token = parseToken(packed)
  const broken = typeof token === 'string' ? [unreadable[token]] : await brokenRules(token, context)
  const also = broken.map(({ means }) => means).join(' ')
  return failed({
    title: otherForm,
    received: ['A signed answer (JARM)', ...broken.map(({ received }) => received)].join('; '),
    expected: 'Plain parameters: code, state and the like',
    means: [
      'It was not asked for, and no key of Jamf Connect makes it read one.',
      ...(also === '' ? [] : [`A client that had asked for it would refuse it as well. ${also}`]),
    ].join(' '),
    change: 'Turn off signed answers (response mode jwt) for the app at the identity provider.',
    reference: jarm,
  })
}

const unreadable = {
  encrypted: { received: 'encrypted', means: 'It is encrypted, and there is no key to decrypt it with.' },
  'not-a-token': { received: 'not a token', means: 'It is not a token at all.' },
} as const
