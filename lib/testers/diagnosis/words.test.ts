import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Vendor } from '@/lib/products/jamf-connect/providers/vendors'
import { settingsOf } from '@/lib/schema/fixtures/settings'
import { diagnose } from './diagnose'
import { passwordAnswer } from './password-title'
import { successCodeFor } from './success-code'

const idOf = (description: string) =>
  diagnose({ provider: 'Custom', error: 'invalid_grant', description, status: 400 }).id

const wrong = [
  'Invalid username or password',
  'The user name or password is incorrect.',
  'Incorrect username or password.',
  'Bad credentials',
  'invalid credentials',
  'Wrong email/password combination',
  'The credentials provided were invalid.',
  'Your password is incorrect. Try again.',
  'invalid_username_or_password',
  'The password you entered is not correct',
  'Login failed: invalid user credentials',
  'Invalid e-mail address or password for user ann@example.com',
  'User credentials are not valid',
  'Username and password do not match',
]
test.each(wrong)('"%s" says that the user name or the password is wrong', (said) => {
  expect(idOf(said)).toBe('words-wrong-password')
})

/** Each speaks of a password, credentials, an account or a login, and of something else that is not in order. */
const elsewhere = [
  'The password grant type is not valid for this application',
  'Password authentication is not valid for federated users',
  'Password logins are not valid here',
  'Invalid login flow',
  'Invalid scope for password login',
  'Invalid email domain for this tenant',
  'Bad Request: username is required',
  'Wrong realm in the login request',
  'Invalid application credentials',
  'Invalid service account credentials',
  'Device credentials invalid',
  'The LDAP bind failed: invalid credentials',
  'Invalid password policy',
  'Incorrect login hint',
  'The credentials of the connector are wrong',
  'The password is correct, but the device is not registered',
  'The password reset link expired',
  'The password policy expired in May',
  'Vault locked',
  'Device is locked',
  'The configuration is locked by another administrator',
  'Login via password is disabled',
  'User password grant is disabled',
  'User provisioning is suspended',
]
const proving = ['words-wrong-password', 'words-expired', 'words-locked', 'words-disabled']
test.each(elsewhere)('"%s" says nothing certain about the password or the account', (said) => {
  expect(proving).not.toContain(idOf(said))
})

test.each([
  ['The account is locked.', 'words-locked'],
  ['User "ann" has been locked out', 'words-locked'],
  ['Too many failed attempts', 'words-locked'],
  ['user ann@example.com is currently disabled', 'words-disabled'],
  ['This account has been suspended', 'words-disabled'],
  ['Inactive user', 'words-disabled'],
  ['Your password has expired', 'words-expired'],
  ['The password must be changed at the next sign-in', 'words-new-password'],
  ['You need to change your password', 'words-new-password'],
])('"%s" is found as %s', (said, id) => {
  expect(idOf(said)).toBe(id)
})

test.each([
  ['70012 The user name or password is incorrect.', 'words-wrong-password'],
  ['ACME0042E Your password is not correct', 'words-wrong-password'],
  ['IDP1002: Password has expired', 'words-expired'],
  ['SYS0099W password has expired', 'words-expired'],
  ['2026 client password has expired', 'invalid-grant'],
])('a number of the provider before the words changes nothing: %s', (said, id) => {
  expect(idOf(said)).toBe(id)
})

/** A verdict that needs words about the password that was sent. */
const proves = (provider: Vendor, description: string, error = 'invalid_grant') =>
  passwordAnswer(diagnose({ provider, error, description, status: 400 }))
const vendorsTried = ['Custom', 'Okta-OIDC', 'OneLogin', 'Keycloak', 'Auth0', 'PingFederate'] as const

