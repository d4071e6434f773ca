import { isObject, jsonObject } from '../discovery/metadata'
import type { OktaFactor, OktaFault, OktaState } from './answer'

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

/**
 * What Okta said without the secrets, for an organization that repeats one where it will be shown. The state token and
 * the addresses stay: they are needed, and never shown.
 */
export function cleansed<T extends { readonly state: OktaState } | { readonly fault: OktaFault }>(
  read: T,
  clean: (text: string) => string,
): T {
  const factor = (each: OktaFactor): OktaFactor => ({
    ...each,
    id: clean(each.id),
    factorType: clean(each.factorType),
    provider: clean(each.provider),
    status: clean(each.status),
    profile: cleanMembers(each.profile, clean),
  })
  if ('fault' in read) {
    const { code, summary, causes, id } = read.fault
    const fault = { code: clean(code), summary: clean(summary), causes: causes.map(clean), id: clean(id) }
    return { ...read, fault }
  }
  const { state } = read
  const cleanState: OktaState = {
    ...state,
    status: clean(state.status),
    factorResult: clean(state.factorResult),
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
