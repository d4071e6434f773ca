import type { DiagnosisRow } from '../row'
import { RFC_AUTHORIZE_ERRORS, RFC_TOKEN_ERRORS } from '../sources'

const clauses: Readonly<Record<string, string>> = {
  unsupported_grant_type: 'the identity provider does not offer the password grant',
  invalid_scope: 'a scope was refused',
  invalid_request: 'the identity provider misses something in the request',
  access_denied: 'the identity provider denied the access',
  unsupported_response_type: 'the client may not use this kind of answer',
  server_error: 'the identity provider failed',
  temporarily_unavailable: 'the identity provider is not available',
  interaction_required: 'the identity provider wants to show the user a page',
}

/** What is said behind words of the provider that no row knows. */
const spoken: Readonly<Record<string, string>> = {
  invalid_grant:
    'Whether the password is right, these words do not tell Latchkey: it or the user name may be wrong, the account locked or disabled, or a policy in the way.',
  invalid_request: 'It misses something in the request, or found something that does not belong there.',
  access_denied: 'The user or the provider declined: no assignment, no consent, or a policy.',
  server_error: 'The provider failed.',
  temporarily_unavailable: 'The provider is too busy or under maintenance.',
}

const leaves: Readonly<Record<string, NonNullable<DiagnosisRow['leaves']>>> = {
  invalid_grant: ['grant'],
  access_denied: ['client', 'grant'],
}

/** The errors of OAuth itself, for providers and texts that no other row knows. */
const oauth: readonly DiagnosisRow[] = (
  [
    [
      'invalid-grant',
      'invalid_grant',
      'may-be-wrong',
      'The identity provider refused and does not say why: the user name or the password may be wrong, the account locked or disabled, or a policy in the way.',
      'Check the user name and the password, then look for this sign-in in the log of the identity provider.',
      undefined,
      RFC_TOKEN_ERRORS,
    ],
    [
      'unsupported-grant-type',
      'unsupported_grant_type',
      'not-the-password',
      'The provider does not offer the password grant, or not to this client.',
      'Turn the grant on, have another provider check passwords, or do without the check.',
      'login/OIDCROPGID',
      RFC_TOKEN_ERRORS,
    ],
    [
      'invalid-scope',
      'invalid_scope',
      'not-the-password',
      'A scope is unknown to the provider, or this client may not ask for it.',
      'Remove the scope, or define it at the provider.',
      'login/OIDCScopes',
      RFC_TOKEN_ERRORS,
    ],
    [
      'invalid-request',
      'invalid_request',
      'not-the-password',
      'The provider misses something in the request, or found something that does not belong there.',
      'Compare what was sent with the description of the provider.',
      undefined,
      RFC_TOKEN_ERRORS,
    ],
    [
      'access-denied',
      'access_denied',
      'unknown',
      'The user or the provider declined: no assignment, no consent, or a policy.',
      'Check the assignment of the user and the policies of the application.',
      undefined,
      RFC_AUTHORIZE_ERRORS,
    ],
    [
      'unsupported-response-type',
      'unsupported_response_type',
      'not-the-password',
      'The client may not use this kind of answer.',
      'Allow the code flow; for an ID token in the first answer, the implicit or hybrid flow too.',
      undefined,
      RFC_AUTHORIZE_ERRORS,
    ],
    [
      'server-error',
      'server_error',
      'unknown',
      'The provider failed.',
      'Try again later, and look at the status page of the provider.',
      undefined,
      RFC_AUTHORIZE_ERRORS,
    ],
    [
      'temporarily-unavailable',
      'temporarily_unavailable',
      'unknown',
      'The provider is too busy or under maintenance.',
      'Try again later.',
      undefined,
      RFC_AUTHORIZE_ERRORS,
    ],
    [
      'interaction-required',
      'interaction_required',
      'unknown',
      'The provider wants to show the user a page: for a second factor, another account, a consent or a device. It says nothing about the password.',
      'Read what the provider said, and look for this sign-in in its log. A password check cannot show a page: exempt its application.',
      'login/OIDCROPGID',
      'https://learn.microsoft.com/entra/identity-platform/v2-oauth-ropc',
    ],
  ] as const
).map(([id, error, verdict, cause, fix, key, source]) => ({
  id,
  provider: 'any',
  match: { error },
  verdict,
  ...(clauses[error] === undefined ? {} : { clause: clauses[error] }),
  ...(spoken[error] === undefined ? {} : { spoken: spoken[error] }),
  ...(leaves[error] === undefined ? {} : { leaves: leaves[error] }),
  cause,
  fix,
  ...(key === undefined ? {} : { key }),
  source,
  certainty: 'documented',
}))

