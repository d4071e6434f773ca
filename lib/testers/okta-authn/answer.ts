import { isObject, jsonObject } from '../discovery/metadata'

type Members = Readonly<Record<string, unknown>>

/** A link of an answer: where to post next, and what that does ("poll", "verify", "skip"). */
export type OktaLink = { readonly name: string; readonly href: string }

/** Links by relation; a relation may have several. */
export type OktaLinks = Readonly<Record<string, readonly OktaLink[]>>

export type OktaFactor = {
  /** '' for one that is not enrolled. */
  readonly id: string
  readonly factorType: string
  readonly provider: string
  readonly profile: Members
  readonly enrollment: string
  /** "ACTIVE" for one that is enrolled. */
  readonly status: string
  readonly links: OktaLinks
  /** The number the phone has to be shown. */
  readonly correctAnswer?: number
  /** Where the QR code of an activation is. */
  readonly qrCode?: string
}

/** The state of a transaction as Okta tells it. Unknown words are kept as they are. */
export type OktaState = {
  readonly status: string
  readonly stateToken: string | null
  readonly expiresAt?: string
  readonly factorResult: string
  /** The factors to choose from. */
  readonly factors: readonly OktaFactor[]
  /** The one factor that is challenged or activated. */
  readonly factor: OktaFactor | null
  readonly links: OktaLinks
  readonly daysLeft: number | null
  readonly complexity: Members
  /** Sign-in name of the user, when the answer has it. */
  readonly login: string
}

/** Why Okta refuses a request. */
export type OktaFault = {
  readonly code: string
  readonly summary: string
  readonly causes: readonly string[]
  /** Finds the event in Okta's System Log. */
  readonly id: string
}

const mostFactors = 50

/** What the text of an answer is: a state, a refusal, or (null) nothing of this API. */
export function readAnswer(
  body: string,
): { readonly state: OktaState } | { readonly fault: OktaFault } | null {
  const answer = jsonObject(body)
  if (answer === null) {
    return null
  }
  if (typeof answer.status === 'string') {
    return { state: readState(answer) }
  }
  return typeof answer.errorCode === 'string' ? { fault: readFault(answer) } : null
}

/** Factor lists come as `factors`, and in Okta's reference as an array called `factor`. */
function readState(answer: Members): OktaState {
  const inner = members(answer._embedded)
  const policy = members(inner.policy)
  const list = [inner.factors, inner.factor].find(Array.isArray) ?? []
  const expiresAt = text(answer.expiresAt)
  const days = members(policy.expiration).passwordExpireDays
  return {
    status: text(answer.status),
    stateToken: text(answer.stateToken, 4096) || null,
    ...(Number.isNaN(Date.parse(expiresAt)) ? {} : { expiresAt }),
    factorResult: text(answer.factorResult),
    factors: list.filter(isObject).slice(0, mostFactors).map(readFactor),
    factor: isObject(inner.factor) ? readFactor(inner.factor) : null,
    links: readLinks(answer._links),
    daysLeft: typeof days === 'number' ? days : null,
    complexity: members(policy.complexity),
    login: text(members(members(inner.user).profile).login),
  }
}

function readFactor(factor: Members): OktaFactor {
  const inner = members(factor._embedded)
  const { correctAnswer } = members(inner.challenge)
  const [qrCode] = readLinks(members(inner.activation)._links).qrcode ?? []
  return {
    id: text(factor.id),
    factorType: text(factor.factorType),
    provider: text(factor.provider),
    profile: members(factor.profile),
    enrollment: text(factor.enrollment),
    status: text(factor.status),
    links: readLinks(factor._links),
    ...(typeof correctAnswer === 'number' ? { correctAnswer } : {}),
    ...(qrCode === undefined ? {} : { qrCode: qrCode.href }),
  }
}

function readLinks(value: unknown): OktaLinks {
  return Object.fromEntries(
    Object.entries(members(value))
      .slice(0, 50)
      .map(([relation, link]) => [
        relation,
        [link]
          .flat()
          .filter(isObject)
          .map(({ name, href }) => ({ name: text(name), href: text(href, 4096) })),
      ]),
  )
}

function readFault(answer: Members): OktaFault {
  const causes = Array.isArray(answer.errorCauses) ? answer.errorCauses : []
  return {
    code: text(answer.errorCode, 40),
    summary: text(answer.errorSummary),
    causes: causes
      .filter(isObject)
      .slice(0, 5)
      .map(({ errorSummary }) => text(errorSummary))
      .filter(Boolean),
    id: text(answer.errorId, 80),
  }
}

function members(value: unknown): Members {
  return isObject(value) ? value : {}
}

/** A text of the provider, fit to be shown: one line, not endless. */
function text(value: unknown, longest = 300): string {
  return typeof value === 'string' ? value.replace(/\p{Cc}+/gu, ' ').slice(0, longest) : ''
}
