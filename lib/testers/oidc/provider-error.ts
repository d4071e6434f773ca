import { urlIn } from '@/lib/schema/web-address'
import type { AnswerInput } from '../diagnosis/answer'
import { diagnose } from '../diagnosis/diagnose'
import { rowOf } from '../diagnosis/diagnosis'
import type { RequestKind } from '../diagnosis/row'
import { type CheckResult, failed } from '../run-checks'
import type { FinishContext } from './context'

/**
 * Explains an error that the identity provider answered with (RFC 6749, sections 4.1.2.1 and 5.2): what it said, its
 * likely cause and what to change. `request` is what was asked: the same error has other causes for another request.
 */
export function explainError(
  { client, metadata }: FinishContext,
  request: Exclude<RequestKind, 'password-check'>,
  answer: Omit<AnswerInput, 'description'> & { readonly description?: string | undefined },
): CheckResult {
  const { error, description, status, text } = answer
  const found = diagnose({
    provider: client.provider,
    request,
    ...(request === 'code-exchange' ? { secret: client.clientSecret === null ? 'none' : 'sent' } : {}),
    ...(request === 'authorization' ? { symptom: 'authorization-page' } : {}),
    ...(error === undefined ? {} : { error }),
    ...(text === undefined ? {} : { text }),
    ...(metadata === undefined ? {} : { issuer: metadata.issuer }),
    ...(description === undefined ? {} : { description }),
    ...(status === undefined ? {} : { status }),
  })
  const { said, cause, fix, key, console, source, certainty } = found
  return failed({
    received: said,
    means: cause,
    change: console === undefined ? fix : `${fix} In the console: ${console}.`,
    certainty,
    ...rowOf(found),
    ...(key === undefined ? {} : { remedy: key }),
    ...(source === undefined ? {} : { reference: { label: sourceLabel(source), url: source } }),
  })
}

function sourceLabel(url: string): string {
  return urlIn(url)?.hostname ?? url
}
