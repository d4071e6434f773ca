import { sameVendor, type Vendor } from '../providers/vendors'
import { codeSpelled } from './code-spelling'
import { codesIn, type RefusedPassword, refusedPasswords } from './refused-passwords'

/**
 * What a code in the answer to a password check says about the password. "any": the answer comes before the password
 * is looked at, or whatever it is. "unknown": no document says whether the password was looked at.
 */
export type CodeSays = 'right' | 'wrong' | 'any' | 'unknown'

/** A code of an identity provider, as it stands in the error or its description. */
export type PasswordCode = {
  readonly code: string
  readonly vendor: Vendor | 'any'
  readonly says: CodeSays
  /** When it comes: follows "is the answer". */
  readonly meaning: string
  /** "documented": the page says so of the password; "inferred": it describes the error, the rest is ours. */
  readonly certainty: 'documented' | 'inferred'
  readonly source: string
}

const AADSTS = 'https://learn.microsoft.com/en-us/entra/identity-platform/reference-error-codes'
/** Conditional Access is enforced after the first factor, says the page. */
const AFTER_FIRST_FACTOR = 'https://learn.microsoft.com/en-us/entra/identity/conditional-access/overview'
const JAMF_MFA_ANSWER =
  'https://community.jamf.com/t5/jamf-connect/microsoft-azure-identity-protection-conditional-access-and-jamf/td-p/231944'
const RFC6749 = 'https://www.rfc-editor.org/rfc/rfc6749#section-5.2'

type Row = readonly [
  code: string,
  says: CodeSays,
  meaning: string,
  certainty?: PasswordCode['certainty'],
  source?: string,
]

const entra: readonly Row[] = [
  ['AADSTS50076', 'right', 'to a right password that lacks a second factor', 'documented', JAMF_MFA_ANSWER],
  [
    'AADSTS50079',
    'right',
    'to a right password of somebody who has to register a second factor',
    'documented',
    AFTER_FIRST_FACTOR,
  ],
  [
    'AADSTS50158',
    'right',
    'to a right password that lacks an external second factor',
    'documented',
    AFTER_FIRST_FACTOR,
  ],
  ['AADSTS50072', 'right', 'to somebody who has to register a second factor'],
  ['AADSTS50074', 'right', 'to a second factor that was not completed'],
  ['AADSTS50078', 'right', 'to a second factor that has expired'],
  ['AADSTS500121', 'right', 'to a second factor that failed'],
  ['AADSTS53004', 'right', 'to somebody who has to register a second factor'],
  ['AADSTS50055', 'right', 'to a password that has expired'],
  ['AADSTS50144', 'right', 'to a password that has expired in Active Directory'],
  ['AADSTS53003', 'unknown', 'to a sign-in that a Conditional Access policy blocks'],
  ['AADSTS53000', 'unknown', 'to a device that is not compliant'],
  ['AADSTS53001', 'unknown', 'to a device that is not joined'],
  ['AADSTS53002', 'unknown', 'to an application that a policy does not approve'],
  ['AADSTS53011', 'unknown', 'to a user who is blocked because of a risk'],
  ['AADSTS530032', 'unknown', 'to a sign-in that a policy of the tenant blocks'],
  ['AADSTS530034', 'unknown', 'to an administrator who is blocked because of a risk'],
  ['AADSTS530035', 'unknown', 'to a sign-in that the security defaults block'],
  ['AADSTS50131', 'unknown', 'to a sign-in that a policy blocks'],
  ['AADSTS50005', 'unknown', 'to a platform that a policy does not support'],
  ['AADSTS50097', 'unknown', 'to a device that has to prove who it is'],
  ['AADSTS50155', 'unknown', 'to a device that could not prove who it is'],
  ['AADSTS50125', 'unknown', 'to a sign-in that a password reset interrupts'],
  ['AADSTS50135', 'unknown', 'to a password that has to be changed because of a risk'],
  ['AADSTS50140', 'unknown', 'to a sign-in that asks whether to stay signed in'],
  ['AADSTS50105', 'unknown', 'to a user who is not assigned to the application'],
  ['AADSTS65001', 'unknown', 'to an application without consent'],
  ['AADSTS50126', 'wrong', 'to a wrong user name or password', 'documented'],
  ['AADSTS50064', 'wrong', 'to a user name or password that failed', 'documented'],
  ['AADSTS50056', 'any', 'to a user without a password in the directory', 'documented'],
  ['AADSTS50034', 'any', 'to a user name that the tenant does not know', 'documented'],
  ['AADSTS50020', 'any', 'to a user of another tenant', 'documented'],
  ['AADSTS50014', 'any', 'to a guest who is not in the directory', 'documented'],
  ['AADSTS51004', 'any', 'to a user name that the tenant does not know', 'documented'],
  ['AADSTS16000', 'any', 'to a user of another tenant', 'documented'],
  ['AADSTS16003', 'any', 'to a user who was not added to the tenant', 'documented'],
  ['AADSTS90072', 'any', 'to a user of another tenant', 'documented'],
  ['AADSTS50053', 'any', 'to an account that is locked, or an address with a bad reputation', 'documented'],
  ['AADSTS50057', 'any', 'to an account that is disabled', 'documented'],
  ['AADSTS50012', 'any', 'to a certificate of the application that is not valid', 'documented'],
  ['AADSTS50059', 'any', 'to a request that names no tenant', 'documented'],
  ['AADSTS50107', 'any', 'to a federation that does not exist', 'documented'],
  ['AADSTS50128', 'any', 'to a domain that the service does not know', 'documented'],
  ['AADSTS50194', 'any', 'to an application that is for one tenant only', 'documented'],
  ['AADSTS50011', 'any', 'to a redirect URI that is not registered', 'documented'],
  ['AADSTS50196', 'any', 'to a client that repeats itself', 'documented'],
  ['AADSTS90002', 'any', 'to a tenant that does not exist', 'documented'],
  ['AADSTS70001', 'any', 'to an application that is disabled or unknown', 'documented'],
  ['AADSTS70011', 'any', 'to a scope that is not valid', 'documented'],
  ['AADSTS700016', 'any', 'to an application that the tenant does not know', 'documented'],
  ['AADSTS700025', 'any', 'to a secret of a public client', 'documented'],
  ['AADSTS7000112', 'any', 'to an application that is disabled', 'documented'],
  ['AADSTS7000215', 'any', 'to a wrong client secret', 'documented'],
  ['AADSTS7000218', 'any', 'to a client without a secret', 'documented'],
  ['AADSTS7000222', 'any', 'to an expired client secret', 'documented'],
  ['AADSTS9001023', 'any', 'to a password check that names no tenant', 'documented'],
  ['AADSTS9002327', 'any', 'to a redirect URI of a single-page application', 'documented'],
  ['AADSTS80001', 'any', 'while the directory cannot be reached', 'documented'],
  ['AADSTS80002', 'any', 'while the directory does not answer in time', 'documented'],
]

