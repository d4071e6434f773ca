import { vendorAt } from '../../schema/vendors'
import { type Diagnosis, diagnose } from '../diagnosis/diagnose'
import type { Remedy } from '../report'
import { answerOf, metadataOf, type PasswordContext, remedyFor } from './context'
import type { PasswordAnswer } from './password-request'

/** What the answer of the token endpoint means; in the words of the provider that gave it, where that one is known. */
export function explainAnswer(context: PasswordContext): Diagnosis {
  const { plan } = context
  const answer = answerOf(context)
  const { status, text } = answer
  const { issuer = '', token_endpoint: endpoint = '' } = metadataOf(context)
  const addresses = [issuer, endpoint, plan.address?.url ?? '']
  return diagnose({
    provider: plan.provider,
    issuer: addresses.find((address) => vendorAt(address) !== null) ?? issuer,
    status,
    text,
    secret: answer.way === null ? 'none' : 'sent',
    ...(saysNothing(answer) ? { symptom: 'refused-without-reason' } : {}),
  })
}

/** Whether the endpoint refused without an error of OAuth's: empty, or a text or object of its own. */
export function saysNothing({ status, body, isPage }: PasswordAnswer): boolean {
  return refusals.includes(status) && !isPage && (body === null || !hasError(body))
}

/** Whether an answer is an error as token endpoints send it. */
export function hasError(body: Readonly<Record<string, unknown>>): boolean {
  return ['error', 'errorCode', 'errorSummary', 'messageId'].some((name) => typeof body[name] === 'string')
}

/** Errors of the request (RFC 6749, section 5.2, and what gateways make of them). */
const refusals = [400, 401, 403]

/** Whether the provider turned the client away before it looked at the user, so that another way may be tried. */
export function refusesClient({ body }: PasswordAnswer, { about }: Diagnosis): boolean {
  return about === 'client' && clientErrors.includes(String(body?.error))
}

/** Some providers answer a wrong secret with the second. */
const clientErrors = ['invalid_client', 'unauthorized_client']

/** What to change, with the place in the provider's console. */
export function changeFor({ fix, console }: Diagnosis): string {
  return console === undefined ? fix : `${fix} In the console: ${console}.`
}

/** How well founded a cause is, and where. */
export function backing({ code, source, certainty }: Diagnosis) {
  return {
    certainty,
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
