import type { Vendor } from '@/lib/schema/vendors'
import type { DiagnosisInput } from './diagnosis'
import { SAID_ON_PAGES } from './examples-of-pages'
import { type DiagnosisRow, requestsOf } from './row'
import type { Said } from './said'

/** Answers as the providers give them, for the rows that are found by words; ids are shortened. */
const SAID: Readonly<Record<string, Said>> = {
  'okta-grant-not-allowed': {
    error: 'unauthorized_client',
    description:
      'The client is not authorized to use the provided grant type. Configured grant types: [authorization_code].',
  },
  'okta-wrong-password': {
    text: '{"error":"invalid_grant","error_description":"The credentials provided were invalid."}',
  },
  'okta-second-factor': {
    error: 'invalid_grant',
    description: 'Resource owner password credentials cannot be used with MFA enabled.',
  },
  'okta-mfa-required': {
    text: '{"error":"mfa_required","error_description":"MFA required","mfa_token":"x"}',
  },
  'okta-sign-on-policy': {
    error: 'invalid_grant',
    description: 'Resource owner password credentials authentication denied by sign on policy.',
  },
  'okta-password-expired': { error: 'access_denied', description: "The user's password is expired." },
  'okta-no-password': { error: 'invalid_grant', description: 'The user does not configure a password.' },
  'okta-not-assigned': {
    error: 'access_denied',
    description: 'User is not assigned to the client application.',
  },
  'okta-server-policy': {
    error: 'access_denied',
    description: 'Policy evaluation failed for this request, please check the policy configurations.',
  },
  'okta-consent': { error: 'consent_required', description: "uncheck 'Require consent'" },
  'okta-client-secret': {
    error: 'invalid_client',
    description: 'Client authentication failed. Either the client or the client credentials are invalid.',
  },
  'okta-client-id': { error: 'invalid_client', description: "Invalid value for 'client_id' parameter." },
  'okta-redirect-uri': {
    error: 'invalid_request',
    description: "The 'redirect_uri' parameter must be a Login redirect URI in the client app settings",
  },
  'okta-response-type': {
    error: 'unsupported_response_type',
    description: 'Configured response types: [code]',
  },
  'okta-nonce': {
    error: 'invalid_request',
    description: "The 'nonce' parameter is required when requesting id_token.",
  },
  'okta-pkce': {
    error: 'invalid_request',
    description: 'PKCE code challenge is required by the application.',
  },
  'okta-scope': {
    error: 'invalid_scope',
    description: 'One or more scopes are not configured for the authorization server resource.',
  },
  'okta-browser-request': {
    error: 'invalid_request',
    description: 'Browser requests to the token endpoint may only use the authorization_code grant_type.',
  },
  'okta-rate-limit': { error: 'user_rate_limited', description: 'Too many requests' },
  'okta-external-factor': { description: 'unable to find the IDP MFA factor' },
  'okta-interaction-code': {
    error: 'access_denied',
    description: "Interaction Code flow isn't enabled in this environment.",
  },
  'google-redirect-uri': { text: 'Error 400: redirect_uri_mismatch' },
  'google-client-id': { error: 'invalid_client', description: 'The OAuth client was not found.' },
  'google-blocked-by-admin': { text: 'Error 400: admin_policy_enforced' },
  'google-access-blocked': { error: 'invalid_request', description: 'Access blocked: authorization error' },
  'onelogin-second-factor-named': {
    error: 'invalid_grant',
    description: 'Password grant is not available for users with MFA',
  },
  'onelogin-second-factor': { text: '{"error":"invalid_grant","error_description":"MFA is required"}' },
  'ping-grant': { error: 'unauthorized_client', description: 'unsupported grant' },
  'ping-grant-type': { error: 'unsupported_grant_type', description: '' },
  'keycloak-direct-access': {
    error: 'unauthorized_client',
    description: 'Client not allowed for direct access grants',
  },
  'keycloak-consent': { error: 'invalid_client', description: 'Client requires user consent' },
  'keycloak-required-actions': { error: 'invalid_grant', description: 'Account is not fully set up' },
  'keycloak-wrong-password': { error: 'invalid_grant', description: 'Invalid user credentials' },
  'keycloak-redirect-uri': { text: 'Invalid parameter: redirect_uri' },
  'keycloak-flow': {
    error: 'unauthorized_client',
    description:
      'Client is not allowed to initiate browser login with given response_type. Implicit flow is disabled for the client.',
  },
  'keycloak-scope': { error: 'invalid_scope', description: 'Invalid scopes: openid+profile' },
  'keycloak-disabled': { error: 'invalid_grant', description: 'Account disabled' },
  'keycloak-secret': {
    error: 'unauthorized_client',
    description: 'Invalid client or Invalid client credentials',
  },
  'keycloak-secret-missing': {
    error: 'unauthorized_client',
    description: 'Client secret not provided in request',
  },
  'auth0-no-default-directory': {
    error: 'server_error',
    description: 'Authorization server not configured with default connection.',
  },
  'auth0-wrong-password': { error: 'invalid_grant', description: 'Wrong email or password.' },
  'auth0-blocked': { error: 'too_many_attempts', description: 'Your account has been blocked.' },
  'auth0-grant': {
    error: 'unauthorized_client',
    description: "Grant type 'password' not allowed for the client.",
  },
  'words-wrong-password': { error: 'invalid_grant', description: 'Invalid username or password' },
  'words-wrong-password-elsewhere': {
    error: 'access_denied',
    description: 'AADB2C90225: The username or password provided in the request are invalid.',
  },
  'words-locked': { error: 'invalid_grant', description: 'User account is locked.' },
  'words-expired': { error: 'invalid_grant', description: 'Password expired' },
  'words-new-password': { error: 'invalid_grant', description: 'Password reset required for the user' },
  'words-several': { error: 'invalid_grant', description: 'Wrong password, or the account is locked' },
  'words-disabled': { error: 'invalid_grant', description: 'The user account is inactive' },
  'words-second-factor': { error: 'invalid_grant', description: 'Two-factor authentication required' },
  'words-not-assigned': {
    error: 'access_denied',
    description: 'You are not allowed to access this application',
  },
  'words-unknown-client': { error: 'invalid_client', description: 'The requested client was not found.' },
  'words-client-secret': { error: 'unauthorized_client', description: 'The secret does not fit' },
  'words-grant': { error: 'unauthorized_client', description: 'This grant is off' },
  'code-proof': { error: 'invalid_grant', description: 'The code_verifier does not fit.' },
  'code-redirect-uri': { error: 'invalid_grant', description: 'Redirect URI mismatch' },
  'code-not-valid': { error: 'invalid_grant', description: 'The code was redeemed, code already used' },
  'sign-in-second-factor': { error: 'access_denied', description: 'MFA was not completed' },
  'sign-in-not-assigned': { error: 'access_denied', description: 'This user is not assigned.' },
  'sign-in-unknown-client': { error: 'invalid_client', description: 'No such client' },
  'auth0-denied': { error: 'access_denied', description: 'Denied by an action.' },
  'auth0-unauthorized': { error: 'access_denied', description: 'Unauthorized' },
  'wso2-locked': {
    error: 'invalid_grant',
    description: '17003:MaxAttemptsExceeded Error when handling event : POST_AUTHENTICATION',
  },
  'words-one-time-password': { error: 'invalid_grant', description: 'Invalid one-time password' },
  'words-too-many': { error: 'slow_down', description: 'Too many requests' },
  'words-not-confirmed': {
    error: 'invalid_grant',
    description: 'UserNotConfirmedException: User is not confirmed.',
  },
}

