import type { DiagnosisFacts, DiagnosisRow, Found } from '../row'
import { AADSTS, AD_FS_FLOWS, AD_FS_RESOURCE, RFC_AUTHORIZE_ERRORS, RFC_TOKEN_ERRORS } from '../sources'

type SignInRow = Omit<DiagnosisFacts, 'verdict' | 'certainty' | 'source'> &
  Partial<Pick<DiagnosisFacts, 'certainty' | 'source'>> &
  Found

const entra = { provider: 'EntraID', source: AADSTS, certainty: 'documented' } as const
const any = { provider: 'any' } as const
const client = { key: 'login/OIDCClientID' } as const
const declined = ['access_denied', 'invalid_grant', 'invalid_request', 'unauthorized', 'login_failed']

/** Causes that a password check has too, where something else is to be done about them in a browser. */
const rows: readonly SignInRow[] = [
  {
    ...entra,
    id: 'entra-sign-in-second-factor',
    match: {
      code: [
        'AADSTS50076',
        'AADSTS50079',
        'AADSTS50072',
        'AADSTS50074',
        'AADSTS50078',
        'AADSTS53004',
        'AADSTS50158',
        'AADSTS500121',
        'AADSTS50087',
        'AADSTS50088',
      ],
    },
    cause: 'A policy asks for a second factor, which was not registered or not completed in this sign-in.',
    fix: 'Run the sign-in again in a fresh window, and complete the second factor.',
  },
  {
    ...entra,
    id: 'entra-sign-in-not-public',
    match: { code: ['AADSTS7000218'] },
    cause: 'Entra ID wants a client secret, because the redirect URI is registered for a web application.',
    fix: 'Register the redirect URI under Mobile and desktop applications, not under Web, or configure the client secret.',
    key: 'login/OIDCClientSecret',
    console: 'Entra ID > App registrations > the application > Authentication',
  },
  {
    ...entra,
    id: 'entra-sign-in-application-disabled',
    match: { code: ['AADSTS7000112', 'AADSTS70001', 'AADSTS500014'] },
    cause: 'The application (70001, 7000112) or the resource of a scope (500014) is disabled.',
    fix: 'Allow users to sign in to the application.',
    console: 'Entra ID > Enterprise applications > the application > Properties',
    ...client,
  },
  {
    ...entra,
    id: 'entra-sign-in-request',
    match: { code: ['AADSTS900144', 'AADSTS90014', 'AADSTS9002313', 'AADSTS90013', 'AADSTS90100'] },
    cause: 'A parameter of the request is missing, empty or malformed; its answer names it.',
    fix: 'Look for an empty or damaged value among the client ID, the redirect URI and the scopes.',
    ...client,
  },
  {
    id: 'ad-fs-sign-in-resource',
    provider: 'AD FS',
    match: { code: ['MSIS9605', 'MSIS9321'] },
    cause: 'The client has no permission for the resource that it asks for.',
    fix: 'In the application group, add a web API whose identifier is the client ID, and permit the client the scopes openid, profile and email there.',
    console: 'AD FS Management > Application Groups > the group > the web API > Client Permissions',
    source: AD_FS_RESOURCE,
    ...client,
  },
  {
    id: 'ad-fs-sign-in-unknown-client',
    provider: 'AD FS',
    match: { code: ['MSIS9607', 'MSIS9223', 'MSIS9224'] },
    cause: 'AD FS has no client with this identifier: a typing error, or another server farm.',
    fix: 'Copy the client identifier of the native or server application again.',
    console: 'AD FS Management > Application Groups > the group > the application',
    source: AD_FS_FLOWS,
    ...client,
  },
  {
    ...any,
    id: 'sign-in-second-factor',
    match: { error: declined, text: 'multi-?factor|(second|two|2)[- ]factor|\\b(mfa|2fa|otp|one-time)\\b' },
    example: { error: 'access_denied', description: 'MFA was not completed' },
    cause: 'The answer speaks of a second factor, which was not completed in this sign-in.',
    fix: 'Run the sign-in again in a fresh window, and complete the second factor.',
  },
  {
    ...any,
    id: 'sign-in-not-assigned',
    match: {
      error: declined,
      text: 'not assigned|not (allowed|permitted|authorized|entitled) to (access|use|sign ?in|log ?in)[^.]{0,20}(client|app)',
    },
    example: { error: 'access_denied', description: 'This user is not assigned.' },
    cause: 'The identity provider says that this user may not use this application.',
    fix: 'Assign the user to the application of the sign-in.',
    ...client,
  },
  {
    ...any,
    id: 'sign-in-unknown-client',
    match: {
      text: 'client\\b[^.]{0,20}\\b(does not exist|not found|not registered)|no such client',
    },
    example: { error: 'invalid_client', description: 'No such client' },
    cause: 'The identity provider has no client with this client ID: a typing error, or another tenant.',
    fix: 'Copy the client ID again.',
    ...client,
  },
  {
    ...any,
    id: 'authorization-client-not-allowed',
    requests: ['authorization'],
    match: { error: 'unauthorized_client' },
    cause: 'The client may not sign users in with the kind of answer that was asked for.',
    fix: 'Allow the authorization code flow for this client; for an ID token in the first answer, the implicit or hybrid flow too.',
    source: RFC_AUTHORIZE_ERRORS,
    certainty: 'documented',
    ...client,
  },
  {
    ...any,
    id: 'sign-in-interaction-required',
    match: { error: 'interaction_required' },
    cause:
      'The provider wants to show the user a page: for a second factor, another account, a consent or a device.',
    fix: 'Run the sign-in again in a fresh window. If it ends the same way, look for this sign-in in the log of the identity provider.',
    source: 'https://openid.net/specs/openid-connect-core-1_0.html#AuthError',
    certainty: 'documented',
  },
]

/** Answers to a sign-in in a browser and to the exchange of its code. */
export const browserSignIn: readonly DiagnosisRow[] = rows.map((row) => ({
  requests: ['authorization', 'code-exchange'],
  verdict: 'not-the-password',
  source: RFC_TOKEN_ERRORS,
  certainty: 'inferred',
  ...row,
}))
