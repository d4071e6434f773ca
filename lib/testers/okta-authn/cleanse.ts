import { oktaAuthn } from '../diagnosis/rows/okta-authn'
import { oktaAuthnLater } from '../diagnosis/rows/okta-authn-later'
import { isObject, jsonObject } from '../discovery/metadata'
import type { OktaFactor, OktaFault, OktaState } from './answer'
import { isFactorWord } from './factors'

/** The secrets that an answer holds, by name. */
export function secretsIn(body: string): Map<string, string> {
  const found = new Map<string, string>()
  const visit = (node: unknown, depth: number) => {
    for (const [name, value] of depth < 20 && typeof node === 'object' && node ? Object.entries(node) : []) {
      if (
        typeof value === 'string' &&
        /^(state|session|device|recovery|factor)Token$|^sharedSecret$/.test(name)
      ) {
        found.set(name, value)
      }
      visit(value, depth + 1)
    }
  }
  visit(jsonObject(body), 0)
  return found
}

/** States of transactions, of factors and of challenges, by which a sign-in goes on. */
const states = new Set<string>([
  ...[...oktaAuthn, ...oktaAuthnLater].flatMap(({ match }) => match.code ?? []),
  ...['SUCCESS', 'WAITING', 'CHALLENGE', 'REJECTED', 'TIMEOUT', 'CANCELLED', 'ERROR', 'PASSCODE_REPLAYED'],
  ...['TIME_WINDOW_EXCEEDED', 'ACTIVE', 'NOT_SETUP', 'PENDING_ACTIVATION', 'ENROLLED', 'INACTIVE', 'EXPIRED'],
])

/**
 * A state without the secrets, for an organization that repeats one where it will be shown. The words of the interface
 * stay, whatever somebody has for a password: the sign-in goes on by them. So do the state token and the addresses,
 * which are never shown, and a refusal: it is judged as it came, and shown in what was received only.
 */
export function cleansed<T extends { readonly state: OktaState } | { readonly fault: OktaFault }>(
  read: T,
  clean: (text: string) => string,
): T {
  const word = (text: string) => (states.has(text) || isFactorWord(text) ? text : clean(text))
  const factor = (each: OktaFactor): OktaFactor => ({
    ...each,
    id: clean(each.id),
    factorType: word(each.factorType),
    provider: word(each.provider),
    status: word(each.status),
    profile: cleanMembers(each.profile, clean),
  })
  if ('fault' in read) {
    return read
  }
  const { state } = read
  const cleanState: OktaState = {
    ...state,
    status: word(state.status),
    factorResult: word(state.factorResult),
    login: clean(state.login),
    factors: state.factors.map(factor),
    factor: state.factor === null ? null : factor(state.factor),
    complexity: cleanMembers(state.complexity, clean),
  }
  return { ...read, state: cleanState }
}

function cleanMembers(members: Readonly<Record<string, unknown>>, clean: (text: string) => string) {
  return Object.fromEntries(
    Object.entries(members)
      .filter(([, value]) => !isObject(value))
      .map(([name, value]) => [name, typeof value === 'string' ? clean(value) : value]),
  )
}
