import { expect, test } from 'vitest'
import { diagnose } from './diagnose'

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
  ['The password must be changed at the next sign-in', 'words-expired'],
  ['You need to change your password', 'words-expired'],
])('"%s" is found as %s', (said, id) => {
  expect(idOf(said)).toBe(id)
})
