/** Where Jamf Connect wants to be sent after a sign-in. */
export const redirectUri = 'https://127.0.0.1/jamfconnect'

/** Applications the demo identity provider knows. `withoutPasswords` may not use the password grant. */
export const clientIds = {
  public: 'latchkey-demo',
  confidential: 'latchkey-demo-confidential',
  withoutPasswords: 'latchkey-demo-browser-only',
  elsewhere: 'latchkey-demo-other-redirect',
} as const

export const clientSecret = 'latchkey-demo-secret'

/** The same on another port, where 443 cannot be had. */
export const redirectUriAt = (port: number) =>
  port === 443 ? redirectUri : redirectUri.replace('127.0.0.1', `127.0.0.1:${port}`)

const responseTypes = ['code', 'id_token', 'code id_token']
const grantTypes = ['authorization_code', 'implicit', 'password', 'refresh_token']

const client = {
  token_endpoint_auth_method: 'none',
  redirect_uris: [redirectUri],
  grant_types: grantTypes,
  response_types: responseTypes,
}

/** The same as metadata of RFC 7591, which is what oidc-provider takes. */
const clients = [
  { ...client, client_id: clientIds.public },
  {
    ...client,
    client_id: clientIds.confidential,
    client_secret: clientSecret,
    token_endpoint_auth_method: 'client_secret_post',
  },
  {
    ...client,
    client_id: `${clientIds.confidential}-basic`,
    client_secret: clientSecret,
    token_endpoint_auth_method: 'client_secret_basic',
  },
  { ...client, client_id: clientIds.withoutPasswords },
  { ...client, client_id: clientIds.elsewhere, redirect_uris: ['https://127.0.0.1/other'] },
]

/** The clients, with further redirect URIs beside the usual one. */
export const clientsWith = (further: readonly string[]) =>
  clients.map((each) =>
    each.redirect_uris.includes(redirectUri)
      ? { ...each, redirect_uris: [...each.redirect_uris, ...further] }
      : each,
  )