test('only the expired password of the user is a right one', () => {
  const whose = fc.constantFrom('', 'The ', 'Your ', "The user's ", 'User ', 'The current ', 'Your account ')
  const verb = fc.constantFrom('has expired', 'is expired', 'expired', 'has already expired')
  const end = fc.constantFrom('', '.', '. Change it at the portal.', ' and must be changed', ' on 2 May')
  fc.assert(
    fc.property(whose, verb, end, (owner, said, rest) => {
      expect(proves('Custom', `${owner}${owner === '' ? 'Password' : 'password'} ${said}${rest}`)).toBe('yes')
    }),
  )
})

test('another password, a code, a link or a second factor that is not asked for proves nothing', () => {
  const other = fc.constantFrom(
    ...['one-time', 'OTP', 'LDAP bind', 'client', 'service account', 'temporary', 'application', 'app'],
    ...['device', 'proxy', 'admin', 'database', 'Wi-Fi', 'shared', 'TOTP', 'initial', 'root', 'connector'],
  )
  const start = fc.constantFrom('', 'The ', 'Your ', 'Sorry, the ', 'Error: ')
  const verb = fc.constantFrom('has expired', 'is expired', 'expired', 'must be changed', 'needs to be reset')
  const provider = fc.constantFrom(...vendorsTried)
  const error = fc.constantFrom('invalid_grant', 'access_denied', 'unauthorized')
  fc.assert(
    fc.property(start, other, verb, provider, error, (before, kind, said, vendor, code) => {
      expect(proves(vendor, `${before}${kind} password ${said}`, code)).not.toBe('yes')
      expect(proves(vendor, `The password ${said} for the ${kind} user`, code)).not.toBe('yes')
    }),
    { numRuns: 400 },
  )
})

test('a second factor that is named and not asked for proves nothing, whoever says so', () => {
  const factor = fc.constantFrom('MFA', 'multi-factor authentication', '2FA', 'the second factor')
  const said = fc.constantFrom(
    (name: string) => `User has not enrolled in ${name}`,
    (name: string) => `Password grant is not available for users with ${name}`,
    (name: string) => `Resource owner password credentials cannot be used with ${name} enabled.`,
    (name: string) => `${name} is not supported for this grant`,
    (name: string) => `${name} device not registered`,
    (name: string) => `${name} is not required, but the user is blocked`,
  )
  fc.assert(
    fc.property(factor, said, fc.constantFrom(...vendorsTried), (name, say, vendor) => {
      const diagnosis = diagnose({ provider: vendor, error: 'invalid_grant', description: say(name) })
      expect(passwordAnswer(diagnosis)).toBe('not known')
      expect(successCodeFor(diagnosis, settingsOf({ login: { OIDCProvider: 'OneLogin' } }))).toBeNull()
    }),
  )
})

const oneLogin = (description: string) =>
  diagnose({ provider: 'OneLogin', error: 'invalid_grant', description, status: 400 })

test('OneLogin asks for a second factor in one sentence, and in no other', () => {
  expect(oneLogin('MFA is required')).toMatchObject({
    id: 'onelogin-second-factor',
    verdict: 'password-right',
  })
  const before = fc.constantFrom(
    '',
    'If ',
    'No ',
    'Unless ',
    'When ',
    'Locked: ',
    'For this app ',
    'Not known if ',
  )
  const verb = fc.constantFrom('is required', 'required', 'is not required', 'was required', 'needed')
  const after = fc.constantFrom(
    ...['', ' for this application', ', but the password was not checked', '; password grant not supported'],
    ...[', use the authorization code flow', ' or the account is locked', '. Wrong password.', ' next week'],
  )
  fc.assert(
    fc.property(before, verb, after, (start, said, end) => {
      fc.pre(start !== '' || said !== 'is required' || end !== '')
      const diagnosis = oneLogin(`${start}MFA ${said}${end}`)
      expect(passwordAnswer(diagnosis)).toBe('not known')
      expect(successCodeFor(diagnosis, settingsOf({ login: { OIDCProvider: 'OneLogin' } }))).toBeNull()
    }),
    { numRuns: 300 },
  )
})

