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
    'The code or the answer of the second factor is wrong.',
    'Try again with the current code.',
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
    'Start the test again and confirm it.',
  ],
  [
    'okta-e-factor-service',
    ['E0000067', 'E0000074'],
    'unknown',
    'The service behind the second factor does not answer.',
    'Try again later, or choose another factor.',
  ],
  [
    'okta-e-state',
    ['E0000079'],
    'unknown',
    'The sign-in has moved on, and this step is not possible any more.',
    'Start the test again.',
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
    'Okta does not accept the telephone number.',
    'Enter the number with its country code.',
  ],
  [
    'okta-e-message-limit',
    ['E0000109', 'E0000118', 'E0000133', 'E0000150', 'E0000151', 'E0000204', 'E0000205'],
    'unknown',
    'A message or call was sent only just now, or the quota is used up.',
    'Wait before asking for another one.',
  ],
]

export const oktaAuthnLater: readonly DiagnosisRow[] = errors.map((each) => ({
  ...oktaRow(each),
  requests: ['authorization'],
}))
