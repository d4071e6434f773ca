const redirect = 'https://127.0.0.1/jamfconnect'

const get = async (url, headers = {}) => (await fetch(url, { headers })).json()
const post = async (url, form) =>
  (await fetch(url, { method: 'POST', body: new URLSearchParams(form) })).json()
const discover = (issuer) => get(`${issuer}/.well-known/openid-configuration`)

/**
 * The answers that Latchkey waits for, in its order, and nothing done with them: what the path itself takes.
 * @param {string} issuer
 */
export async function startBare(issuer) {
  const metadata = await discover(issuer)
  const query = new URLSearchParams({ redirect_uri: redirect, state: 'state', nonce: 'nonce' })
  return { url: `${metadata.authorization_endpoint}?${query}`, kept: metadata }
}

/** @param {{ address: string, kept: Record<string, string> }} answer */
export async function finishBare({ address, kept: { jwks_uri, token_endpoint, userinfo_endpoint } }) {
  const code = new URL(address).searchParams.get('code')
  const form = { grant_type: 'authorization_code', code, redirect_uri: redirect }
  const [, tokens] = await Promise.all([get(jwks_uri), post(token_endpoint, form)])
  if (userinfo_endpoint === undefined) {
    return { passed: typeof tokens.id_token === 'string' }
  }
  const user = await get(userinfo_endpoint, { authorization: `Bearer ${tokens.access_token}` })
  return { passed: user.sub === 'user-1' }
}

/** @param {string} issuer */
export async function passwordBare(issuer) {
  const { jwks_uri, token_endpoint } = await discover(issuer)
  const form = { grant_type: 'password', username: 'alice', password: 'correct horse' }
  const [, tokens] = await Promise.all([get(jwks_uri), post(token_endpoint, form)])
  return { passed: typeof tokens.id_token === 'string' }
}
