import { nameOfPath, quoted } from '../words'
import { removal } from './move'
import { advise, connect, login, type Rule, textOf } from './rule'

/** Endpoints of Entra ID that serve every organization, in place of one directory. */
const SHARED = /^(common|organizations|consumers)$/i

/** A tenant of Entra ID that is none. The password check cannot use them, and single-tenant apps refuse them. */
export const sharedEntraTenant: Rule = (subject) =>
  subject.context.provider !== 'EntraID'
    ? []
    : [login('OIDCTenant'), login('ROPGTenant'), connect('IdPSettings', 'TenantID')]
        .filter((place) => SHARED.test(textOf(subject, place).trim()))
        .map((place) => {
          const message = `${nameOfPath(place.path)} is ${quoted(textOf(subject, place))}, which stands for every organization. An app that is registered for one tenant is refused there (AADSTS50194); use your directory (tenant) ID.`
          return advise('shared-entra-tenant', place, message)
        })

/** OIDCAuthServer is for a custom authorization server; the org's own needs no key. */
export const sameOktaServer: Rule = (subject) => {
  const place = login('OIDCAuthServer')
  const host = (text: string) =>
    text
      .trim()
      .toLowerCase()
      .replace(/^https?:\/\//, '')
      .replace(/\/+$/, '')
  const custom = host(textOf(subject, place))
  if (custom === '' || custom !== host(textOf(subject, login('AuthServer')))) {
    return []
  }
  const message =
    'OIDCAuthServer names the same host as AuthServer. It is meant for a custom authorization server of Okta only; remove it.'
  return [advise('same-okta-server', place, message, removal(place))]
}
