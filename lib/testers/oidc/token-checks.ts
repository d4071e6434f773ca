import { EgressError } from '../../egress/errors'
import { busy, isBusy } from '../busy'
import { loginKey } from '../client-settings'
import { readAnswer } from '../diagnosis/answer'
import { namesListedCode } from '../diagnosis/unlisted-code'
import { written } from '../json-text'
import { oidcCore, rfc } from '../references'
import { type Check, type CheckResult, failed, passed, skipped, warning } from '../run-checks'
import { type FinishContext, given } from './context'
import { explainError } from './provider-error'
import { isClientRefusal, requestTokens, type TokenAnswer } from './token-request'

/** Holds when there is no ID token from the browser, or one that keeps all rules: nothing is sent for any other. */
export const frontTrusted = 'front-id-token.trusted'

/** The exchange of the code for tokens. */
export const tokenChecks: readonly Check<FinishContext>[] = [
  {
    id: 'oidc.tokens',
    title: 'The code is exchanged for tokens',
    failedTitle: 'The code could not be exchanged for tokens',
    reference: oidcCore('3.1.3.1', 'TokenRequest'),
    needs: ['oidc.complete', 'oidc.redirect', frontTrusted],
    run: exchange,
  },
  {
    id: 'oidc.client-authentication',
    title: 'The client authenticates as the provider expects',
    warningTitle: 'The client authenticates in another way than was tried first',
    reference: oidcCore('9', 'ClientAuthentication'),
    needs: ['oidc.tokens'],
    run: authentication,
  },
  {
    id: 'oidc.token-answer',
    title: 'The answer holds an ID token and an access token',
    failedTitle: 'The answer of the token endpoint is not complete',
    reference: oidcCore('3.1.3.3', 'TokenResponse'),
    needs: ['oidc.tokens'],
    run: contents,
  },
]

async function exchange(context: FinishContext): Promise<CheckResult> {
  const ticket = given(context.ticket, 'The ticket')
  const code = given(context.response?.parameters.get('code'), 'The code')
  const { clientId, clientSecret } = context.client
  try {
    context.tokens = await requestTokens({
      ...context,
      metadata: given(context.metadata, 'The metadata'),
      clientId,
      clientSecret,
      parameters: { code, redirect_uri: ticket.redirectUri, code_verifier: ticket.verifier },
    })
  } catch (error) {
    if (error instanceof EgressError && error.code !== 'cancelled') {
      return failed({ means: error.message })
    }
    throw error
  }
  return judge(context, context.tokens)
}

function judge(context: FinishContext, answer: TokenAnswer): CheckResult {
  const { status, body, location } = answer
  for (const name of ['access_token', 'id_token', 'refresh_token']) {
    const value = body?.[name]
    if (typeof value === 'string') {
      context.conceal(name, value)
    }
  }
  if (status >= 300 && status < 400) {
    return failed({
      received: `${status} to ${location ?? 'nowhere'}`,
      means: 'The token endpoint points elsewhere. The code was not sent there.',
    })
  }
  const text = JSON.stringify(body)
  const coded = status !== 200 && namesListedCode(readAnswer({ text }))
  const ownError = typeof body?.error === 'string' ? body.error : undefined
  if (ownError !== undefined || coded || isClientRefusal(answer)) {
    const description = body?.error_description
    const error = ownError ?? (coded ? undefined : `${status} without an error code`)
    return explainError(context, 'code-exchange', {
      status,
      ...(coded ? { text } : {}),
      ...(error === undefined ? {} : { error }),
      ...(typeof description === 'string' ? { description } : {}),
    })
  }
  if (isBusy(status)) {
    return failed({ ...busy, received: String(status), expected: '200 with JSON' })
  }
  if (status !== 200 || body === null) {
    const received = body === null ? `${status}, no JSON` : String(status)
    if (status === 400 || status === 403) {
      return refusedSilently(received)
    }
    return failed({ received, expected: '200 with JSON', means: 'This is no answer of a token endpoint.' })
  }
  return passed({ received: '200' })
}

/** A refusal without an error of OAuth's: the code or the client may be the cause. */
function refusedSilently(received: string): CheckResult {
  return failed({
    title: 'The token endpoint refused without a reason',
    received,
    expected: '200 with JSON',
    means:
      'The identity provider refused the code and gave no reason: the code, the redirect URI, the client or a policy may be the cause.',
    change: 'Look for this sign-in in the log of the identity provider.',
  })
}

const inWords = {
  none: 'no client authentication: a public client',
  client_secret_post: 'client_secret_post: the secret in the form',
  client_secret_basic: 'client_secret_basic, id and secret as they are',
  'client_secret_basic encoded': 'client_secret_basic, id and secret form-encoded',
} as const

function authentication({ tokens }: FinishContext): CheckResult {
  const { authentication: used, refused } = given(tokens, 'The answer')
  return refused.length === 0
    ? passed({ sent: inWords[used] })
    : warning({
        sent: inWords[used],
        received: `Refused before: ${refused.map((way) => inWords[way]).join('; ')}`,
        means: 'In which of these ways Jamf Connect sends the secret is not documented.',
        change: 'Allow client_secret_post and client_secret_basic for the app, or make it a public client.',
        remedy: loginKey('OIDCClientSecret'),
      })
}

function contents({ tokens }: FinishContext): CheckResult {
  const { body, contentType } = given(tokens, 'The answer')
  if (typeof body?.id_token !== 'string') {
    return failed({
      received: 'No ID token',
      expected: 'id_token',
      means: 'Jamf Connect makes the account from the ID token.',
      change: 'Ask for the scope openid.',
      remedy: loginKey('OIDCScopes'),
    })
  }
  const type = body.token_type
  if (typeof body.access_token !== 'string' || typeof type !== 'string' || type.toLowerCase() !== 'bearer') {
    const what = typeof body.access_token === 'string' ? `token_type ${written(type)}` : 'No access token'
    return warning({ received: what, expected: 'access_token, token_type Bearer', reference: rfc(6750, '4') })
  }
  return /^application\/json\b/i.test(contentType)
    ? passed(granted(body.scope))
    : warning({ received: contentType || 'No Content-Type', expected: 'application/json' })
}

function granted(scope: unknown): { received?: string } {
  return typeof scope === 'string' ? { received: `Scopes: ${scope}` } : {}
}

/** The refresh of a token, where one was given. */
export const refreshChecks: readonly Check<FinishContext>[] = [
  {
    id: 'oidc.refresh',
    title: 'The tokens can be refreshed',
    reference: oidcCore('12.2', 'RefreshTokenResponse'),
    needs: ['oidc.token-answer'],
    run: refresh,
  },
]

async function refresh(context: FinishContext): Promise<CheckResult> {
  const token = context.tokens?.body?.refresh_token
  if (typeof token !== 'string') {
    return skipped('No refresh token was given; only the scope offline_access asks for one.')
  }
  return skipped('A refresh token was given. Jamf Connect is not documented to use it, and it was not used.')
}