const clientRow = {
  provider: 'any',
  verdict: 'not-the-password',
  about: 'client',
  source: RFC_TOKEN_ERRORS,
  certainty: 'documented',
} as const

/**
 * Refusals of the client. Providers use the two errors for one another, so that each stands for several causes; which
 * is the likelier one depends on whether a secret was sent.
 */
const clientRefusals: readonly DiagnosisRow[] = [
  {
    ...clientRow,
    id: 'invalid-client',
    match: { error: 'invalid_client' },
    clause: 'the identity provider refused the client',
    cause: 'The provider does not know the client, or its secret is missing or wrong.',
    fix: 'Check the client ID and the client secret; a public client takes no secret.',
    key: 'login/OIDCClientID',
  },
  {
    ...clientRow,
    id: 'invalid-client-with-secret',
    match: { error: 'invalid_client', secret: 'sent' },
    clause: 'the client secret may be wrong, or the client ID',
    cause:
      'The client secret is wrong or has expired, or the provider does not know the client ID, or it takes no secret from this client.',
    fix: 'Copy the client secret and the client ID again; for a public client, remove the secret.',
    key: 'login/OIDCClientSecret',
  },
  {
    ...clientRow,
    id: 'invalid-client-without-secret',
    match: { error: 'invalid_client', secret: 'none' },
    clause: 'the client ID may be wrong, or a client secret missing',
    cause: 'The provider does not know the client ID, or it wants a client secret, which is not configured.',
    fix: 'Copy the client ID again. If the application has a secret, enter it, or make it a public client.',
    key: 'login/OIDCROPGID',
  },
  {
    ...clientRow,
    id: 'unauthorized-client',
    match: { error: 'unauthorized_client' },
    clause: 'the client may not use this grant, or its secret is missing or wrong',
    cause:
      'The client may not use this grant; some providers answer so to a missing or wrong client secret too.',
    fix: 'Allow the grant for this client: authorization code for the sign-in, resource owner password for the password check. Then compare the client secret.',
    key: 'login/OIDCROPGID',
  },
  {
    ...clientRow,
    id: 'unauthorized-client-with-secret',
    match: { error: 'unauthorized_client', secret: 'sent' },
    clause: 'the client may not use the password grant, or its secret is wrong',
    cause:
      'The client may not use the password grant. Some providers answer so to a wrong client secret or client ID too.',
    fix: 'Allow the password grant (resource owner password) for this client. If it is allowed, copy the client secret again.',
    key: 'login/OIDCROPGID',
  },
  {
    ...clientRow,
    id: 'unauthorized-client-without-secret',
    match: { error: 'unauthorized_client', secret: 'none' },
    clause: 'the client may not use the password grant, or wants a secret',
    cause:
      'The client may not use the password grant. Some providers answer so too where they want a client secret, and none is configured.',
    fix: 'Allow the password grant (resource owner password) for this client. If it is allowed, enter the client secret, or make the application a public client.',
    key: 'login/OIDCROPGID',
  },
]

export const anyProvider: readonly DiagnosisRow[] = [...oauth, ...clientRefusals]
