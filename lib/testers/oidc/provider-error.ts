import type { CheckResult } from '../run-checks'
import { failed } from '../run-checks'
import type { FinishContext } from './context'

/** Explains an error that the identity provider answered with (RFC 6749, sections 4.1.2.1 and 5.2). */
export function explainError(
  _context: Pick<FinishContext, 'settings' | 'client'>,
  answer: { readonly error: string; readonly description?: string | undefined },
): CheckResult {
  const { error, description = '' } = answer
  return failed({
    received: description === '' ? error : `${error}: ${description}`,
    means: 'The identity provider refused.',
  })
}
