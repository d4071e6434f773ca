import type { IdTokenContext } from '../id-token/rule'
import { idTokenRules } from '../id-token/rules'
import { oidcCore } from '../references'
import { type Check, type CheckResult, passed, skipped, warning } from '../run-checks'
import { answerOf, metadataOf, type PasswordContext, remedyFor } from './context'

/** Rules that need what only a browser sign-in has. */
const foreign = ['id-token.nonce', 'id-token.c-hash', 'id-token.s-hash']

/** Whether there is an ID token to look at. */
export const presenceCheck: Check<PasswordContext> = {
  id: 'ropg.id-token',
  title: 'An ID token came with the answer',
  warningTitle: 'No ID token came with the answer',
  reference: oidcCore('3.1.3.3', 'TokenResponse'),
  needs: ['ropg.tokens'],
  run: presence,
}

/** The rules for the ID token of a password check. */
export const passwordTokenRules: readonly Check<IdTokenContext | null>[] = idTokenRules('id-token')
  .filter(({ id }) => !foreign.includes(id))
  .map((rule) => ({
    ...rule,
    needs: rule.needs ?? ['ropg.id-token'],
    run: (context) => (context === null ? skipped('No ID token came.') : rule.run(context)),
  }))

function presence(context: PasswordContext): CheckResult {
  const { idToken } = answerOf(context)
  const { plan } = context
  if (idToken !== null) {
    return passed()
  }
  if (context.verdict !== 'accepted') {
    return skipped('No tokens were issued.')
  }
  return plan.scopes.includes('openid')
    ? warning({
        expected: 'id_token',
        means:
          'openid was asked for, and no ID token came. For the verdict on the password this makes no difference.',
        remedy: remedyFor(plan.scopesKey),
      })
    : skipped('openid is not among the scopes, so there is none.')
}

/** What the rules are applied to; null when no ID token came. */
export function tokenContext(context: PasswordContext): IdTokenContext | null {
  const { answer, plan, keys, now } = context
  if (answer === undefined || answer.idToken === null || keys === undefined) {
    return null
  }
  const { accessToken, idToken: raw } = answer
  const secret = plan.secret.value
  return {
    raw,
    metadata: metadataOf(context),
    clientId: plan.clientId.value,
    clientSecret: secret === '' ? null : secret,
    keys,
    nonce: '',
    state: '',
    begunAt: context.sentAt ?? now(),
    now,
    front: false,
    ...(accessToken === null ? {} : { accessToken }),
  }
}
