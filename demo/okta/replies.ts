import type { StandInFactor, StandInUser } from './users'

/** A sign-in under way at the stand-in. */
export type StandInTransaction = {
  readonly stateToken: string
  readonly login: string
  readonly user: StandInUser
  /** Origin that links lead to. */
  readonly origin: string
  status: string
  factor?: StandInFactor
  factorResult?: string
  polls: number
  /** Pushes sent so far. */
  sent: number
  qrPath?: string
}

export type Reply = {
  readonly status: number
  readonly body: unknown
  readonly headers?: Readonly<Record<string, string>>
}

const post = (href: string, name?: string) => ({
  ...(name === undefined ? {} : { name }),
  href,
  hints: { allow: ['POST'] },
})

/** Error answer in Okta's form. */
export function fault(
  status: number,
  errorCode: string,
  errorSummary: string,
  causes: readonly string[] = [],
): Reply {
  const errorCauses = causes.map((text) => ({ errorSummary: text }))
  return { status, body: { errorCode, errorSummary, errorLink: errorCode, errorId: 'oaeDemo1', errorCauses } }
}

/** The answer that tells the state of a transaction. */
export function stateReply(transaction: StandInTransaction): Reply {
  const { status, stateToken, factorResult, user } = transaction
  const expiresAt = new Date(Date.now() + 300_000).toISOString()
  if (status === 'SUCCESS') {
    const sessionToken = `20111session-${stateToken}`
    return {
      status: 200,
      body: { expiresAt, status, sessionToken, _embedded: { user: person(transaction) } },
    }
  }
  if (status === 'LOCKED_OUT') {
    const next = post(`${transaction.origin}/api/v1/authn/recovery/unlock`, 'unlock')
    return { status: 200, body: { status, _links: { next } } }
  }
  const body = {
    stateToken,
    expiresAt,
    status,
    ...(factorResult === undefined ? {} : { factorResult }),
    _embedded: embedded(transaction),
    _links: links(transaction),
    ...(user.quirk === 'repeats-secrets' ? { note: stateToken } : {}),
  }
  return { status: 200, body }
}

function person({ login }: StandInTransaction) {
  return {
    id: '00uDemo1',
    passwordChanged: '2030-01-01T00:00:00.000Z',
    profile: { login, firstName: 'Jane', lastName: 'Mayer', locale: 'en', timeZone: 'Europe/Berlin' },
  }
}

function embedded(transaction: StandInTransaction): Record<string, unknown> {
  const { status, user, factor } = transaction
  const who = { user: person(transaction) }
  switch (status) {
    case 'MFA_REQUIRED':
    case 'MFA_ENROLL': {
      const list = (user.factors ?? []).map((each) => listed(transaction, each))
      return user.quirk === 'factor-array' ? { ...who, factor: list } : { ...who, factors: list }
    }
    case 'MFA_CHALLENGE':
    case 'MFA_ENROLL_ACTIVATE':
      return factor === undefined ? who : { ...who, factor: current(transaction, factor) }
    case 'PASSWORD_WARN':
      return { ...who, policy: { expiration: { passwordExpireDays: user.daysLeft ?? 0 } } }
    case 'PASSWORD_EXPIRED':
      return {
        ...who,
        policy: {
          complexity: { minLength: 8, minLowerCase: 1, minUpperCase: 1, minNumber: 1, minSymbol: 0 },
          expiration: { passwordExpireDays: 0 },
        },
      }
    default:
      return who
  }
}

function listed({ status, origin, user }: StandInTransaction, factor: StandInFactor) {
  const { id, factorType, provider, profile = {} } = factor
  const base = `${origin}/api/v1/authn/factors`
  return status === 'MFA_ENROLL'
    ? {
        factorType,
        provider,
        status: factor.enrolled ? 'ACTIVE' : 'NOT_SETUP',
        enrollment: user.optional ? 'OPTIONAL' : 'REQUIRED',
        _links: { enroll: post(base) },
      }
    : {
        id,
        factorType,
        provider,
        vendorName: provider,
        profile,
        _links: { verify: post(`${base}/${id}/verify`) },
      }
}

function current({ status, origin, factorResult, polls, qrPath }: StandInTransaction, factor: StandInFactor) {
  const { id, factorType, provider, profile = {}, push, seed } = factor
  const shown = push?.number !== undefined && factorResult === 'WAITING' && polls >= 1
  const activation = {
    expiresAt: new Date(Date.now() + 300_000).toISOString(),
    ...(seed === undefined ? {} : { timeStep: 30, sharedSecret: seed, encoding: 'base32', keyLength: 6 }),
    _links: {
      qrcode: { href: `${origin}${qrPath}`, type: 'image/png' },
      send: [post(`${origin}/send`, 'email')],
    },
  }
  const withPicture = status === 'MFA_ENROLL_ACTIVATE' && qrPath !== undefined
  return {
    id,
    factorType,
    provider,
    profile,
    ...(shown || withPicture
      ? {
          _embedded: {
            ...(shown ? { challenge: { correctAnswer: push?.number } } : {}),
            ...(withPicture ? { activation } : {}),
          },
        }
      : {}),
  }
}

function links(transaction: StandInTransaction): Record<string, unknown> {
  const { origin, status, factor, factorResult, user } = transaction
  const authn = `${origin}/api/v1/authn`
  const base = `${authn}/factors/${factor?.id}`
  const cancel = post(`${authn}/cancel`)
  const ended = factorResult === 'REJECTED' || factorResult === 'TIMEOUT'
  switch (status) {
    case 'MFA_CHALLENGE': {
      const push = factor?.factorType === 'push'
      return {
        next: post(`${base}/verify`, push && !ended ? 'poll' : 'verify'),
        resend: push
          ? [post(`${base}/verify/resend`, 'push')]
          : post(`${base}/verify/resend`, factor?.factorType),
        prev: post(`${authn}/previous`),
        cancel,
      }
    }
    case 'MFA_ENROLL':
      return { cancel, ...(user.optional ? { skip: post(`${authn}/skip`, 'skip') } : {}) }
    case 'MFA_ENROLL_ACTIVATE': {
      const poll = factor?.factorType === 'push' && !ended
      return {
        next: post(`${base}/lifecycle/activate${poll ? '/poll' : ''}`, poll ? 'poll' : 'activate'),
        prev: post(`${authn}/previous`),
        cancel,
      }
    }
    case 'PASSWORD_WARN':
      return {
        next: post(`${authn}/credentials/change_password`, 'changePassword'),
        ...(user.quirk === 'no-skip' ? {} : { skip: post(`${authn}/skip`, 'skip') }),
        cancel,
      }
    case 'PASSWORD_EXPIRED':
      return { next: post(`${authn}/credentials/change_password`, 'changePassword'), cancel }
    default:
      return { cancel }
  }
}
