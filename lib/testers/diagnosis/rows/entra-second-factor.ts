import type { DiagnosisRow } from '../row'
import { AADSTS, JAMF_MFA_ANSWER, MS_CONDITIONAL_ACCESS } from '../sources'

const SIGN_IN_LOG = 'Entra ID > Monitoring & health > Sign-in logs, type Non-interactive'
const POLICIES = 'Entra ID > Protection > Conditional Access > Policies'
const USERS = 'Entra ID > Users'

/** Answers of Entra ID that ask for more than the password. */
export const entraSecondFactor: readonly DiagnosisRow[] = [
  {
    id: 'entra-second-factor',
    provider: 'EntraID',
    match: { code: ['AADSTS50076'] },
    verdict: 'password-right',
    cause:
      'The password was checked and is right. A Conditional Access policy, the setting of the user, or the location asks for a second factor, which a password check cannot give.',
    fix: 'Add the code to the success codes, or exempt the application from the policies for all cloud apps.',
    key: 'login/ROPGSuccessCodes',
    console: POLICIES,
    source: JAMF_MFA_ANSWER,
    certainty: 'documented',
  },
  {
    id: 'entra-second-factor-missing',
    provider: 'EntraID',
    match: { code: ['AADSTS50079'] },
    verdict: 'password-right',
    cause:
      'The password was checked, and the user has to register a second factor. Microsoft writes that policies apply after the first factor.',
    fix: 'Have the user register a second factor in a browser, or add the code to the success codes, or exempt the application of the password check from the policy.',
    key: 'login/ROPGSuccessCodes',
    console: `${USERS} > the user > Authentication methods`,
    source: MS_CONDITIONAL_ACCESS,
    certainty: 'documented',
  },
  {
    id: 'entra-second-factor-unfinished',
    provider: 'EntraID',
    match: { code: ['AADSTS50072', 'AADSTS50074', 'AADSTS50078', 'AADSTS53004'] },
    verdict: 'password-right',
    cause:
      'The second factor has to be registered, renewed or completed. Microsoft writes that policies apply after the first factor, so the password is right; of this code itself it does not say so.',
    fix: 'Have the user register a second factor in a browser, or exempt the application of the password check from the policy.',
    key: 'login/OIDCROPGID',
    console: `${USERS} > the user > Authentication methods`,
    source: MS_CONDITIONAL_ACCESS,
    certainty: 'inferred',
  },
  {
    id: 'entra-external-second-factor',
    provider: 'EntraID',
    match: { code: ['AADSTS50158'] },
    verdict: 'password-right',
    cause:
      'The password was checked, and an external second factor, such as Duo, was not completed. Microsoft writes that policies apply after the first factor.',
    fix: 'Add the code to the success codes, or exempt the application of the password check from the policy.',
    key: 'login/ROPGSuccessCodes',
    console: POLICIES,
    source: MS_CONDITIONAL_ACCESS,
    certainty: 'documented',
  },
  {
    id: 'entra-second-factor-failed',
    provider: 'EntraID',
    match: { code: ['AADSTS500121', 'AADSTS50087', 'AADSTS50088'] },
    verdict: 'password-right',
    clause: 'the second factor failed',
    cause:
      'The second factor was asked for and not given: declined, out of time, or not delivered. It comes after the password, so the password is right; Microsoft does not say so in these words.',
    fix: 'Exempt the application of the password check from the policy: a check in the background cannot give a second factor.',
    key: 'login/OIDCROPGID',
    console: `${USERS} > the user > Authentication methods`,
    source: AADSTS,
    certainty: 'inferred',
  },
  {
    id: 'entra-interaction',
    provider: 'EntraID',
    match: { code: ['AADSTS50140', 'AADSTS50199', 'AADSTS700020', 'AADSTS50058', 'AADSTS50125'] },
    verdict: 'unknown',
    clause: 'Entra ID wants to show the user a page',
    cause:
      'Entra ID interrupts the sign-in to ask the user something, such as whether to stay signed in or to register for password reset. That says nothing about the password.',
    fix: 'Have the user sign in once with a browser and finish what is asked, then test again.',
    console: SIGN_IN_LOG,
    source: AADSTS,
    certainty: 'documented',
  },
]
