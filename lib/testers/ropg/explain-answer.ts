import type { Remedy } from '../../api/report'
import { vendorAt } from '../../products/jamf-connect/providers/vendors'
import { readAnswer, standardError } from '../diagnosis/answer'
import { diagnose, formsOfSaid } from '../diagnosis/diagnose'
import { type Diagnosis, rowOf } from '../diagnosis/diagnosis'
import { namesListedCode } from '../diagnosis/unlisted-code'
import { answerOf, metadataOf, type PasswordContext, remedyFor } from './context'
import type { PasswordAnswer } from './password-answer'

/** Said where the document leaves the grant out, which some providers do although they offer it. */
const NOT_LISTED =
  'The discovery document does not list the password grant, so the provider, or this application, may not offer it.'

/** What the answer of the token endpoint means; in the words of the provider that gave it, where that one is known. */
export function explainAnswer(context: PasswordContext): Diagnosis {
  const { plan } = context
  const answer = answerOf(context)
  const { status, text } = answer
  const { issuer = '', token_endpoint: endpoint = '' } = metadataOf(context)
  const addresses = [issuer, endpoint, plan.address?.url ?? '']
  context.quote(formsOfSaid(readAnswer({ text })))
  const diagnosis = diagnose({
    provider: plan.provider,
    issuer: addresses.find((address) => vendorAt(address) !== null) ?? issuer,
    status,
    text,
    secret: answer.way === null ? 'none' : 'sent',
    ...(saysNothing(answer) ? { symptom: 'refused-without-reason' } : {}),
  })
  if (holdsTokens(answer)) {
    const { code, said } = diagnosis
    return { code, said, ...tokensBesideError }
  }
  const { grant_types_supported: offered } = metadataOf(context)
  const unlisted = offered !== undefined && !offered.includes('password')
  return unlisted && diagnosis.leaves?.includes('grant') === true ? withoutGrant(diagnosis) : diagnosis
}

const tokensBesideError = {
  id: null,
  verdict: 'unknown',
  clause: 'the answer holds tokens and an error',
  cause:
    'The answer holds tokens and names an error: one of them says that the password is right, the other that something was refused.',
  fix: 'Look for this sign-in in the log of the identity provider, and at what stands between Latchkey and it.',
  leaves: ['client'],
  certainty: 'inferred',
} as const

/** The same where the document does not list the grant: that comes first. An error of OAuth keeps its title. */
function withoutGrant(diagnosis: Diagnosis): Diagnosis {
  const { cause, leaves, fix } = diagnosis
  return {
    ...diagnosis,
    cause: `${NOT_LISTED} ${cause}`,
    fix: `Turn the grant on if the provider has it. ${fix}`,
    ...(leaves?.includes('client') === true
      ? { verdict: 'unknown', clause: 'the identity provider may not offer the password grant' }
      : {}),
  }
}

/** Whether the endpoint refused without an error of OAuth's: empty, or a text or object of its own. */
export function saysNothing({ status, body, isPage }: PasswordAnswer): boolean {
  return refusals.includes(status) && !isPage && (body === null || !hasError(body))
}

/** Whether tokens were issued, and no error beside them. */
export function hasTokens(answer: PasswordAnswer): boolean {
  return holdsTokens(answer) && !namesError(answer)
}

export function holdsTokens({ status, accessToken, idToken }: PasswordAnswer): boolean {
  return status === 200 && (accessToken !== null || idToken !== null)
}

/** An answer with tokens is none of RFC 6749 when it names an error too (sections 5.1 and 5.2). */
function namesError({ body }: PasswordAnswer): boolean {
  return ['error', 'errorCode'].some((name) => typeof body?.[name] === 'string' && body[name] !== '')
}

/** Whether an answer is an error as token endpoints send it. */
function hasError(body: Readonly<Record<string, unknown>>): boolean {
  return ['error', 'errorCode', 'errorSummary', 'messageId'].some((name) => typeof body[name] === 'string')
}

/** Whether an answer tells an error: as token endpoints do, or, whatever its form and status, with a code that is known. */
export function tellsError({ body, text, isPage }: PasswordAnswer): boolean {
  return (body !== null && hasError(body)) || (!isPage && namesListedCode(readAnswer({ text })))
}

/** Errors of the request (RFC 6749, section 5.2, and what gateways make of them). */
const refusals = [400, 401, 403]

/** Whether the provider turned the client away before it looked at the user, so that another way may be tried. */
export function refusesClient(answer: PasswordAnswer, { about }: Diagnosis): boolean {
  return about === 'client' && clientErrors.includes(errorOf(answer))
}

/** The error of OAuth's in an answer; '' without one. */
export function errorOf({ body }: Pick<PasswordAnswer, 'body'>): string {
  return typeof body?.error === 'string' ? body.error : standardError(body?.errorCode)
}

/** Some providers answer a wrong secret with the second. */
const clientErrors = ['invalid_client', 'unauthorized_client']

/** What to change, with the place in the provider's console. */
export function changeFor({ fix, console }: Diagnosis): string {
  return console === undefined ? fix : `${fix} In the console: ${console}.`
}

/** How well founded a cause is, and where; and the row that says so. */
export function backing({ id, code, source, certainty }: Diagnosis) {
  return {
    certainty,
    ...rowOf({ id }),
    ...(source === undefined ? {} : { reference: { label: code ?? new URL(source).hostname, url: source } }),
  }
}

/**
 * The key that the cause names, else that of the client where the client was refused. What no key mends, such as a wrong
 * password or a server that is down, has none.
 */
export function keyFor({ plan }: PasswordContext, { key, about }: Diagnosis): { remedy?: Remedy } {
  const place = key ?? (about === undefined ? undefined : plan.clientId)
  return place === undefined ? {} : { remedy: remedyFor(place) }
}
