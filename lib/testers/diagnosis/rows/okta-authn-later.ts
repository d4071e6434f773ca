import type { DiagnosisRow } from '../row'
import { oktaRow, type Short } from './okta-authn-row'

/** Errors of the Authentication API that come after the password, or to another request than the one with it. */
const errors: readonly Short[] = [
  [
    'okta-e-new-password',
    ['E0000014', 'E0000080'],
    'unknown',
    'Okta did not accept the new password: the old one is wrong, or the policy asks for a stronger one.',
    'Choose a password by the rules of the policy.',
    { console: 'Okta Admin Console > Security > Authenticators > Password' },
  ],
  [
    'okta-e-self-service',
    ['E0000034', 'E0000035', 'E0000036'],
    'unknown',
    'This user may not recover or change the password here, mostly because Active Directory holds it, or by policy.',
    'Have the password changed where it is held.',
    { console: 'Okta Admin Console > Directory > People > the user' },
  ],
  [
    'okta-e-passcode',
    ['E0000068', 'E0000087'],
    'unknown',
    'The code or the answer is wrong.',
    'Enter it once more. Too many wrong ones lock the account.',
  ],
  [
    'okta-e-waiting',
    ['E0000070'],
    'unknown',
    'Okta waits for the second factor.',
    'Confirm the sign-in on the phone.',
  ],
  [
    'okta-e-rejected',
    ['E0000073'],
    'unknown',
    'The sign-in was rejected on the phone.',
    'Send another request and confirm it, or choose another factor.',
  ],
  [
    'okta-e-factor-service',
    ['E0000067', 'E0000074'],
    'unknown',
    'The service behind the second factor does not answer.',
    'Try again in a moment, or choose another factor.',
  ],
  [
    'okta-e-state',
    ['E0000079'],
    'unknown',
    'Okta is at another step of the sign-in, and this one is not possible any more.',
    'Go on with the step that Okta is at, or start the test again.',
  ],
  [
    'okta-e-code-time',
    ['E0000082', 'E0000083'],
    'unknown',
    'The code was used before, or the clock of the device that shows it is wrong.',
    'Wait for the next code, and check the clock of the device.',
  ],
  [
    'okta-e-phone',
    ['E0000098'],
    'unknown',
    'Okta does not take this phone number.',
    'Write it with + and the country code.',
  ],
  [
    'okta-e-message-again',
    ['E0000109', 'E0000133'],
    'unknown',
    'A text message was sent, or a call made, a moment ago.',
    'Wait 30 seconds before asking for another one.',
  ],
  [
    'okta-e-mail-again',
    ['E0000118'],
    'unknown',
    'An e-mail was sent a moment ago.',
    'Wait 5 seconds before asking for another one.',
  ],
  [
    'okta-e-message-quota',
    ['E0000150', 'E0000151', 'E0000204', 'E0000205'],
    'unknown',
    'No more messages are sent for now: the quota is used up.',
    'Choose another factor, or try again tomorrow.',
  ],
]

export const oktaAuthnLater: readonly DiagnosisRow[] = errors.map((each) => ({
  ...oktaRow(each),
  requests: ['authorization'],
}))
