import { SUCCESS_CODE_DOUBT, successCodeIn } from '../../outcome/success-codes'
import type { AttemptOutcome } from '../attempt-ledger'
import { type Diagnosis, diagnose } from '../diagnosis/diagnose'
import { successCodeFor } from '../diagnosis/success-code'
import { rfc } from '../references'
import type { Remedy } from '../report'
import { type Check, type CheckResult, failed, passed, skipped, warning } from '../run-checks'
import { inWords, settle } from './attempt-checks'
import { answerOf, metadataOf, type PasswordContext, remedyFor } from './context'

/** What the answer says: about the client, the password, and the success codes. */
export const answerChecks: readonly Check<PasswordContext>[] = [
  {
    id: 'ropg.client',
    title: 'The client is accepted',
    failedTitle: 'The client was refused',
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
    needs: ['ropg.client'],
    run: successCodes,
  },
]

async function client(context: PasswordContext): Promise<CheckResult> {
  const { status, body, secretPlace } = answerOf(context)
  const title = secretPlace === null ? 'The client is public' : 'The client secret is accepted'
  const refused = body?.error === 'invalid_client' || (status === 401 && body?.error === undefined)
  if (!refused) {
    const way = secretPlace === null ? 'No secret was sent' : `The secret was sent in the ${secretPlace}`
    return passed({ title, sent: way })
  }
  const diagnosis = explain(context)
  context.verdict = 'unknown'
  await settle(context, 'not-checked')
  const other =
    secretPlace === null
      ? diagnosis.code === null
        ? ' A client ID that the provider does not know gets the same answer.'
        : ''
      : ` The secret was sent in the ${secretPlace} (${secretPlace === 'form' ? 'client_secret_post' : 'client_secret_basic'}); in which way Jamf Connect sends it is not documented.`
  return failed({
    title,
    received: inWords(answerOf(context)),
    means: `${diagnosis.cause}${other}`,
    change: diagnosis.fix,
    ...backing(diagnosis),
    remedy: remedyOf(context, diagnosis),
  })
}

async function tokens(context: PasswordContext): Promise<CheckResult> {
  const answer = answerOf(context)
  const received = inWords(answer)
  if (answer.status === 200 && (answer.accessToken !== null || answer.idToken !== null)) {
    context.verdict = 'accepted'
    await settle(context, 'accepted')
    return passed({ received })
  }
  const diagnosis = explain(context)
  const { verdict } = diagnosis
  context.verdict =
    verdict === 'password-right'
      ? 'accepted-with-second-factor'
      : verdict === 'password-wrong'
        ? 'refused'
        : 'unknown'
  await settle(context, outcomeOf(context, diagnosis))
  const remedy = remedyOf(context, diagnosis)
  const details = { received, means: diagnosis.cause, change: diagnosis.fix, ...backing(diagnosis), remedy }
  const listed = successCodeIn(context.plan.successCodes, said(context)) !== undefined
  return verdict === 'password-right' && listed ? warning(details) : failed(details)
}

/** Errors with which a provider turns the application away before it looks at the user (RFC 6749, section 5.2). */
const beforeTheUser = ['unauthorized_client', 'unsupported_grant_type', 'invalid_scope']

function outcomeOf({ answer }: PasswordContext, { verdict }: Diagnosis): AttemptOutcome {
  if (verdict === 'password-right') {
    return 'accepted'
  }
  if (verdict === 'password-wrong') {
    return 'refused'
  }
  return beforeTheUser.includes(String(answer?.body?.error)) ? 'not-checked' : 'failed'
}

function successCodes(context: PasswordContext): CheckResult {
  const { plan, verdict, diagnosis } = context
  if (verdict === 'accepted') {
    return skipped('Tokens were issued. Success codes count only where they are refused.')
  }
  const name = plan.successCodesKey.path.join('/')
  const matched = successCodeIn(plan.successCodes, said(context))
  const configured = plan.successCodes.join(', ')
  if (matched !== undefined) {
    context.matchedCode = matched
    return verdict === 'refused'
      ? failed({
          received: matched,
          means: `${name} lists ${matched}, which is in the answer to a wrong password: Jamf Connect would take any password for right. ${SUCCESS_CODE_DOUBT}`,
          change: `Take ${matched} off the list.`,
          remedy: remedyFor(plan.successCodesKey),
        })
      : passed({ received: matched, means: `${name} lists ${matched}. ${SUCCESS_CODE_DOUBT}` })
  }
  if (verdict !== 'accepted-with-second-factor' || diagnosis === undefined) {
    return skipped(
      configured === '' ? `${name} is not configured.` : `None of ${configured} is in the answer.`,
    )
  }
  const code = successCodeFor(diagnosis, context.settings)
  return failed({
    title: 'No success code is in the answer',
    received: configured === '' ? `${name} is not configured` : configured,
    ...(code === null ? {} : { expected: code.code }),
    means: `The password was right, and Jamf Connect would call it wrong. ${code?.note ?? SUCCESS_CODE_DOUBT}`,
    change: code === null ? diagnosis.fix : `Add ${code.code} to ROPGSuccessCodes and SuccessCodes.`,
    remedy: remedyFor(plan.successCodesKey, code?.repair),
  })
}

function explain(context: PasswordContext): Diagnosis {
  const { plan } = context
  const { status, text } = answerOf(context)
  const { issuer, token_endpoint: endpoint = '' } = metadataOf(context)
  const diagnosis = diagnose({ provider: plan.provider, issuer: issuer || endpoint, status, text })
  context.diagnosis = diagnosis
  return diagnosis
}

/** The error members of the answer, for the comparison with success codes. */
export function said({ answer }: PasswordContext): { error?: string; description?: string } {
  const { error, error_description: description } = answer?.body ?? {}
  return {
    ...(typeof error === 'string' ? { error } : {}),
    ...(typeof description === 'string' ? { description } : {}),
  }
}

function backing({ code, source, certainty }: Diagnosis) {
  return {
    certainty,
    ...(source === undefined ? {} : { reference: { label: code ?? new URL(source).hostname, url: source } }),
  }
}

/** The key that the cause names, with the success code where one helps. */
function remedyOf({ plan, settings }: PasswordContext, diagnosis: Diagnosis): Remedy {
  const code = successCodeFor(diagnosis, settings)
  return code === null
    ? remedyFor(diagnosis.key ?? plan.clientId)
    : remedyFor(plan.successCodesKey, code.repair)
}
