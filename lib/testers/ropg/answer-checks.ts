import type { AttemptOutcome } from '@/lib/api/attempts'
import { contextOf } from '../../products/jamf-connect/context'
import {
  isYes,
  type ListedCode,
  SUCCESS_CODE_DOUBT,
  successCodeIn,
  UNFINISHED_DOUBT,
} from '../../products/jamf-connect/outcome/success-codes'
import { passwordCode } from '../../products/jamf-connect/passwords/password-codes'
import { passwordProviderBehind } from '../../products/jamf-connect/providers/provider-behind'
import type { Diagnosis } from '../diagnosis/diagnosis'
import { passwordAnswer } from '../diagnosis/password-title'
import { successCodeFor } from '../diagnosis/success-code'
import { rfc } from '../references'
import { type Check, type CheckResult, failed, passed, skipped, warning } from '../run-checks'
import { inWords, settle } from './attempt-checks'
import { answerOf, type PasswordContext, remedyFor } from './context'
import { backing, changeFor, errorOf, explainAnswer, hasTokens, holdsTokens, keyFor } from './explain-answer'
import { wayInWords } from './secret-ways'

/** What the answer says: about the client, the password, and the success codes. */
export const answerChecks: readonly Check<PasswordContext>[] = [
  {
    id: 'ropg.client',
    title: 'The client is accepted',
    failedTitle: 'The client was refused',
    warningTitle: 'The client secret is accepted in one spelling only',
    reference: rfc(6749, '2.3'),
    needs: ['ropg.answer'],
    run: client,
  },
  {
    id: 'ropg.tokens',
    title: 'The token endpoint issued tokens',
    failedTitle: 'The token endpoint issued no tokens',
    reference: rfc(6749, '5.2'),
    needs: ['ropg.answer', 'ropg.client'],
    run: tokens,
  },
  {
    id: 'ropg.success-codes',
    title: 'The success codes were applied',
    failedTitle: 'The success codes do not fit the answer',
    warningTitle: 'A success code takes an answer that does not prove the password',
    needs: ['ropg.client'],
    run: successCodes,
  },
]

async function client(context: PasswordContext): Promise<CheckResult> {
  const answer = answerOf(context)
  const diagnosis = explain(context)
  if (diagnosis?.about !== undefined) {
    context.verdict = 'unknown'
    await settle(context, 'not-checked')
    return failed({
      received: inWords(answer),
      means: `${diagnosis.cause}${triedIn(context)}`,
      change: changeFor(diagnosis),
      ...backing(diagnosis),
      ...keyFor(context, diagnosis),
    })
  }
  if (diagnosis?.leaves?.includes('client') === true) {
    return warning({
      title: 'Whether the client was accepted is not known',
      received: inWords(answer),
      means: 'A client that was refused may get this answer too.',
    })
  }
  if (answer.way === null) {
    const title = hasTokens(answer) ? 'The client needs no secret' : 'The client was not refused'
    return passed({ title, sent: 'No secret was sent' })
  }
  const title = hasTokens(answer) ? 'The client secret is accepted' : 'The client was not refused'
  const sent = `The secret was sent ${wayInWords[answer.way]}`
  return spelledOddly(context)
    ? warning({
        ...(hasTokens(answer) ? {} : { title: 'The client secret was refused in another spelling' }),
        sent,
        means: `The provider refused the secret ${refusedIn(context)}. In which way Jamf Connect sends it is not documented.`,
        change:
          'Make a client secret of letters and digits only: it is the same in every spelling. Or make the application a public client.',
        remedy: remedyFor(context.plan.secret),
      })
    : passed({ title, sent })
}

/** Whether a header was refused in one spelling and taken in the other. */
function spelledOddly({ refusedWays = [], answer }: PasswordContext): boolean {
  return answer?.way !== 'form' && refusedWays.some((way) => way !== 'form')
}

function refusedIn({ refusedWays = [] }: PasswordContext): string {
  return refusedWays.map((way) => wayInWords[way]).join(' and ')
}

function triedIn(context: PasswordContext): string {
  const { way } = answerOf(context)
  if (way === null) {
    return ''
  }
  const tried = [...new Set([...(context.refusedWays ?? []), way])]
  const ways = tried.map((each) => wayInWords[each]).join(', then ')
  const left = context.waysLeft ? ' Other ways were not tried, so that no limit of attempts is passed.' : ''
  return ` The secret was sent ${ways}; in which way Jamf Connect sends it is not documented.${left}`
}

async function tokens(context: PasswordContext): Promise<CheckResult> {
  const answer = answerOf(context)
  const received = inWords(answer)
  const diagnosis = explain(context)
  if (diagnosis === null) {
    context.verdict = 'accepted'
    await settle(context, 'accepted')
    return passed({ received })
  }
  context.verdict = verdictOf(diagnosis)
  await settle(context, outcomeOf(context, diagnosis))
  const code = successCodeFor(diagnosis, context.settings)
  const details = {
    received,
    means: diagnosis.cause,
    change: changeFor(diagnosis),
    ...backing(diagnosis),
    ...(code === null
      ? keyFor(context, diagnosis)
      : { remedy: remedyFor(context.plan.successCodesKey, code.repair) }),
  }
  if (diagnosis.verdict !== 'password-right' || !isListed(context)) {
    // What holds tokens as well as an error, or is a refusal by its status, did issue some.
    return failed(
      holdsTokens(answer) ? { ...details, title: 'The answer holds tokens, and refuses' } : details,
    )
  }
  if (context.verdict === 'right-but-unfinished') {
    return warning(details)
  }
  return passed({
    title: 'The token endpoint answered with a code that is listed',
    received,
    means: diagnosis.cause,
    ...backing(diagnosis),
  })
}

