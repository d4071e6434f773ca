import { refusedPassword } from '@/lib/products/jamf-connect/passwords/refused-passwords'
import type { DiagnosisRow } from '../row'
import { JAMF_OKTA_OIDC, OKTA_AUTHN } from '../sources'
import { oktaRow, type Short } from './okta-authn-row'

const PEOPLE = 'Okta Admin Console > Directory > People > the user'
const POLICY = 'Okta Admin Console > Security > Global Session Policy'

const SERVER = { key: 'login/AuthServer', console: 'Okta Admin Console > Settings > Account' } as const

const wrongPassword = refusedPassword('okta-e-wrong-password')

/** Errors with which the Authentication API can answer a user name and a password. */
const errors: readonly Short[] = [
  [
    'okta-e-validation',
    ['E0000001'],
    'not-the-password',
    'Okta did not accept a value of the request; its answer names the field.',
    'Look at the causes in the answer.',
    { clause: 'Okta did not accept a value of the request' },
  ],
  [
    'okta-e-body',
    ['E0000003', 'E0000018', 'E0000019', 'E0000021', 'E0000022'],
    'not-the-password',
    'Okta could not read the request.',
    'Report this as a fault of Latchkey. The configuration is not at fault.',
    { clause: 'Okta could not read the request' },
  ],
  [
    'okta-e-wrong-password',
    wrongPassword.match.code ?? [],
    wrongPassword.verdict,
    'The user name or the password is wrong, the account is locked and Okta does not show it, or a sign-on policy denies the network: Okta gives one answer for all of them.',
    'Check the spelling of the user name first. Then look the event up in Okta’s System Log: it tells which of them it is. A policy sees the network of Latchkey, not that of the Mac.',
    { console: PEOPLE },
  ],
  [
    'okta-e-session',
    ['E0000005'],
    'unknown',
    'The session is not valid any more.',
    'Start the test again.',
    { clause: 'the session is not valid any more' },
  ],
  [
    'okta-e-permission',
    ['E0000006'],
    'unknown',
    'Okta does not permit this request, and does not say whether it looked at the password.',
    'Look the request up in the System Log; check the state of the user, and the API scopes of an app.',
    { clause: 'Okta does not permit this request' },
  ],
  [
    'okta-e-not-found',
    ['E0000007', 'E0000008'],
    'not-the-password',
    'Okta does not know the address or the factor: mostly the host of the Admin Console, or a host with a path.',
    'Enter the host of the organization, without -admin and without a path.',
    { clause: 'Okta does not know the address', ...SERVER },
  ],
  [
    'okta-e-token',
    ['E0000011'],
    'unknown',
    'Okta calls the token invalid: within a test, the sign-in has expired; at its start, the host of the Admin Console is a likely cause, which Latchkey infers.',
    'Start the test again. If it happens at the start, enter the host without -admin.',
    { clause: 'Okta calls the token invalid', ...SERVER, source: JAMF_OKTA_OIDC, certainty: 'inferred' },
  ],
  [
    'okta-e-feature',
    ['E0000015'],
    'not-the-password',
    'The organization does not have this feature, or the Authentication API is disabled.',
    'Ask Okta support, or use the provider Okta-OIDC.',
    { clause: 'the organization does not offer this', key: 'login/OIDCProvider' },
  ],
  [
    'okta-e-rate-limit',
    ['E0000047'],
    'unknown',
    'Too many requests in a short time.',
    'Wait until it is reset, at the time in the header X-Rate-Limit-Reset; do not repeat the test before.',
    { clause: 'the rate limit is reached', console: 'Okta Admin Console > Reports > Rate Limits' },
  ],
  [
    'okta-e-app-policy',
    ['E0000057'],
    'unknown',
    'The policy of the app denies the sign-in.',
    'Look at the policy of the app.',
    {
      clause: 'a policy of the app denies access',
      console: 'Okta Admin Console > Applications > the app > Sign On (now Authentication)',
    },
  ],
  [
    'okta-e-app-factor',
    ['E0000058'],
    'password-right',
    'The policy of the app asks for a second factor. Okta comes to that after the password, so the password is right; Okta does not say so in these words.',
    'Set the second factor for the organization, not for the app.',
    { clause: 'the policy of the app asks for a second factor', console: POLICY, certainty: 'inferred' },
  ],
  [
    'okta-e-password-expired',
    ['E0000064'],
    'password-right',
    'The password has expired. Okta documents the error; that it comes for the right password only is inferred.',
    'Have the user change the password. The configuration is not at fault.',
    { clause: 'it has expired', asks: 'user-action', console: PEOPLE, certainty: 'inferred' },
  ],
  [
    'okta-e-locked',
    ['E0000069', 'E0000119'],
    'unknown',
    'The account is locked.',
    'Do not repeat the test. Unlock the user first.',
    { clause: 'the account is locked', console: PEOPLE },
  ],
  [
    'okta-e-no-access',
    ['E0000085', 'E0000259'],
    'unknown',
    'The user may not sign in at present, because of the state of the account or a policy.',
    'Look at the state of the user.',
    { clause: 'the user may not sign in at present', console: PEOPLE },
  ],
  [
    'okta-e-origin',
    ['E0000212'],
    'not-the-password',
    'The request came from a browser on another site, which Okta refuses.',
    'Requests have to be sent by the server. Report this as a fault of Latchkey.',
    { clause: 'Okta takes this request from its own pages only' },
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
    { clause: 'a factor has to be enrolled', ...AUTHN, console: PEOPLE },
  ],
  [
    'okta-s-second-factor',
    ['MFA_REQUIRED', 'MFA_CHALLENGE'],
    'password-right',
    'The password was accepted; Okta asks for a second factor next. Jamf Connect shows that step itself.',
    'Continue the test with a factor.',
    { clause: 'Okta asks for a second factor', ...AUTHN, console: POLICY },
  ],
  [
    'okta-s-warn',
    ['PASSWORD_WARN'],
    'password-right',
    'The password was accepted and expires soon.',
    'Have the user change the password.',
    { clause: 'it expires soon', ...AUTHN, console: PEOPLE },
  ],
  [
    'okta-s-expired',
    ['PASSWORD_EXPIRED'],
    'password-right',
    'The password is right, but has expired.',
    'Have the user change the password.',
    { clause: 'it has expired', asks: 'user-action', ...AUTHN, console: PEOPLE },
  ],
  [
    'okta-s-reset',
    ['PASSWORD_RESET'],
    'unknown',
    'The user has to set a new password before the sign-in goes on.',
    'Finish the reset in Okta, then test again.',
    { clause: 'the user has to set a new one', ...AUTHN, console: PEOPLE },
  ],
  [
    'okta-s-recovery',
    ['RECOVERY', 'RECOVERY_CHALLENGE'],
    'unknown',
    'Somebody has begun to recover this account.',
    'Finish the recovery in Okta, then test again.',
    { clause: 'the account is being recovered', ...AUTHN, console: PEOPLE },
  ],
  [
    'okta-s-step-up',
    ['UNAUTHENTICATED'],
    'unknown',
    'The organization starts a step-up sign-in, which the Authentication API cannot finish.',
    'Look for this sign-in in the System Log.',
    { clause: 'Okta asks for a sign-in of another kind', ...AUTHN },
  ],
  [
    'okta-s-locked',
    ['LOCKED_OUT'],
    'unknown',
    'The account is locked. Okta shows this only where the password policy allows it.',
    'Do not repeat the test. Unlock the user first.',
    { clause: 'the account is locked', ...AUTHN, console: PEOPLE },
  ],
]

export const oktaAuthn: readonly DiagnosisRow[] = [...errors, ...states].map(oktaRow)
