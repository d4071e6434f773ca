import { passwordCode } from '@/lib/products/jamf-connect/passwords/password-codes'
import type { DiagnosisRow } from '../row'
import { AADSTS, JAMF_CONDITIONAL_ACCESS, JAMF_DEVICE_COMPLIANCE } from '../sources'

const POLICIES = 'Entra ID > Protection > Conditional Access > Policies'

/** A condition of a policy that the table of codes names, said as the check of success codes says it. */
function condition(code: string, asks: string, fix: string): DiagnosisRow {
  return {
    id: `entra-policy-condition-${code.replace('AADSTS', '')}`,
    provider: 'EntraID',
    match: { code: [code] },
    verdict: 'unknown',
    clause: `this is the answer ${passwordCode(code, 'EntraID')?.meaning}`,
    cause: `A Conditional Access policy ${asks}. This answer does not tell whether the password was right.`,
    fix,
    console: POLICIES,
    source: AADSTS,
    certainty: 'documented',
  }
}

/** Answers of Entra ID that speak of a policy, a risk or its own state: they do not tell whether the password is right. */
export const entraPolicy: readonly DiagnosisRow[] = [
  {
    id: 'entra-risk',
    provider: 'EntraID',
    match: { code: ['AADSTS53011', 'AADSTS530034'] },
    verdict: 'unknown',
    clause: 'Entra ID blocks the user because of a risk',
    cause:
      'Entra ID Protection sees a risk in this account in its home tenant and blocks it. A new password does not help until the risk is dismissed.',
    fix: 'Look at the risky users of the home tenant, and dismiss or remediate the risk there.',
    console: 'Entra ID > Protection > Risky activities > Risky users, in the home tenant of the user',
    source: AADSTS,
    certainty: 'documented',
  },
  {
    id: 'entra-tenant-access',
    provider: 'EntraID',
    match: { code: ['AADSTS500021', 'AADSTS500022', 'AADSTS500212', 'AADSTS500213', 'AADSTS50002'] },
    verdict: 'not-the-password',
    clause: 'tenant restrictions or cross-tenant access settings deny the tenant',
    cause:
      'Access to this tenant is denied: a proxy with tenant restrictions on the way, or the cross-tenant access settings of one of the two tenants.',
    fix: 'Test from a network without that proxy, or with a member of the tenant, and look at the cross-tenant access settings.',
    console: 'Entra ID > External Identities > Cross-tenant access settings',
    source: AADSTS,
    certainty: 'documented',
  },
  {
    id: 'entra-unavailable',
    provider: 'EntraID',
    match: {
      code: ['AADSTS90006', 'AADSTS90012', 'AADSTS90024', 'AADSTS90033', 'AADSTS90090', 'AADSTS50033'],
    },
    verdict: 'unknown',
    clause: 'Entra ID has a passing fault',
    cause: 'Entra ID calls the fault a passing one.',
    fix: 'Try again later, and look at the service health of Microsoft 365.',
    source: AADSTS,
    certainty: 'documented',
  },
  {
    id: 'entra-too-many-requests',
    provider: 'EntraID',
    match: { code: ['AADSTS50196', 'AADSTS90055'] },
    verdict: 'unknown',
    clause: 'there were too many requests',
    cause: 'The application or the tenant has sent too many requests in a short time.',
    fix: 'Wait some minutes before the next attempt.',
    source: AADSTS,
    certainty: 'documented',
  },
  {
    id: 'entra-blocked-by-policy',
    provider: 'EntraID',
    match: { code: ['AADSTS53003', 'AADSTS530032', 'AADSTS50131', 'AADSTS54000'] },
    verdict: 'unknown',
    clause: 'a policy blocks the sign-in',
    cause:
      'A Conditional Access policy or a security policy blocks the sign-in. Microsoft writes that policies apply after the first factor; this answer itself does not tell whether the password was right.',
    fix: 'Find the policy in the entry of the sign-in log, and exempt the application from it.',
    console: POLICIES,
    source: JAMF_CONDITIONAL_ACCESS,
    certainty: 'documented',
  },
  {
    id: 'entra-device-condition',
    provider: 'EntraID',
    match: {
      code: [
        'AADSTS53000',
        'AADSTS53001',
        'AADSTS530003',
        'AADSTS50097',
        'AADSTS50127',
        'AADSTS50129',
        'AADSTS50155',
        'AADSTS50187',
      ],
    },
    verdict: 'unknown',
    clause: 'a policy asks for a managed device',
    cause:
      'A policy asks for a compliant or registered device, which Jamf Connect cannot show: its web view has no device certificate, and a password check has no device at all.',
    fix: 'Remove device conditions from the policies that apply to this application. For the window that changes the password, the single sign-on extension of Microsoft can help.',
    console: POLICIES,
    source: JAMF_DEVICE_COMPLIANCE,
    certainty: 'documented',
  },
  condition(
    'AADSTS53002',
    'lets in approved apps only, and Jamf Connect is none of them',
    'Exempt the application from the policy that asks for an approved app.',
  ),
  condition(
    'AADSTS50005',
    'does not support the platform that the sign-in comes from',
    'Add macOS to the platforms of the policy, or exempt the application from it.',
  ),
  {
    id: 'entra-security-defaults',
    requests: ['password-check'],
    provider: 'EntraID',
    match: { code: ['AADSTS530035'] },
    verdict: 'unknown',
    clause: 'the security defaults block the password grant',
    cause: 'The security defaults of the tenant block the password grant.',
    fix: 'Replace the security defaults by Conditional Access policies that exempt this application.',
    console: 'Entra ID > Overview > Properties > Manage security defaults',
    source: AADSTS,
    certainty: 'documented',
  },
]
