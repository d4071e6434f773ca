import type { AttemptOutcome } from '@/lib/api/attempts'
import { EgressError } from '../../egress/errors'
import { limitInWords } from '../attempt-ledger'
import { isBusy } from '../busy'
import { keySource } from '../id-token/key-source'
import { rfc } from '../references'
import { type Check, type CheckResult, failed, passed, warning } from '../run-checks'
import { answerOf, metadataOf, type PasswordContext, remedyFor } from './context'
import { errorOf, explainAnswer, hasTokens, refusesClient, saysNothing, tellsError } from './explain-answer'
import { noAnswerIn, noAnswers, receivedInWords } from './no-answer'
import type { PasswordAnswer } from './password-answer'
import { sendPassword } from './password-request'
import { secretWays } from './secret-ways'

/** The one attempt: counted first, then sent. */
export const attemptChecks: readonly Check<PasswordContext>[] = [
  {
    id: 'ropg.attempt',
    title: 'The attempt is within the limits',
    failedTitle: 'The attempt was not made',
    warningTitle: 'The attempt is close to a limit',
    needs: ['ropg.client-id', 'discovery.json'],
    run: reserve,
  },
  {
    id: 'ropg.answer',
    title: 'The token endpoint answers',
    failedTitle: 'What answered is no token endpoint',
    reference: rfc(6749, '4.3.2'),
    needs: ['ropg.attempt'],
    run: send,
  },
]

async function reserve(context: PasswordContext): Promise<CheckResult> {
  const { attempts, userName, password, now } = context
  // The endpoint, not the issuer that a document claims to be: a right password elsewhere forgives nothing here.
  const { token_endpoint: endpoint = '' } = metadataOf(context)
  const grant = await attempts.reserve({ issuer: endpoint, userName, password })
  if (!grant.granted) {
    context.denied = limitInWords(grant.limit, grant.until, now())
    return failed(context.denied)
  }
  context.attempt = { id: grant.id }
  context.failures = grant.failures
  return grant.failures < 2
    ? passed(grant.failures === 0 ? {} : { received: 'One failure for this user within 15 minutes' })
    : warning({
        received: `${grant.failures} failures for this user within 15 minutes`,
        means: 'One more wrong password may lock the account. Latchkey then tries none for 15 minutes.',
      })
}

async function send(context: PasswordContext): Promise<CheckResult> {
  const { plan } = context
  const { token_endpoint: endpoint = '', jwks_uri: jwks } = metadataOf(context)
  context.keys = keySource(context.egress, jwks ?? '')
  const sent = `POST ${endpoint} grant_type=password scope=${plan.scopes.join(' ')}`
  try {
    context.sentAt = context.now()
    await tryWays(context)
    return judge(context, sent)
  } catch (error) {
    if (error instanceof EgressError && error.code !== 'cancelled') {
      await settle(context, error.mayHaveLeft ? 'failed' : 'not-sent')
      const { title, clause } = noAnswers.unreachable
      context.noAnswer = clause
      return failed({ title, sent, means: error.message, remedy: remedyFor(plan.addressKey) })
    }
    throw error
  }
}

/**
 * Sends the password, and again with the secret in another way only after the provider has refused the client. It does
 * so before it looks at the password (RFC 6749, section 4.3.2), which nothing proves: each sending is an attempt.
 */
async function tryWays(context: PasswordContext): Promise<void> {
  const [first = null, ...others] = secretWays(context)
  context.answer = await sendPassword(context, first)
  if (first === null || !refusesClient(context.answer, explainAnswer(context))) {
    return
  }
  const { answer } = context
  const refused = [first]
  for (const way of others) {
    await settle(context, 'not-checked')
    if (!(await reserveAgain(context))) {
      context.waysLeft = true
      break
    }
    context.answer = await sendPassword(context, way)
    if (passesClient(context)) {
      context.refusedWays = refused
      return
    }
    refused.push(way)
  }
  // None was taken. What is said of the spellings after the first may be about nothing but the spelling.
  context.answer = answer
  context.refusedWays = refused
}

/** Whether the answer to a secret in another way shows that it was taken: tokens, or an error about something else. */
function passesClient(context: PasswordContext): boolean {
  const answer = answerOf(context)
  if (hasTokens(answer)) {
    return true
  }
  const silent = saysNothing(answer) || noAnswerIn(answer) !== null
  return (
    !isBusy(answer.status) &&
    !silent &&
    errorOf(answer) !== 'invalid_request' &&
    explainAnswer(context).about !== 'client'
  )
}

/** Counts one more sending of the password; false where a limit forbids it. */
async function reserveAgain(context: PasswordContext): Promise<boolean> {
  const { attempts, userName, password } = context
  const { token_endpoint: issuer = '' } = metadataOf(context)
  const grant = await attempts.reserve({ issuer, userName, password })
  if (grant.granted) {
    context.attempt = { id: grant.id }
  }
  return grant.granted
}

/** Whether this is an answer of a token endpoint at all, whatever it says. */
function judge(context: PasswordContext, sent: string): CheckResult {
  const none = noAnswerIn(answerOf(context))
  if (none === null) {
    return passed({ sent, received: inWords(answerOf(context)) })
  }
  context.noAnswer = none.clause
  const { title, means, change } = none
  return failed({
    title,
    sent,
    received: receivedInWords(answerOf(context)),
    expected: 'Tokens, or an error in JSON',
    means,
    change,
    // A server that is down or busy is no fault of the address.
    ...(none === noAnswers.overloaded ? {} : { remedy: remedyFor(context.plan.addressKey) }),
  })
}

/** What gateways and older endpoints have in place of those of OAuth and Okta. */
const otherMembers = ['code', 'messageId', 'messageDescription', 'message', 'detail', 'description']

/** "400 invalid_grant AADSTS50076: …", or what came with 200. */
export function inWords(answer: PasswordAnswer): string {
  const { status, body, idToken, accessToken } = answer
  const tokens = [accessToken && 'access token', idToken && 'ID token'].filter(Boolean).join(' and ')
  const members = (names: readonly string[]) =>
    names
      .map((name) => body?.[name])
      .filter((value) => typeof value === 'string')
      .join(' ')
  const said =
    members(['error', 'errorCode', 'error_description', 'errorSummary']) ||
    members(otherMembers) ||
    codedText(answer)
  const nothing = tokens === '' && said === '' ? ' without a reason' : ''
  const text = `${status}${tokens === '' ? '' : ` with ${tokens}`}${said === '' ? nothing : ` ${said}`}`
  return text.length > 600 ? `${text.slice(0, 599)}…` : text
}

/** The whole of an answer in which nothing but a code tells that it is an error. */
const codedText = (answer: PasswordAnswer) => (tellsError(answer) ? answer.text.trim() : '')

/** Notes how the attempt ended, once. */
export async function settle(context: PasswordContext, outcome: AttemptOutcome): Promise<void> {
  const { attempt, attempts } = context
  if (attempt !== undefined) {
    delete context.attempt
    await attempts.settle(attempt.id, outcome)
  }
}
