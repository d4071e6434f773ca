import type { DiagnosisRow, PasswordSays } from '../row'
import { JAMF_OKTA_OIDC, OKTA_AUTHN, OKTA_ERRORS } from '../sources'

const PEOPLE = 'Okta Admin Console > Directory > People > the user'
const LOG = 'Okta Admin Console > Reports > System Log'
const POLICY = 'Okta Admin Console > Security > Global Session Policy'

type Short = readonly [
  id: string,
  code: readonly string[],
  verdict: PasswordSays,
  cause: string,
  fix: string,
  more?: Partial<DiagnosisRow>,
]

const row = ([id, code, verdict, cause, fix, more]: Short): DiagnosisRow => ({
  id,
  provider: 'Okta',
  match: { code },
  verdict,
  cause,
  fix,
  console: LOG,
  source: OKTA_ERRORS,
  certainty: 'documented',
  ...more,
})

const SERVER = { key: 'login/AuthServer', console: 'Okta Admin Console > Settings > Account' } as const

/** Errors of the Authentication API. */
const errors: readonly Short[] = [
  [
    'okta-e-validation',
    ['E0000001'],
    'not-the-password',
    'Okta did not accept a value of the request; its answer names the field.',
    'Look at the causes in the answer.',
  ],
  [
    'okta-e-body',
    ['E0000003', 'E0000018', 'E0000019', 'E0000021', 'E0000022'],
    'not-the-password',
    'Okta could not read the request.',
    'Report this as a fault of Latchkey. The configuration is not at fault.',
  ],
  [
    'okta-e-wrong-password',
    ['E0000004', 'E0000207'],
    'password-wrong',
    'The user name or the password is wrong. By default Okta gives the same answer for a locked account, and a sign-on policy that excludes the network of the caller can cause it too.',
    'Check the user name, then whether the account is locked. The policy sees the network of Latchkey, not that of the Mac.',
    { console: PEOPLE },
  ],
  ['okta-e-session', ['E0000005'], 'unknown', 'The session is not valid any more.', 'Start the test again.'],
  [
    'okta-e-permission',
    ['E0000006'],
    'not-the-password',
    'The app has no right to do this.',
    'Check the grants and the API scopes of the app.',
    { console: 'Okta Admin Console > Applications > the app > Okta API Scopes' },
  ],
  [
    'okta-e-not-found',
    ['E0000007', 'E0000008'],
    'not-the-password',
    'Okta does not know the address or the factor: mostly the host of the Admin Console, or a host with a path.',
    'Enter the host of the organization, without -admin and without a path.',
    SERVER,
  ],
  [
    'okta-e-token',
    ['E0000011'],
    'unknown',
    'Okta calls the token invalid. Within a test, the sign-in has expired; at its start, the host of the Admin Console is a likely cause, which Latchkey infers.',
    'Start the test again. If it happens at the start, enter the host without -admin.',
    { ...SERVER, source: JAMF_OKTA_OIDC, certainty: 'inferred' },
  ],
  [
    'okta-e-new-password',
    ['E0000014', 'E0000080'],
    'unknown',
    'Okta did not accept the new password: the old one is wrong, or the policy asks for a stronger one.',
    'Choose a password by the rules of the policy.',
    { console: 'Okta Admin Console > Security > Authenticators > Password' },
  ],
  [
    'okta-e-feature',
    ['E0000015'],
    'not-the-password',
    'The organization does not have this feature, or the Authentication API is disabled.',
    'Ask Okta support, or use the provider Okta-OIDC.',
    { key: 'login/OIDCProvider' },
  ],
  [
    'okta-e-self-service',
    ['E0000034', 'E0000035', 'E0000036'],
    'unknown',
    'This user may not recover or change the password here, mostly because Active Directory holds it, or by policy.',
    'Have the password changed where it is held.',
    { console: PEOPLE },
  ],
  [
    'okta-e-rate-limit',
    ['E0000047'],
    'unknown',
    'Too many requests in a short time.',
    'Wait until the time in the header X-Rate-Limit-Reset.',
    { console: 'Okta Admin Console > Reports > Rate Limits' },
  ],
  [
    'okta-e-app-policy',
    ['E0000057'],
    'unknown',
    'The policy of the app denies the sign-in.',
    'Look at the policy of the app.',
    { console: 'Okta Admin Console > Applications > the app > Sign On' },
  ],
  [
    'okta-e-app-factor',
    ['E0000058'],
    'password-right',
    'The policy of the app asks for a second factor. Okta comes to that after the password, so the password is right; Okta does not say so in these words.',
    'Set the second factor for the organization, not for the app.',
    { console: POLICY, certainty: 'inferred' },
  ],
  [
    'okta-e-password-expired',
    ['E0000064'],
    'unknown',
    'The password has expired.',
    'Have the user change the password. The configuration is not at fault.',
    { console: PEOPLE },
  ],
  [
    'okta-e-passcode',
    ['E0000068', 'E0000087'],
    'unknown',
    'The code or the answer of the second factor is wrong.',
    'Try again with the current code.',
  ],
  [
    'okta-e-locked',
    ['E0000069', 'E0000119'],
    'unknown',
    'The account is locked.',
    'Do not repeat the test. Unlock the user first.',
    { console: PEOPLE },
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
    'okta-e-no-access',
    ['E0000085', 'E0000259'],
    'unknown',
    'The user may not sign in at present, because of the state of the account or a policy.',
    'Look at the state of the user.',
    { console: PEOPLE },
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
  [
    'okta-e-origin',
    ['E0000212'],
    'not-the-password',
    'The request came from a browser on another site, which Okta refuses.',
    'Requests have to be sent by the server. Report this as a fault of Latchkey.',
  ],
]

const AUTHN = { source: OKTA_AUTHN } as const

/** States of a sign-in that are no errors, but answers to what becomes of the password. */
const states: readonly Short[] = [
  [
    'okta-s-enroll',
    ['MFA_ENROLL', 'MFA_ENROLL_ACTIVATE'],
    'password-right',
    'The password was accepted; the user has to enroll a second factor next.',
    'Enroll a factor in Okta, or continue the test.',
    { ...AUTHN, console: PEOPLE },
  ],
  [
    'okta-s-second-factor',
    ['MFA_REQUIRED', 'MFA_CHALLENGE'],
    'password-right',
    'The password was accepted; Okta asks for a second factor next. Jamf Connect shows that step itself.',
    'Continue the test with a factor.',
    { ...AUTHN, console: POLICY },
  ],
  [
    'okta-s-warn',
    ['PASSWORD_WARN'],
    'password-right',
    'The password was accepted and expires soon.',
    'Have the user change the password.',
    { ...AUTHN, console: PEOPLE },
  ],
  [
    'okta-s-expired',
    ['PASSWORD_EXPIRED'],
    'password-right',
    'The password is right, but has expired.',
    'Have the user change the password.',
    { ...AUTHN, console: PEOPLE },
  ],
  [
    'okta-s-reset',
    ['PASSWORD_RESET', 'RECOVERY', 'RECOVERY_CHALLENGE'],
    'unknown',
    'The password is being reset.',
    'Finish the reset in Okta, then test again.',
    { ...AUTHN, console: PEOPLE },
  ],
  [
    'okta-s-locked',
    ['LOCKED_OUT'],
    'unknown',
    'The account is locked. Okta shows this only where the password policy allows it.',
    'Do not repeat the test. Unlock the user first.',
    { ...AUTHN, console: PEOPLE },
  ],
]

export const oktaAuthn: readonly DiagnosisRow[] = [...errors, ...states].map(row)
