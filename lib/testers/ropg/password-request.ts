import { type ClientAuth, ClientSecretPost, genericGrantRequest, None } from 'openid-client'
import { isWebPage, jsonObject } from '../discovery/metadata'
import { answerTo, configurationOf } from '../openid-client'
import { basicAuthentication, basicHeader } from '../token-endpoint/basic'
import { metadataOf, type PasswordContext } from './context'
import type { PasswordAnswer } from './password-answer'
import type { SecretWay } from './secret-place'

/**
 * Sends the password once, with the client secret in one way (RFC 6749, section 4.3.2). Throws EgressError when there
 * is no answer.
 */
export async function sendPassword(context: PasswordContext, way: SecretWay | null): Promise<PasswordAnswer> {
  const { egress, plan, userName, password } = context
  const metadata = metadataOf(context)
  const configuration = configurationOf(metadata, plan.clientId.value, authenticate(context, way))
  const endpoint = metadata.token_endpoint ?? ''
  const answer = await answerTo({ egress, name: 'Token', method: 'POST', endpoint, configuration }, () =>
    genericGrantRequest(configuration, 'password', {
      grant_type: 'password',
      username: userName,
      password,
      scope: plan.scopes.join(' '),
    }),
  )
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

function authenticate({ plan, conceal }: PasswordContext, way: SecretWay | null): ClientAuth {
  if (way === null) {
    return None()
  }
  if (way === 'form') {
    return ClientSecretPost(plan.secret.value)
  }
  const header = basicHeader(plan.clientId.value, plan.secret.value, way === 'header-encoded')
  conceal('credentials', header.replace(/^Basic /, ''))
  return basicAuthentication(header)
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