test('a wrong password may be one under every error that is not about the client, the grant or a scope', () => {
  const said = fc.constantFrom(
    ...['The username or password provided in the request are invalid.', 'Wrong email or password.'],
    ...['Invalid username or password', 'Bad credentials', 'The password is incorrect'],
  )
  const error = fc.constantFrom(
    ...['access_denied', 'invalid_request', 'unauthorized', 'login_failed', 'server_error'],
  )
  fc.assert(
    fc.property(said, error, fc.constantFrom(...vendorsTried), (description, code, provider) => {
      expect(diagnose({ provider, error: code, description, status: 400 }).verdict).toBe('may-be-wrong')
    }),
  )
})

test.each(['Wrong email or verification code.', 'Wrong phone number or verification code.'])(
  'Auth0 says nothing about a password in "%s"',
  (description) => {
    for (const error of ['invalid_grant', 'access_denied']) {
      const found = diagnose({ provider: 'Auth0', error, description, status: 403 })
      expect(passwordAnswer(found)).toBe('not known')
      expect(found.clause ?? '').not.toContain('rule')
    }
  },
)

test('Auth0 denies the access without a reason at the exchange of a code, too', () => {
  const answer = {
    provider: 'Auth0',
    error: 'access_denied',
    description: 'Unauthorized',
    status: 401,
  } as const
  for (const request of ['password-check', 'code-exchange'] as const) {
    expect(diagnose({ ...answer, request })).toMatchObject({
      id: 'auth0-unauthorized',
      key: { path: ['OIDCClientSecret'] },
    })
  }
})

test('words that nobody looked at the password leave open whether it is right, whoever says so', () => {
  const said = fc.constantFrom(
    ...['sign-in was not attempted', 'the login attempt was ignored', 'credentials were not evaluated'],
    ...[
      'User not authenticated',
      'Authentication skipped',
      'the user does not exist',
      "it couldn't be tested",
    ],
    ...['use a different password', 'it has not yet been verified', 'the check was bypassed', 'no such user'],
    ...['refused without checking it', 'we never looked at it'],
  )
  const expired = fc.constantFrom(
    'Your password has expired',
    'Password expired',
    "The user's password is expired",
  )
  const join = fc.constantFrom(', ', '; ', '. ', ': ', ' and ')
  fc.assert(
    fc.property(said, expired, join, fc.constantFrom(...vendorsTried), (rest, start, between, vendor) => {
      expect(proves(vendor, `${start}${between}${rest}.`)).toBe('not known')
      expect(proves(vendor, `Account is not fully set up${between}${rest}`)).toBe('not known')
    }),
    { numRuns: 300 },
  )
  expect(proves('Custom', 'Your password has expired. You cannot sign in until you change it.')).toBe('yes')
})

test('AD FS refuses whom its extranet lockout holds, whatever the password, and nobody says with which answer', () => {
  const description = "MSIS9659: Invalid 'username' or 'password'."
  const found = diagnose({ provider: 'AD FS', error: 'invalid_grant', description, status: 400 })
  expect([found.verdict, found.certainty]).toEqual(['may-be-wrong', 'inferred'])
  expect(`${found.cause} ${found.fix}`).toMatch(/lockout.*right password.*Get-AdfsAccountActivity/)
})

test('a response mode that a response type cannot have is no fault of the redirect URI or the client', () => {
  const description = 'requested response_mode is not allowed for the requested response_type'
  const asked = { provider: 'Custom', error: 'invalid_request', request: 'authorization' } as const
  expect(diagnose({ ...asked, symptom: 'authorization-page', description }).id).toBe('page-response-mode')
})

test.each([
  'Account locked; password expired',
  'Password not checked: password has expired',
  'Password expired; user unknown',
  'Your password has expired and the account is disabled',
])('another reason beside the expired password leaves open whether it is right: %s', (said) => {
  expect(proves('Custom', said)).not.toBe('yes')
  expect(proves('OneLogin', said)).not.toBe('yes')
})