function verdictOf({ verdict, asks }: Diagnosis): NonNullable<PasswordContext['verdict']> {
  if (verdict === 'password-right') {
    return asks === 'user-action' ? 'right-but-unfinished' : 'accepted-with-second-factor'
  }
  return verdict === 'password-wrong' ? 'refused' : 'unknown'
}

/** Errors with which a provider turns the application away before it looks at the user (RFC 6749, section 5.2). */
const beforeTheUser = ['unauthorized_client', 'unsupported_grant_type', 'invalid_scope']

function outcomeOf({ answer }: PasswordContext, diagnosis: Diagnosis): AttemptOutcome {
  switch (passwordAnswer(diagnosis)) {
    case 'yes':
      return 'accepted'
    case 'no':
      return 'refused'
    default:
      return beforeTheUser.includes(answer === undefined ? '' : errorOf(answer)) ? 'not-checked' : 'failed'
  }
}

/** Whether a code of the answer is listed as it stands there, so that Jamf Connect takes the answer for a yes. */
function isListed(context: PasswordContext): boolean {
  return isYes(context.settings, successCodeIn(context.plan.successCodes, said(context)))
}

function knownOf({ settings }: PasswordContext, { code }: ListedCode) {
  return passwordCode(code, passwordProviderBehind(contextOf(settings)))
}

function successCodes(context: PasswordContext): CheckResult {
  const { plan, verdict } = context
  if (verdict === 'accepted') {
    return skipped('Tokens were issued. Success codes count only where they are refused.')
  }
  const matched = successCodeIn(plan.successCodes, said(context))
  if (matched !== undefined) {
    context.matched = matched
    return listedCode(context, matched)
  }
  const name = plan.successCodesKey.path.join('/')
  const configured = plan.successCodes.join(', ')
  const code = context.diagnosis === undefined ? null : successCodeFor(context.diagnosis, context.settings)
  if (verdict !== 'accepted-with-second-factor' || code === null) {
    return skipped(
      configured === '' ? `${name} is not configured.` : `None of ${configured} is in the answer.`,
    )
  }
  return failed({
    title: 'No success code is in the answer',
    received: configured === '' ? `${name} is not configured` : configured,
    expected: code.code,
    means: `The password was right, and Jamf Connect may call it wrong. ${code.note}`,
    change: `Add ${code.code} to the success codes.`,
    remedy: remedyFor(plan.successCodesKey, code.repair),
  })
}

/** A success code that is in the answer: what it lets in. */
function listedCode(context: PasswordContext, matched: ListedCode): CheckResult {
  const { plan, verdict } = context
  const { code } = matched
  const name = plan.successCodesKey.path.join('/')
  const lists = `${name} lists ${code}`
  if (verdict === 'refused') {
    return failed({
      ...takeOff(context, code),
      means: `${lists}, which is in the answer to a wrong user name or password: Jamf Connect may take any password for right. ${SUCCESS_CODE_DOUBT}`,
    })
  }
  if (verdict === 'right-but-unfinished' && isListed(context)) {
    const means = `${lists}: Jamf Connect may take the answer for a yes. ${UNFINISHED_DOUBT} ${SUCCESS_CODE_DOUBT}`
    return passed({ title: 'A success code is in the answer', received: code, means })
  }
  if (verdict !== 'unknown' && isListed(context)) {
    return passed({ received: code, means: `${lists}. ${SUCCESS_CODE_DOUBT}` })
  }
  if (verdict !== 'unknown' && !matched.whole) {
    return partListed(context, code)
  }
  const known = knownOf(context, matched)
  const meaning = known === undefined ? '' : ` It is the answer ${known.meaning}.`
  const about =
    verdict === 'unknown'
      ? 'this answer does not prove that the password is right'
      : 'it is not known to stand in answers to right passwords only'
  const details = {
    ...takeOff(context, code),
    means: `${lists}, and ${about}.${meaning} Jamf Connect may let a wrong password pass. ${SUCCESS_CODE_DOUBT}`,
  }
  return known?.says === 'wrong' || known?.says === 'any' ? failed(details) : warning(details)
}

function takeOff({ plan }: PasswordContext, code: string) {
  return { received: code, change: `Take ${code} off the list.`, remedy: remedyFor(plan.successCodesKey) }
}

/** A part of a code is listed, and the password is right: nobody says whether that is enough. */
function partListed({ plan, diagnosis, settings }: PasswordContext, part: string): CheckResult {
  const code = diagnosis === undefined ? null : successCodeFor(diagnosis, settings)
  return warning({
    title: 'A part of a code is in the success codes',
    received: part,
    ...(code === null ? {} : { expected: code.code, change: `Add ${code.code} to the success codes.` }),
    means: `${plan.successCodesKey.path.join('/')} lists ${part}, a part of what is in this answer. Jamf Connect may take the answer for a yes, and may not. ${SUCCESS_CODE_DOUBT}`,
    remedy: remedyFor(plan.successCodesKey, code?.repair),
  })
}

/** What a refusal means; null where tokens came. */
function explain(context: PasswordContext): Diagnosis | null {
  if (hasTokens(answerOf(context))) {
    return null
  }
  context.diagnosis ??= explainAnswer(context)
  return context.diagnosis
}

/** The error members of the answer, for the comparison with success codes. */
export function said({ answer }: PasswordContext): { error?: string; description?: string } {
  const { error, error_description: description } = answer?.body ?? {}
  return {
    ...(typeof error === 'string' ? { error } : {}),
    ...(typeof description === 'string' ? { description } : {}),
  }
}
