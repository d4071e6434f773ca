import { randomBytes } from 'node:crypto'
import { fault, type Reply, type StandInTransaction, stateReply } from './replies'
import { totp } from './totp'
import type { StandInFactor } from './users'

type Body = Readonly<Record<string, unknown>>

const notNow = () =>
  fault(403, 'E0000079', 'This operation is not allowed in the current authentication state.')
const wrongCode = () =>
  fault(403, 'E0000068', 'Invalid Passcode/Answer', ["Your passcode doesn't match our records."])

/** POST /authn/factors/{id}/verify: sends the code or the push, looks after it, or takes the code. */
export function verify(transaction: StandInTransaction, id: string, body: Body): Reply {
  const factor = transaction.user.factors?.find((each) => each.id === id)
  if (factor === undefined) {
    return fault(404, 'E0000007', `Not found: Resource not found: ${id} (UserFactor)`)
  }
  if (transaction.status !== 'MFA_REQUIRED' && transaction.factor !== factor) {
    return notNow()
  }
  if (factor.push !== undefined) {
    return transaction.factorResult === 'WAITING' ? poll(transaction) : sendPush(transaction, factor)
  }
  const given = body.passCode ?? body.answer
  if (given === undefined) {
    transaction.factor = factor
    transaction.status = 'MFA_CHALLENGE'
    return stateReply(transaction)
  }
  return isRight(transaction, given, factor) ? succeed(transaction) : wrongCode()
}

/** POST …/verify/resend. */
export function resend(transaction: StandInTransaction): Reply {
  const { factor } = transaction
  if (factor === undefined) {
    return notNow()
  }
  if (factor.push === undefined) {
    return transaction.sent++ > 0
      ? fault(
          429,
          'E0000109',
          'An SMS message was recently sent. Please wait 30 seconds before trying again.',
        )
      : stateReply(transaction)
  }
  return sendPush(transaction, factor)
}

/** POST /authn/factors: enrolls. */
export function enroll(transaction: StandInTransaction, body: Body): Reply {
  const { user } = transaction
  const factor = user.factors?.find(
    (each) => each.factorType === body.factorType && each.provider === body.provider,
  )
  if (transaction.status !== 'MFA_ENROLL' || factor === undefined) {
    return notNow()
  }
  const { phoneNumber } = (body.profile ?? {}) as { phoneNumber?: string }
  if (/^(sms|call)$/.test(factor.factorType) && !/^\+\d{7,15}$/.test(phoneNumber ?? '')) {
    return fault(400, 'E0000098', 'This phone number is invalid.')
  }
  return beginActivation(transaction, factor)
}

/** Begins to activate a factor, with a new QR code where it has one. */
export function beginActivation(transaction: StandInTransaction, factor: StandInFactor): Reply {
  Object.assign(transaction, { factor, status: 'MFA_ENROLL_ACTIVATE', polls: 0 })
  if (factor.factorType === 'push') {
    transaction.factorResult = 'WAITING'
  }
  if (factor.factorType === 'push' || factor.seed !== undefined) {
    transaction.qrPath = `/api/v1/users/00uDemo1/factors/${factor.id}/qr/20111-${randomBytes(12).toString('hex')}`
  }
  return stateReply(transaction)
}

/** POST …/lifecycle/activate and …/activate/poll. */
export function activate(transaction: StandInTransaction, body: Body): Reply {
  const { factor, status } = transaction
  if (status !== 'MFA_ENROLL_ACTIVATE' || factor === undefined) {
    return notNow()
  }
  if (factor.factorType === 'push') {
    return transaction.factorResult === 'WAITING' ? poll(transaction) : beginActivation(transaction, factor)
  }
  return isRight(transaction, body.passCode) ? succeed(transaction) : wrongCode()
}

/** POST /authn/previous and /authn/skip. */
export function step(transaction: StandInTransaction, kind: 'previous' | 'skip'): Reply {
  const { status, user } = transaction
  if (kind === 'skip') {
    if (user.quirk === 'skips-in-circles') {
      return stateReply(transaction)
    }
    return status === 'PASSWORD_WARN' || (status === 'MFA_ENROLL' && user.optional)
      ? succeed(transaction)
      : notNow()
  }
  if (status !== 'MFA_CHALLENGE' && status !== 'MFA_ENROLL_ACTIVATE') {
    return notNow()
  }
  transaction.status = user.status
  forgetFactor(transaction)
  return stateReply(transaction)
}

function sendPush(transaction: StandInTransaction, factor: StandInFactor): Reply {
  Object.assign(transaction, { factor, status: 'MFA_CHALLENGE', factorResult: 'WAITING', polls: 0 })
  transaction.sent++
  return stateReply(transaction)
}

/** A second push is approved, whatever the script says about the first. */
function poll(transaction: StandInTransaction): Reply {
  const { factor, user } = transaction
  const script = factor?.push ?? { polls: 1, result: 'SUCCESS' }
  transaction.polls++
  if (transaction.polls < script.polls) {
    const reply = stateReply(transaction)
    return user.quirk === 'unknown-result'
      ? { ...reply, body: { ...(reply.body as object), factorResult: 'PONDERING' } }
      : reply
  }
  if (script.result === 'SUCCESS' || transaction.sent > 1) {
    return succeed(transaction)
  }
  transaction.factorResult = script.result
  return stateReply(transaction)
}

function succeed(transaction: StandInTransaction): Reply {
  transaction.status = 'SUCCESS'
  forgetFactor(transaction)
  return stateReply(transaction)
}

function forgetFactor(transaction: StandInTransaction): void {
  delete transaction.factor
  delete transaction.factorResult
  delete transaction.qrPath
  transaction.polls = 0
}

function isRight(transaction: StandInTransaction, given: unknown, factor = transaction.factor): boolean {
  const { seed, secret } = factor ?? {}
  return seed === undefined
    ? given === secret
    : [-30_000, 0, 30_000].some((drift) => given === totp(seed, Date.now() + drift))
}
