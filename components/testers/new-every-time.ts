/**
 * Parameters and claims whose value is another one in every sign-in: random by design, made of such a value, or a time. That they
 * differ between two runs says nothing; that one run has none of them may.
 *
 * RFC 6749 4.1, RFC 7636 4.3, RFC 7523 2.2; OpenID Connect Core 1.0 sections 2, 3.1.3.6, 3.3.2.11; RFC 7519 4.1; the internal values
 * of Entra ID, and the sessions of Keycloak and PingFederate.
 */
const parameters = new Set(
  'state nonce code code_challenge code_verifier client_assertion id_token access_token refresh_token session_state stateToken sessionToken'.split(
    ' ',
  ),
)
const claims = new Set(
  'nonce at_hash c_hash s_hash rt_hash jti iat exp nbf auth_time updated_at sid session_state pi.sri uti rh aio pwd_exp pwd_age'.split(
    ' ',
  ),
)

/** Whether a parameter of a request has another value in every run. */
export const isNewParameter = (name: string): boolean => parameters.has(name)

/** Whether a claim of an ID token has another value in every run. */
export const isNewClaim = (name: string): boolean => claims.has(name)
