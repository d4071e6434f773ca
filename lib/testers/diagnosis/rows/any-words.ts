import { refusedPassword } from '@/lib/products/jamf-connect/passwords/refused-passwords'
import type { DiagnosisFacts, DiagnosisRow, Found } from '../row'
import { OPEN, WRONG } from '../several-causes'
import { AUTH0_MFA, AZURE_AD_B2C_WRONG_PASSWORD, RFC_TOKEN_ERRORS } from '../sources'
import { EXPIRED, NEW_PASSWORD, ONLY, PERSON } from './word-patterns'

type Words = readonly [
  id: string,
  found: Found,
  said: Pick<DiagnosisFacts, 'verdict' | 'cause' | 'fix'> & Partial<DiagnosisFacts>,
]

const refusals = ['invalid_grant', 'access_denied', 'invalid_credentials', 'unauthorized', 'login_failed']

const wrongPassword = refusedPassword('words-wrong-password')

/**
 * What providers of every make say in their own words. They are read as they stand: a row says what the words say, and
 * names no product.
 */
const words: readonly Words[] = [
  [
    'words-wrong-password',
    {
      match: wrongPassword.match,
      example: { error: 'invalid_grant', description: 'Invalid username or password' },
    },
    {
      verdict: wrongPassword.verdict,
      cause:
        'The identity provider says that the user name or the password is wrong. Some providers say so of a locked account too.',
      fix: 'Check the form of the user name first, then the password, then whether the account is locked.',
    },
  ],
  [
    'words-wrong-password-elsewhere',
    {
      match: {
        // Errors about the client, the grant or a scope come before the user is looked at (RFC 6749, section 5.2).
        text: `^(?!(invalid_grant|invalid_client|unauthorized_client|unsupported_grant_type|invalid_scope) )${wrongPassword.match.text.replace(/^\^/, '')}`,
      },
      example: {
        error: 'access_denied',
        description: 'AADB2C90225: The username or password provided in the request are invalid.',
      },
    },
    {
      requests: ['password-check'],
      verdict: 'may-be-wrong',
      cause:
        'The identity provider says that the user name or the password is wrong, under an error that others use for something else.',
      fix: 'Check the form of the user name first, then the password, then whether the account is locked.',
      source: AZURE_AD_B2C_WRONG_PASSWORD,
    },
  ],
  [
    'words-locked',
    {
      match: {
        // A lock is told with its reason: "locked because the password was wrong five times".
        text: `^(?!.*(${OPEN}))((?!.*(${WRONG}))|(?=.*\\block(ed|out)?\\b[^.]{0,40}\\b(because|after|due|since|following|too many)\\b)).*(${PERSON} (locked|blocked)( out)?\\b|\\block(ed|out) (user|account)|account lock-?out|too many (failed|login|sign-?in|incorrect|attempts)|temporarily (locked|blocked|disabled))`,
      },
      example: { error: 'invalid_grant', description: 'User account is locked.' },
    },
    {
      verdict: 'unknown',
      clause: 'the account is locked',
      cause: 'The identity provider says that the account is locked, mostly after too many attempts.',
      fix: 'Do not repeat the test. Unlock the user, or wait.',
    },
  ],
  [
    'words-expired',
    {
      match: { error: refusals, text: EXPIRED },
      example: { error: 'invalid_grant', description: 'Password expired' },
    },
    {
      verdict: 'password-right',
      clause: 'it has expired',
      asks: 'user-action',
      cause:
        'The identity provider says that the password has expired. That it says so of a right password only is inferred.',
      fix: 'Have the user change the password. The configuration is not at fault.',
      key: 'login/ChangePasswordURL',
    },
  ],
  [
    'words-new-password',
    {
      match: { error: refusals, text: NEW_PASSWORD },
      example: { error: 'invalid_grant', description: 'Password reset required for the user' },
    },
    {
      verdict: 'unknown',
      clause: 'the identity provider demands a new one',
      cause:
        'The identity provider says that the password has to be changed or reset. Whether it looked at the one that was sent, it does not say.',
      fix: 'Have the user choose a new password at the identity provider, then test again.',
      key: 'login/ChangePasswordURL',
    },
  ],
  [
    'words-disabled',
    {
      match: {
        error: refusals,
        text: `${ONLY}(${PERSON} (disabled|inactive|suspended|deactivated|not active|blocked)\\b|(disabled|inactive|suspended) (account|user)\\b)`,
      },
      example: { error: 'invalid_grant', description: 'The user account is inactive' },
    },
    {
      verdict: 'unknown',
      clause: 'the account is disabled',
      cause: 'The identity provider says that the account is disabled, blocked or not active.',
      fix: 'Enable the user at the identity provider.',
    },
  ],
  [
    'words-second-factor',
    {
      match: {
        error: [...refusals, 'invalid_request'],
        text: `${ONLY}(multi-?factor|(second|two|2)[- ]factor|\\b(mfa|2fa|otp|one-time)\\b)`,
      },
      example: { error: 'invalid_grant', description: 'Two-factor authentication required' },
    },
    {
      verdict: 'unknown',
      clause: 'the identity provider speaks of a second factor',
      cause:
        'The answer speaks of a second factor. Whether the password was checked before it is asked for, this provider does not say.',
      fix: 'Exempt the client of the password check from the second factor.',
      key: 'login/OIDCROPGID',
    },
  ],
  [
    'words-one-time-password',
    {
      match: {
        error: refusals,
        text: `^(?!.*(${OPEN}))(?!.*(?<!one[- ]time )\\bpassword\\b)(?=.*(${WRONG})).*(\\b(mfa|2fa|t?otp|pass ?code)\\b|one[- ]time|verification code|second[- ]factor)`,
      },
      example: { error: 'invalid_grant', description: 'Invalid one-time password' },
    },
    {
      verdict: 'unknown',
      clause: 'the identity provider speaks of a wrong one-time password',
      cause:
        'The identity provider says that a one-time password or a second factor is wrong, and a password check sends none. Whether the password itself is right, it does not say.',
      fix: 'Exempt the client of the password check from the second factor.',
      key: 'login/OIDCROPGID',
    },
  ],
  [
    'words-too-many',
    {
      match: { text: 'too many requests|rate[- ]?limit|throttl' },
      example: { error: 'slow_down', description: 'Too many requests' },
    },
    {
      verdict: 'unknown',
      clause: 'there were too many requests',
      cause: 'The identity provider says that there were too many requests in a short time.',
      fix: 'Wait some minutes before the next attempt.',
    },
  ],
  [
    'words-not-confirmed',
    {
      match: {
        error: refusals,
        text: `${ONLY}(\\b(user|account|e-?mail)( address)?( is| has)? not (yet )?(been )?(confirmed|verified|activated)|NotConfirmed|(unverified|unconfirmed) (user|account|e-?mail))`,
      },
      example: {
        error: 'invalid_grant',
        description: 'UserNotConfirmedException: User is not confirmed.',
      },
    },
    {
      verdict: 'unknown',
      clause: 'the account is not confirmed',
      cause: 'The identity provider says that the account, or its e-mail address, is not confirmed yet.',
      fix: 'Confirm the account at the identity provider, then test again.',
    },
  ],
  [
    'mfa-required',
    { match: { error: 'mfa_required' } },
    {
      verdict: 'unknown',
      clause: 'the identity provider asks for a second factor',
      cause:
        'The provider asks for a second factor. Whether it checked the password before, this provider does not say.',
      fix: 'Exempt the application of the password check from the second factor.',
      key: 'login/OIDCROPGID',
      source: AUTH0_MFA,
    },
  ],
  [
    'words-several',
    {
      match: {
        text: `^(?!.*client)(?=.*(${WRONG}|${OPEN})).*(expired|\\block|disabled|inactive|suspended|factor|\\botp\\b|(must|needs? to|has to)( be)? (changed?|reset))`,
      },
      example: { error: 'invalid_grant', description: 'Wrong password, or the account is locked' },
    },
    {
      verdict: 'may-be-wrong',
      cause:
        'The identity provider names more than one cause, or names one only as a possibility. Its words do not tell whether the password is right.',
      fix: 'Do not repeat the test: the account may be locked. Look for this sign-in in the log of the identity provider.',
    },
  ],
  [
    'words-not-assigned',
    {
      match: {
        error: refusals,
        text: 'not assigned|not (allowed|permitted|authorized|entitled) to (access|use|sign ?in|log ?in)[^.]{0,20}(client|app)',
      },
      example: {
        error: 'access_denied',
        description: 'You are not allowed to access this application',
      },
    },
    {
      verdict: 'not-the-password',
      clause: 'the user is not assigned to the application',
      cause: 'The identity provider says that this user may not use this application.',
      fix: 'Assign the user to the application of the password check, as to that of the sign-in.',
      key: 'login/OIDCROPGID',
    },
  ],
  [
    'words-unknown-client',
    {
      match: { text: 'client\\b[^.]{0,20}\\b(does not exist|not found|not registered)|no such client' },
      example: { error: 'invalid_client', description: 'The requested client was not found.' },
    },
    {
      verdict: 'not-the-password',
      clause: 'the identity provider does not know the client',
      about: 'client',
      cause: 'The identity provider has no client with this client ID: a typing error, or another tenant.',
      fix: 'Copy the client ID again.',
      key: 'login/OIDCROPGID',
    },
  ],
  [
    'words-client-secret',
    {
      match: {
        error: ['unauthorized_client', 'invalid_client'],
        text: 'secret|client (credentials|authentication)|credentials|without authenticating',
      },
      example: { error: 'unauthorized_client', description: 'The secret does not fit' },
    },
    {
      verdict: 'not-the-password',
      clause: 'the client secret is missing or wrong, or the client ID is',
      about: 'client',
      cause:
        'The identity provider did not recognize the client: its secret is missing or wrong, or its ID is.',
      fix: 'Compare the client ID and the client secret with those of the identity provider; a public client takes no secret.',
      key: 'login/OIDCClientSecret',
    },
  ],
  [
    'words-grant',
    {
      match: { error: ['unauthorized_client', 'invalid_client'], text: 'grant' },
      example: { error: 'unauthorized_client', description: 'This grant is off' },
    },
    {
      verdict: 'not-the-password',
      clause: 'the client may not use the password grant',
      about: 'grant',
      cause: 'The identity provider says that this client may not use the grant.',
      fix: 'Allow the password grant for this client.',
      key: 'login/OIDCROPGID',
    },
  ],
]

export const anyWords: readonly DiagnosisRow[] = words.map(([id, found, said]) => ({
  id,
  provider: 'any',
  ...found,
  source: RFC_TOKEN_ERRORS,
  certainty: 'inferred',
  ...said,
}))