/** An answer for each way in which a row is found: one for each of its codes, else one. Empty for a row without any. */
export function examplesOf(row: DiagnosisRow): DiagnosisInput[] {
  const [request = 'password-check'] = requestsOf(row)
  return answersFor(row).map((answer) => ({ ...answer, request }))
}

function answersFor({ id, provider, match }: DiagnosisRow): DiagnosisInput[] {
  const from: Vendor = provider === 'any' ? 'Custom' : provider
  if (match.symptom !== undefined) {
    return [{ provider: from, symptom: match.symptom, ...SAID_ON_PAGES[id] }]
  }
  if (match.code !== undefined) {
    return match.code.map((code) => ({ provider: from, ...withCode(code) }))
  }
  const { secret } = match
  const seen = secret === undefined ? {} : { secret }
  const said =
    SAID[id] ?? (match.text === undefined ? [match.error ?? []].flat() : []).map((error) => ({ error }))
  return [said].flat().map((each) => ({ provider: from, ...each, ...seen }))
}

function withCode(code: string): Said {
  if (code.startsWith('AADSTS')) {
    return { error: 'invalid_grant', description: `${code}: A sentence of the provider. Trace ID: 1` }
  }
  if (/^E\d/.test(code)) {
    return { text: JSON.stringify({ errorCode: code, errorSummary: 'A sentence of the provider' }) }
  }
  return /^[A-Z_]+$/.test(code)
    ? { text: JSON.stringify({ status: code, stateToken: 'x' }) }
    : { description: `${code} A sentence of the provider.` }
}
