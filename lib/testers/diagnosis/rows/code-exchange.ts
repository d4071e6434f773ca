import type { DiagnosisFacts, DiagnosisRow, Found } from '../row'
import { RFC_TOKEN_ERRORS } from '../sources'

type CodeRow = Pick<DiagnosisFacts, 'id' | 'cause' | 'fix' | 'key'> &
  Partial<Pick<DiagnosisFacts, 'certainty' | 'source'>> &
  Found

/** What RFC 6749 says of every refused grant; a description that repeats it names no cause. */
const notTheDefinition = '^(?!.*authorization grant)'
const documented = { certainty: 'documented' } as const
const PKCE = 'https://www.rfc-editor.org/rfc/rfc7636#section-4.6'

/** Refusals of the code itself: the user has signed in, so no password is among the causes. */
const codeRefusals: readonly CodeRow[] = [
  {
    id: 'code-proof',
    match: { error: ['invalid_grant', 'invalid_request'], text: 'pkce|code[-_ ]?(verifier|challenge)' },
    example: { error: 'invalid_grant', description: 'The code_verifier does not fit.' },
    cause:
      'The provider did not accept the proof that the code belongs to this sign-in (PKCE): the code verifier does not fit the code challenge, or the app expects another method.',
    fix: 'Run the sign-in again from its beginning. If it is refused again, set the PKCE method of the app to S256.',
    key: 'login/OIDCClientID',
    source: PKCE,
  },
  {
    id: 'code-redirect-uri',
    match: {
      error: ['invalid_grant', 'invalid_request', 'invalid_redirect_uri', 'redirect_uri_mismatch'],
      text: `${notTheDefinition}.*redirect(ion)?[-_ ]?ur[il]`,
    },
    example: { error: 'invalid_grant', description: 'Redirect URI mismatch' },
    cause: 'The provider does not take the redirect URI with this code.',
    fix: 'Compare the redirect URI of the configuration with those of the app: each slash and letter counts.',
    key: 'login/OIDCRedirectURI',
  },
  {
    id: 'code-not-valid',
    match: {
      error: 'invalid_grant',
      text: `${notTheDefinition}.*(\\bcode\\b[^.]{0,40}\\b(not (valid|found|active)|invalid|incorrect|expired|used|redeemed|revoked|unknown|not exist)|\\b(invalid|incorrect|expired|used|unknown|bad)\\b[^.]{0,20}\\bcode\\b)`,
    },
    example: { error: 'invalid_grant', description: 'The code was redeemed, code already used' },
    cause:
      'The provider does not take the code: it has expired, was used before, or was given to another client.',
    fix: 'Run the sign-in again, and bring its answer at once. If the code is refused again, compare the client ID with that of the app.',
    key: 'login/OIDCClientID',
  },
  {
    id: 'code-refused',
    match: { error: 'invalid_grant' },
    cause:
      'The provider refuses the code and does not say why: it has expired or was used before, the redirect URI or the client is not the one that the code was given to, or the PKCE proof does not fit.',
    fix: 'Run the sign-in again. If the code is refused again, compare the redirect URI and the client ID with those of the app, then look for this sign-in in the log of the identity provider.',
    key: 'login/OIDCRedirectURI',
    ...documented,
  },
]

/** Refusals of the client, before the provider looked at the code. */
const clientRefusals: readonly CodeRow[] = [
  {
    id: 'code-secret-missing',
    match: {
      error: ['invalid_request', 'invalid_client'],
      text: 'client[-_ ]?secret[^.]{0,20}\\b(is )?(missing|required|not (provided|present|sent))|missing[^.]{0,20}client[-_ ]?secret',
    },
    example: { error: 'invalid_request', description: 'client_secret is missing.' },
    cause: 'The provider wants the client secret, and it did not get one.',
    fix: 'Enter the client secret of the app, or make the app a public client where the provider has such.',
    key: 'login/OIDCClientSecret',
  },
  {
    id: 'code-grant-type',
    match: { error: 'unsupported_grant_type' },
    cause: 'The token endpoint does not take the authorization code grant.',
    fix: 'Turn on the authorization code grant at the provider, and check that the discovery document is that of the right server.',
    key: 'login/OIDCClientID',
    ...documented,
  },
  {
    id: 'code-client-not-allowed',
    match: { error: 'unauthorized_client' },
    cause:
      'The client may not exchange codes for tokens; some providers answer so to a missing or wrong client secret too.',
    fix: 'Allow the authorization code grant for this client. If it is allowed, compare the client secret.',
    key: 'login/OIDCClientID',
    ...documented,
  },
  {
    id: 'code-client-not-allowed-with-secret',
    match: { error: 'unauthorized_client', secret: 'sent' },
    cause:
      'The client may not exchange codes for tokens. Some providers answer so to a wrong client secret too.',
    fix: 'Allow the authorization code grant for this client. If it is allowed, copy the client secret again.',
    key: 'login/OIDCClientSecret',
    ...documented,
  },
  {
    id: 'code-client-without-secret',
    match: { error: 'invalid_client', secret: 'none' },
    cause: 'The provider does not know the client ID, or it wants a client secret, which is not configured.',
    fix: 'Copy the client ID again. If the app has a secret, enter it, or make the app a public client.',
    key: 'login/OIDCClientID',
    ...documented,
  },
]

/** What token endpoints answer when a code is exchanged (RFC 6749, section 5.2). */
export const codeExchange: readonly DiagnosisRow[] = [...codeRefusals, ...clientRefusals].map((row) => ({
  provider: 'any',
  requests: ['code-exchange'],
  verdict: 'not-the-password',
  source: RFC_TOKEN_ERRORS,
  certainty: 'inferred',
  ...row,
}))
