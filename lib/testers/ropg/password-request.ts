import { isWebPage, jsonObject } from '../discovery/metadata'
import { metadataOf, type PasswordContext, type SecretPlace } from './context'

/** What the token endpoint said. Members are cleaned of secrets, except for the tokens themselves. */
export type PasswordAnswer = {
  readonly status: number
  /** Null when the answer is not a JSON object. */
  readonly body: Readonly<Record<string, unknown>> | null
  readonly text: string
  readonly isPage: boolean
  /** Target of a redirect. */
  readonly location: string | null
  readonly idToken: string | null
  readonly accessToken: string | null
  /** Null for a public client. */
  readonly secretPlace: SecretPlace | null
}

/** Sends the password once (RFC 6749, section 4.3.2). Throws EgressError when there is no answer. */
export async function sendPassword(context: PasswordContext): Promise<PasswordAnswer> {
  const { egress, plan, userName, password } = context
  const place = secretPlaceFor(context)
  const { value: clientId } = plan.clientId
  const secret = plan.secret.value
  const inForm = place === 'header' ? {} : { client_id: clientId }
  const answer = await egress.request({
    name: 'Token',
    method: 'POST',
    url: metadataOf(context).token_endpoint ?? '',
    headers: {
      accept: 'application/json',
      ...(place === 'header' ? { authorization: basic(clientId, secret) } : {}),
    },
    form: {
      grant_type: 'password',
      ...inForm,
      ...(place === 'form' ? { client_secret: secret } : {}),
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
    body: context.clean(body),
    text: context.clean(text),
    isPage: isWebPage(answer),
    location: context.clean(answer.headers.get('location')),
    idToken: idToken ?? null,
    accessToken: accessToken ?? null,
    secretPlace: place,
  }
}

/** Most providers take a secret in the form; one that does not list that gets it in the header (OpenID Connect Core 9). */
function secretPlaceFor(context: PasswordContext): SecretPlace | null {
  if (context.plan.secret.value === '') {
    return null
  }
  const offered = metadataOf(context).token_endpoint_auth_methods_supported
  const onlyHeader =
    offered?.includes('client_secret_post') === false && offered.includes('client_secret_basic')
  return context.secretPlace ?? (onlyHeader ? 'header' : 'form')
}

/** RFC 6749, section 2.3.1: id and secret are form-encoded before they are put together. */
function basic(id: string, secret: string): string {
  const encode = (text: string) => new URLSearchParams([['', text]]).toString().slice(1)
  return `Basic ${Buffer.from(`${encode(id)}:${encode(secret)}`).toString('base64')}`
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
