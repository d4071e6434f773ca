import { isWebPage, jsonObject } from '../discovery/metadata'
import { metadataOf, type PasswordContext } from './context'
import type { PasswordAnswer } from './password-answer'
import type { SecretWay } from './secret-place'
import { basicHeader } from './secret-ways'

/**
 * Sends the password once, with the client secret in one way (RFC 6749, section 4.3.2). Throws EgressError when there
 * is no answer.
 */
export async function sendPassword(context: PasswordContext, way: SecretWay | null): Promise<PasswordAnswer> {
  const { egress, plan, userName, password } = context
  const inHeader = way === 'header-encoded' || way === 'header-plain'
  const { value: clientId } = plan.clientId
  const secret = plan.secret.value
  const header = inHeader ? basicHeader(way, clientId, secret) : null
  if (header !== null) {
    context.conceal('credentials', header.replace(/^Basic /, ''))
  }
  const inForm = inHeader ? {} : { client_id: clientId }
  const answer = await egress.request({
    name: 'Token',
    method: 'POST',
    url: metadataOf(context).token_endpoint ?? '',
    headers: {
      accept: 'application/json',
      ...(header === null ? {} : { authorization: header }),
    },
    form: {
      grant_type: 'password',
      ...inForm,
      ...(way === 'form' ? { client_secret: secret } : {}),
      username: userName,
      password,
      scope: plan.scopes.join(' '),
    },
    secretFields: ['password', 'client_secret'],
  })
  const text = answer.text()
  const body = jsonObject(text)
  const [idToken, accessToken] = ['id_token', 'access_token'].map((name) => concealed(context, body, name))
  concealed(context, body, 'refresh_token')
  return {
    status: answer.status,
    body,
    text,
    isPage: isWebPage(answer),
    location: answer.headers.get('location'),
    idToken: idToken ?? null,
    accessToken: accessToken ?? null,
    way,
  }
}

function concealed(
  { conceal }: PasswordContext,
  body: Readonly<Record<string, unknown>> | null,
  name: string,
): string | null {
  const value = body?.[name]
  if (typeof value !== 'string' || value === '') {
    return null
  }
  conceal(name, value)
  return value
}
