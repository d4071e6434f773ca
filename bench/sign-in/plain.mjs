import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  genericGrantRequest,
  None,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client'

const redirect_uri = 'https://127.0.0.1/jamfconnect'
const scope = 'openid profile email'
const options = { execute: [allowInsecureRequests, enableNonRepudiationChecks] }
const discover = (issuer) => discovery(new URL(issuer), 'jamf-connect', {}, None(), options)

/**
 * The script somebody would write with openid-client: one call after the other.
 * @param {string} issuer
 */
export async function startPlain(issuer) {
  const client = await discover(issuer)
  const pkceCodeVerifier = randomPKCECodeVerifier()
  const [expectedState, expectedNonce] = [randomState(), randomNonce()]
  const url = buildAuthorizationUrl(client, {
    redirect_uri,
    scope,
    state: expectedState,
    nonce: expectedNonce,
    code_challenge: await calculatePKCECodeChallenge(pkceCodeVerifier),
    code_challenge_method: 'S256',
  })
  return { url: url.href, kept: { client, checks: { pkceCodeVerifier, expectedState, expectedNonce } } }
}

/**
 * Asks for user information where the provider has it.
 * @param {{ address: string, kept: Awaited<ReturnType<typeof startPlain>>['kept'] }} answer
 */
export async function finishPlain({ address, kept: { client, checks } }) {
  const tokens = await authorizationCodeGrant(client, new URL(address), checks)
  const { sub, name } = tokens.claims()
  if (client.serverMetadata().userinfo_endpoint === undefined) {
    return { passed: sub === 'user-1' }
  }
  const user = await fetchUserInfo(client, tokens.access_token, sub)
  return { passed: user.name === name }
}

/** @param {string} issuer */
export async function passwordPlain(issuer) {
  const client = await discover(issuer)
  const form = { username: 'alice', password: 'correct horse', scope }
  const tokens = await genericGrantRequest(client, 'password', form)
  return { passed: tokens.claims().sub === 'user-1' }
}
