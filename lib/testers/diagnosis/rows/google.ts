import type { DiagnosisRow } from '../row'
import { GOOGLE_CLIENT, GOOGLE_ERRORS, GOOGLE_REDIRECT } from '../sources'

const CLIENT = 'Google Cloud console > APIs & Services > Credentials > the OAuth client'

/** Answers of Google. */
export const google: readonly DiagnosisRow[] = [
  {
    id: 'google-redirect-uri',
    provider: 'GoogleID',
    match: { text: 'redirect_uri_mismatch' },
    verdict: 'not-the-password',
    clause: 'the redirect URI is not registered',
    example: { text: 'Error 400: redirect_uri_mismatch' },
    cause:
      'The redirect URI is not among the authorized ones of the OAuth client. They have to be equal in every character.',
    fix: 'Add the redirect URI, and wait some minutes for the change.',
    key: 'login/OIDCRedirectURI',
    console: `${CLIENT} > Authorized redirect URIs`,
    source: GOOGLE_REDIRECT,
    certainty: 'documented',
  },
  {
    id: 'google-client-id',
    provider: 'GoogleID',
    match: { text: 'oauth client was not found' },
    verdict: 'not-the-password',
    clause: 'Google does not know the client',
    example: { error: 'invalid_client', description: 'The OAuth client was not found.' },
    cause:
      'Google has no OAuth client with this client ID: a typing error, a deleted client, or another project.',
    fix: 'Copy the client ID and the client secret again.',
    key: 'login/OIDCClientID',
    console: CLIENT,
    source: GOOGLE_CLIENT,
    certainty: 'documented',
  },
  {
    id: 'google-blocked-by-admin',
    provider: 'GoogleID',
    match: { text: 'admin_policy_enforced|access_not_configured' },
    verdict: 'not-the-password',
    clause: 'the administrator has blocked the application',
    example: { text: 'Error 400: admin_policy_enforced' },
    cause: 'The administrator of Google Workspace has blocked this application.',
    fix: 'Trust the application in the API controls.',
    console: 'Google Admin console > Security > Access and data control > API controls',
    source: GOOGLE_ERRORS,
    certainty: 'documented',
  },
  {
    id: 'google-access-blocked',
    provider: 'GoogleID',
    match: { text: 'access blocked' },
    verdict: 'not-the-password',
    clause: 'Google refuses this way of signing in',
    example: { error: 'invalid_request', description: 'Access blocked: authorization error' },
    cause:
      'Google refuses this way of signing in, for example a client of the wrong type or an embedded view.',
    fix: 'Use an OAuth client of the type Web application.',
    key: 'login/OIDCClientID',
    console: CLIENT,
    source: GOOGLE_ERRORS,
    certainty: 'documented',
  },
]