/** Keycloak looks at the required actions of a user after the password, says its source code. */
export const KEYCLOAK_REQUIRED_ACTIONS = {
  code: 'Account is not fully set up',
  vendor: 'Keycloak',
  says: 'right',
  meaning: 'to a right password of somebody who has to do something in a browser first',
  certainty: 'documented',
  source:
    'https://github.com/keycloak/keycloak/blob/main/services/src/main/java/org/keycloak/protocol/oidc/grants/ResourceOwnerPasswordCredentialsGrantType.java',
} as const satisfies PasswordCode

const others: readonly PasswordCode[] = [
  KEYCLOAK_REQUIRED_ACTIONS,
  {
    code: 'MFA',
    vendor: 'OneLogin',
    says: 'right',
    meaning: 'to a right password that lacks a second factor',
    certainty: 'documented',
    source: 'https://docs.jamf.com/jamf-connect/2.8.0/documentation/Menu_Bar_App_Preferences.html',
  },
  ...(
    [
      [
        'Auth0',
        'right',
        'to a right password that lacks a second factor',
        'documented',
        'https://auth0.com/docs/secure/multi-factor-authentication/authenticate-using-ropg-flow-with-mfa',
      ],
      [
        'Okta-OIDC',
        'right',
        'to a right password that lacks a second factor',
        'documented',
        'https://developer.okta.com/docs/guides/configure-direct-auth-grants/',
      ],
      [
        'any',
        'unknown',
        'of some providers to right passwords that lack a second factor, and of others perhaps to every password',
        'inferred',
        'https://auth0.com/docs/secure/multi-factor-authentication/authenticate-using-ropg-flow-with-mfa',
      ],
    ] as const
  ).map(
    ([vendor, says, meaning, certainty, source]): PasswordCode => ({
      code: 'mfa_required',
      vendor,
      says,
      meaning,
      certainty,
      source,
    }),
  ),
  {
    code: 'interaction_required',
    vendor: 'any',
    says: 'unknown',
    meaning: 'of Entra ID to right passwords that lack a second factor, and also to users of another tenant',
    certainty: 'documented',
    source: AADSTS,
  },
  ...(
    [
      ['invalid_grant', 'wrong', 'to a wrong password'],
      ['invalid_client', 'any', 'to a client that is not known or has a wrong secret'],
      ['unauthorized_client', 'any', 'to a client that may not check passwords'],
      ['unsupported_grant_type', 'any', 'of a provider that checks no passwords'],
      ['invalid_request', 'any', 'to a request that is not valid'],
      ['invalid_scope', 'any', 'to a scope that is not valid'],
    ] as const
  ).map(
    ([code, says, meaning]): PasswordCode => ({
      code,
      vendor: 'any',
      says,
      meaning,
      certainty: 'documented',
      source: RFC6749,
    }),
  ),
]

