import { fetchUserInfo, skipSubjectCheck } from 'openid-client'
import { EgressError } from '../../egress/errors'
import { loginKey } from '../client-settings'
import { jsonObject } from '../discovery/metadata'
import { parseToken } from '../id-token/parsed-token'
import { verifySignature } from '../id-token/signature'
import { written } from '../json-text'
import { answerTo, configurationOf, type Said } from '../openid-client'
import { oidcCore, rfc } from '../references'
import { type Check, type CheckResult, failed, passed, skipped, warning } from '../run-checks'
import { type FinishContext, given } from './context'
import type { UserInfoAnswer } from './user-info-answer'

/** The UserInfo endpoint, compared with the ID token. */
export const userInfoChecks: readonly Check<FinishContext>[] = [
  {
    id: 'oidc.user-info',
    title: 'The UserInfo endpoint tells about the user',
    failedTitle: 'The UserInfo endpoint tells nothing',
    reference: oidcCore('5.3', 'UserInfo'),
    needs: ['oidc.token-answer'],
    run: ask,
  },
  {
    id: 'oidc.user-info-subject',
    title: 'It tells about the same user as the ID token',
    failedTitle: 'The UserInfo endpoint speaks of somebody else',
    reference: oidcCore('5.3.2', 'UserInfoResponse'),
    needs: ['oidc.user-info', 'id-token.subject'],
    run: compare,
  },
]

async function ask(context: FinishContext): Promise<CheckResult> {
  const url = context.metadata?.userinfo_endpoint
  const token = context.tokens?.body?.access_token
  if (url === undefined || typeof token !== 'string') {
    return url === undefined && context.client.useUserInfo
      ? failed({
          means: 'UseUserInfo is on, and the provider has no UserInfo endpoint.',
          remedy: loginKey('UseUserInfo'),
        })
      : skipped(url === undefined ? 'The provider has none.' : 'There is no access token to ask with.')
  }
  try {
    const { answer, inBody } = await (context.userInfoAnswer ?? request(context, url, token))
    const verdict = await read(context, answer)
    return verdict.outcome === 'passed' && inBody
      ? warning({
          means: 'The endpoint takes the access token in the form only, not in the Authorization header.',
        })
      : verdict
  } catch (error) {
    if (error instanceof EgressError && error.code !== 'cancelled') {
      return problem(context, { means: error.message })
    }
    throw error
  }
}

/** Asks already while the ID token is verified; the check above waits for the answer. */
export function beginUserInfo(context: FinishContext): void {
  const url = context.metadata?.userinfo_endpoint
  const token = context.tokens?.body?.access_token
  if (url !== undefined && typeof token === 'string') {
    context.userInfoAnswer = request(context, url, token)
    // A test that ends before must not end the process.
    context.userInfoAnswer.catch(() => undefined)
  }
}

/** The token travels in the header; an endpoint that refuses that gets it in the form (RFC 6750, section 2.2). */
async function request(context: FinishContext, url: string, token: string): Promise<UserInfoAnswer> {
  const { egress, client } = context
  const name = 'User information'
  const configuration = configurationOf(given(context.metadata, 'The metadata'), client.clientId)
  const answer = await answerTo({ egress, name, method: 'GET', endpoint: url, configuration }, () =>
    fetchUserInfo(configuration, token, skipSubjectCheck),
  )
  if (answer.status === 200 || answer.status === 403 || answer.status >= 500) {
    return { answer, inBody: false }
  }
  const headers = { accept: 'application/json, application/jwt' }
  const second = await egress.request({ name, method: 'POST', url, headers, form: { access_token: token } })
  return second.status === 200 ? { answer: second, inBody: true } : { answer, inBody: false }
}

async function read(context: FinishContext, answer: Said): Promise<CheckResult> {
  if (answer.status !== 200) {
    const challenge = answer.headers.get('www-authenticate')
    const received = `${answer.status}${challenge === null ? '' : `, ${challenge}`}`
    return problem(context, { received, expected: '200', reference: rfc(6750, '3') })
  }
  const signed = /^application\/jwt\b/i.test(answer.headers.get('content-type') ?? '')
  const claims = signed ? await readSigned(context, answer.text().trim()) : jsonObject(answer.text())
  if (claims === null || typeof claims === 'string') {
    return problem(context, { received: claims ?? 'No JSON object', expected: 'Claims' })
  }
  context.userInfo = claims
  return passed({ received: Object.keys(claims).join(', ') })
}

/** Claims of a signed answer, or what is wrong with it (OpenID Connect Core 5.3.4). */
async function readSigned(
  context: FinishContext,
  raw: string,
): Promise<Readonly<Record<string, unknown>> | string> {
  const parsed = parseToken(raw)
  if (typeof parsed === 'string') {
    return parsed === 'encrypted' ? 'An encrypted token' : 'Text that is no token'
  }
  const verdict = await verifySignature(parsed, given(context.keys, 'The keys'), context.client.clientSecret)
  if (verdict.kind !== 'verified') {
    return verdict.message
  }
  const { iss, aud } = parsed.claims
  const mine = aud === undefined || [aud].flat().includes(context.client.clientId)
  const known = iss === undefined || iss === context.metadata?.issuer
  return known && mine ? parsed.claims : 'A token from another issuer, or for another client'
}

/** Only a configuration that uses the endpoint needs it; for every other one a refusal is how things are. */
function problem({ client }: FinishContext, details: Parameters<typeof failed>[0]): CheckResult {
  if (!client.useUserInfo) {
    const said = [details.received, details.means].filter((each) => each !== undefined).join('. ')
    return skipped(`Not read (${said}). UseUserInfo is not on, so Jamf Connect does without it.`)
  }
  return failed({
    ...details,
    means: [details.means, 'UseUserInfo is on, so Jamf Connect gets claims from here.']
      .filter(Boolean)
      .join(' '),
    remedy: loginKey('UseUserInfo'),
  })
}

function compare({ userInfo, claims }: FinishContext): CheckResult {
  const received = userInfo?.sub
  const expected = given(claims, 'The claims').sub
  if (received === undefined) {
    return failed({
      title: 'The UserInfo endpoint names nobody',
      received: 'No sub',
      expected: written(expected),
      means: 'Without sub it is not known whom the answer is about, so none of it is used.',
    })
  }
  return received === expected
    ? passed({ received: written(received) })
    : failed({
        received: written(received),
        expected: written(expected),
        means: 'The endpoint speaks of somebody else, so none of it is used.',
      })
}
