import { oktaAuthn } from '../diagnosis/rows/okta-authn'
import { oktaAuthnLater } from '../diagnosis/rows/okta-authn-later'
import { isObject } from '../discovery/metadata'
import type { OktaFactor, OktaState } from './answer'
import { isFactorWord } from './factors'

/** States of transactions, of factors and of challenges, by which a sign-in goes on. */
const states = new Set<string>([
  ...[...oktaAuthn, ...oktaAuthnLater].flatMap(({ match }) => match.code ?? []),
  ...['SUCCESS', 'WAITING', 'CHALLENGE', 'REJECTED', 'TIMEOUT', 'CANCELLED', 'ERROR', 'PASSCODE_REPLAYED'],
  ...['TIME_WINDOW_EXCEEDED', 'ACTIVE', 'NOT_SETUP', 'PENDING_ACTIVATION', 'ENROLLED', 'INACTIVE', 'EXPIRED'],
])

type Members = Readonly<Record<string, unknown>>

/**
 * A state as the sign-in keeps it: its questions are asked when the password is forgotten, so what they may show of it
 * is hidden before. The words of the interface stay, whatever somebody has for a password: the sign-in goes on by them.
 * So do the state token and the addresses, which are never shown.
 */
export function keptState(state: OktaState, hide: (text: string) => string): OktaState {
  const word = (text: string) => (states.has(text) || isFactorWord(text) ? text : hide(text))
  const members = (all: Members) =>
    Object.fromEntries(
      Object.entries(all)
        .filter(([, value]) => !isObject(value))
        .map(([name, value]) => [name, typeof value === 'string' ? hide(value) : value]),
    )
  const factor = (each: OktaFactor): OktaFactor => ({
    ...each,
    id: hide(each.id),
    factorType: word(each.factorType),
    provider: word(each.provider),
    status: word(each.status),
    profile: members(each.profile),
  })
  return {
    ...state,
    status: word(state.status),
    factorResult: word(state.factorResult),
    login: hide(state.login),
    factors: state.factors.map(factor),
    factor: state.factor === null ? null : factor(state.factor),
    complexity: members(state.complexity),
  }
}