const AD_FS_FLOWS =
  'https://learn.microsoft.com/windows-server/identity/ad-fs/overview/ad-fs-openid-connect-oauth-flows-scenarios'
const IBM_MESSAGES = 'https://www.ibm.com/docs/en/SSCT62/msg/concepts/c_aq_messages.html'
const OKTA_ERRORS =
  'https://github.com/okta/okta-developer-docs/blob/master/packages/@okta/vuepress-site/data/error-codes.json'

/** Codes of other providers that a wrong password gets. */
const refused = (answer: RefusedPassword, meaning: string, source: string): PasswordCode[] =>
  (answer.match.code ?? []).map((code) => ({
    code,
    vendor: answer.provider,
    says: answer.verdict === 'password-wrong' ? 'wrong' : 'any',
    meaning,
    certainty: 'documented',
    source,
  }))

/** The codes whose meaning for the password is known, and some of which it is known that nobody says. */
export const passwordCodes: readonly PasswordCode[] = [
  ...entra.map(
    ([code, says, meaning, certainty = 'inferred', source = AADSTS]): PasswordCode => ({
      code,
      vendor: 'EntraID',
      says,
      meaning,
      certainty,
      source,
    }),
  ),
  ...others,
  ...refused(
    refusedPasswords['ad-fs-wrong-password'],
    'of AD FS to a wrong user name or password, perhaps among other causes',
    AD_FS_FLOWS,
  ),
  ...refused(
    refusedPasswords['okta-e-wrong-password'],
    'of Okta to a wrong user name or password, among other causes',
    OKTA_ERRORS,
  ),
  ...refused(
    refusedPasswords['ibm-wrong-password'],
    'of IBM Security Verify to a wrong user name or password, perhaps among other causes',
    IBM_MESSAGES,
  ),
]

const byCode = new Map<string, readonly PasswordCode[]>()
for (const each of passwordCodes) {
  byCode.set(each.code, [...(byCode.get(each.code) ?? []), each])
}

/**
 * What is known of a code, in either spelling of those of Entra ID, when `vendor` answers with it: a word that several
 * providers use says what the one at hand documents. Undefined for one that nobody has described.
 */
export function passwordCode(text: string, vendor: Vendor | null): PasswordCode | undefined {
  const found = byCode.get(codeSpelled(text))
  const own = found?.find((each) => sameVendor(each.vendor, vendor))
  return own ?? found?.find((each) => each.vendor === 'any') ?? found?.[0]
}

/**
 * What is known of the code that a longer text names, such as the beginning of an answer; of several, of the one that
 * lets most people in. Undefined when it names none.
 */
export function codeNamedIn(text: string, vendor: Vendor | null): PasswordCode | undefined {
  const [number] = /^\s*\d{5,7}\b/.exec(text) ?? []
  const named = [...codesIn(text.toUpperCase()), ...(number === undefined ? [] : [number])]
  const found = named.map((code) => passwordCode(code, vendor)).filter((each) => each !== undefined)
  return found.find(({ says }) => says === 'wrong' || says === 'any') ?? found[0]
}

/**
 * Whether a code may be offered as a success code, which lets people in without a second look: only one that a
 * document of the provider at hand says to follow a right password.
 */
export function isSuccessCode(text: string, vendor: Vendor | null): boolean {
  const found = passwordCode(text, vendor)
  return found?.says === 'right' && found.certainty === 'documented'
}

/** What stands in every error of Entra ID, whatever its code. */
const EVERY_ANSWER = '"error_description":"AADSTS: Trace ID: Correlation ID: Timestamp:"'

/**
 * What else an answer with the text may be: a code of a wrong password, or of any, that the text is a part of, or
 * every answer there is. Jamf does not document whether success codes are compared whole. Null for a text that is
 * part of nothing else.
 */
export function partOf(text: string): PasswordCode | 'every answer' | null {
  const part = text.trim()
  if (part === '' || byCode.get(codeSpelled(part))?.some(({ says }) => says === 'right')) {
    return null
  }
  const whole = passwordCodes.find(
    ({ code, says }) => (says === 'wrong' || says === 'any') && code !== part && code.includes(part),
  )
  return EVERY_ANSWER.includes(part) ? 'every answer' : (whole ?? null)
}
