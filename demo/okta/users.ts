/** A factor of a scripted user. */
export type StandInFactor = {
  readonly id: string
  readonly factorType: string
  readonly provider: string
  readonly profile?: Readonly<Record<string, unknown>>
  /** What the phone answers to a push, after so many polls; the number to choose appears with the second. */
  readonly push?: { readonly polls: number; readonly result: string; readonly number?: number }
  /** Seed of one-time passwords, in base32. */
  readonly seed?: string
  /** The code that is sent or shown, or the answer to the question. */
  readonly secret?: string
  /** Listed as enrolled already where factors are to be enrolled. */
  readonly enrolled?: true
}

/** A scripted user: what follows the right password. */
export type StandInUser = {
  readonly password: string
  /** Status after the password: a status of Okta's, any other text, or "HIDDEN_LOCK" (told as a wrong password). */
  readonly status: string
  /** Factors to verify, or to enroll when the status is MFA_ENROLL. */
  readonly factors?: readonly StandInFactor[]
  /** MFA_ENROLL: whether it can be skipped. */
  readonly optional?: boolean
  readonly daysLeft?: number
  /** Something the organization does wrong, or that is no organization at all. */
  readonly quirk?:
    | 'web-page'
    | 'redirect'
    | 'rate-limit'
    | 'foreign-links'
    | 'factor-array'
    | 'expires'
    | 'repeats-secrets'
    | 'unknown-result'
    | 'skips-in-circles'
    | 'no-skip'
}

export const standInPassword = 'correct horse'
/** Seed of every one-time password here: "12345678901234567890" of RFC 6238, in base32. */
export const standInSeed = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'

const push = (id: string, polls: number, result: string, number?: number): StandInFactor => ({
  id,
  factorType: 'push',
  provider: 'OKTA',
  profile: { name: 'Phone', platform: 'IOS', credentialId: 'demo' },
  push: { polls, result, ...(number === undefined ? {} : { number }) },
})
const code = (id: string, factorType: string, profile: StandInFactor['profile'], provider = 'OKTA') => ({
  id,
  factorType,
  provider,
  profile: profile ?? {},
  secret: '424242',
})

const okta = push('opf1', 2, 'SUCCESS')
const oktaCode: StandInFactor = {
  id: 'ost1',
  factorType: 'token:software:totp',
  provider: 'OKTA',
  seed: standInSeed,
}
const google: StandInFactor = { ...oktaCode, id: 'uft1', provider: 'GOOGLE' }
const sms = code('sms1', 'sms', { phoneNumber: '+1 XXX-XXX-1337' })
const call = code('clf1', 'call', { phoneNumber: '+1 XXX-XXX-1337' })
const email = code('emf1', 'email', { email: 'e...n@example.com' })
const hardware = code('ykf1', 'token:hardware', { credentialId: '000001' }, 'YUBICO')
const rsa = code('rsa1', 'token', { credentialId: 'demo' }, 'RSA')
const question: StandInFactor = {
  id: 'ufs1',
  factorType: 'question',
  provider: 'OKTA',
  profile: { question: 'disliked_food', questionText: 'What is the food you least liked as a child?' },
  secret: 'turnip',
}
const securityKey: StandInFactor = {
  id: 'fwf1',
  factorType: 'webauthn',
  provider: 'FIDO',
  profile: { authenticatorName: 'Security key' },
}
const u2f: StandInFactor = { id: 'fuf1', factorType: 'u2f', provider: 'FIDO' }
const duo: StandInFactor = { id: 'dsf1', factorType: 'web', provider: 'DUO' }

/** The state of every factor that can be enrolled, before it is. */
const toEnroll = [{ ...okta, id: 'opf9' }, { ...oktaCode, id: 'ost9' }, sms, call, email, question]

const second = (...factors: StandInFactor[]) => ({ status: 'MFA_REQUIRED', factors })

const scripts: Readonly<Record<string, Omit<StandInUser, 'password'>>> = {
  plain: { status: 'SUCCESS' },
  push: second(okta, oktaCode),
  number: second(push('opf2', 3, 'SUCCESS', 92)),
  reject: second(push('opf3', 1, 'REJECTED'), sms),
  timeout: second(push('opf4', 1, 'TIMEOUT')),
  totp: second(oktaCode, google),
  sms: second(sms),
  call: second(call),
  email: second(email),
  question: second(question),
  token: second(hardware, rsa),
  key: second(securityKey, u2f, duo, sms),
  onlykey: second(securityKey),
  everything: second(
    okta,
    oktaCode,
    google,
    sms,
    call,
    email,
    question,
    hardware,
    rsa,
    securityKey,
    u2f,
    duo,
  ),
  enroll: { status: 'MFA_ENROLL', factors: toEnroll },
  another: { status: 'MFA_ENROLL', factors: [{ ...oktaCode, enrolled: true }, sms], optional: true },
  federated: second(
    { id: 'saml1', factorType: 'assertion:saml2', provider: 'GENERIC_SAML' },
    { id: 'idp1', factorType: 'claims_provider', provider: 'CUSTOM' },
  ),
  passwordless: second({ id: 'pw1', factorType: 'password', provider: 'OKTA' }, sms),
  circle: { status: 'PASSWORD_WARN', daysLeft: 1, quirk: 'skips-in-circles' },
  enrollcircle: { status: 'MFA_ENROLL', factors: toEnroll, optional: true, quirk: 'skips-in-circles' },
  noskip: { status: 'PASSWORD_WARN', daysLeft: 2, quirk: 'no-skip' },
  mayenroll: { status: 'MFA_ENROLL', factors: toEnroll, optional: true },
  warn: { status: 'PASSWORD_WARN', daysLeft: 3 },
  expired: { status: 'PASSWORD_EXPIRED' },
  reset: { status: 'PASSWORD_RESET' },
  locked: { status: 'LOCKED_OUT' },
  hidden: { status: 'HIDDEN_LOCK' },
  recovery: { status: 'RECOVERY' },
  challenge: { status: 'RECOVERY_CHALLENGE' },
  stepup: { status: 'UNAUTHENTICATED' },
  novel: { status: 'SOMETHING_NEW' },
  webpage: { status: 'SUCCESS', quirk: 'web-page' },
  moved: { status: 'SUCCESS', quirk: 'redirect' },
  busy: { status: 'SUCCESS', quirk: 'rate-limit' },
  elsewhere: { ...second(okta), quirk: 'foreign-links' },
  list: { ...second(okta, sms), quirk: 'factor-array' },
  stale: { ...second(sms), quirk: 'expires' },
  parrot: { ...second(oktaCode), quirk: 'repeats-secrets' },
  odd: { ...second(push('opf5', 2, 'SUCCESS')), quirk: 'unknown-result' },
}

/** Users by sign-in name, "push@example.com"; one for each state, factor and quirk. All have the same password. */
export const standInUsers: Readonly<Record<string, StandInUser>> = Object.fromEntries(
  Object.entries(scripts).map(([name, script]) => [
    `${name}@example.com`,
    { password: standInPassword, ...script },
  ]),
)
