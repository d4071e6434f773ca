import { seenFrom } from '../context'
import { scopesIn } from '../formats'
import { isTemplate } from '../templates'
import { isOkta, providerBehind } from '../vendors'
import { nameOfPath } from '../words'
import {
  advise,
  connect,
  has,
  login,
  type Place,
  type Rule,
  repair,
  type Subject,
  text,
  textOf,
} from './rule'

const places = [login('OIDCScopes'), login('ROPGScopes'), connect('IdPSettings', 'Scopes')]

/**
 * "+" and spaces between scopes. Jamf's reference writes "+", and spaces for the roles of Okta Identity Engine:
 * https://learn.jamf.com/r/en-US/jamf-connect-documentation-current/OpenID_Connect_User_Role_Settings
 * Jamf's samples for Okta and Keycloak as Custom have spaces: https://github.com/jamf/jamfconnect
 */
export const scopeSeparators: Rule = (subject) =>
  written(subject).flatMap(({ place, value }) => {
    const name = nameOfPath(place.path)
    const spaced = /\S\s+\S/.test(value)
    const plus = value.includes('+')
    const behind = providerBehind(seenFrom(subject.context, place.domain))
    const takesSpaces = isOkta(behind) || behind === 'Keycloak'
    const oktaRoles = subject.context.provider === 'OktaIdentityEngine' && has(subject, login('OIDCAdmin'))
    if (plus && oktaRoles && place.path[0] === 'OIDCScopes') {
      const message = `${name} separates scopes with +. With Okta Identity Engine, user roles need them separated by spaces.`
      return [separated(place, message, value, ' ')]
    }
    if (spaced && plus) {
      const message = `${name} separates scopes with + in one place and with a space in another. Use one of them.`
      return [separated(place, message, value, takesSpaces ? ' ' : '+')]
    }
    if (spaced && !takesSpaces) {
      const message = `${name} separates scopes with spaces. Jamf Connect Configuration shows them that way, but Jamf's reference writes +, as in openid+profile+email.`
      return [separated(place, message, value, '+')]
    }
    return []
  })

function separated(place: Place, message: string, value: string, separator: string) {
  const joined = scopesIn(value).join(separator)
  return advise('scope-separator', place, message, repair(`Use ${joined}`, [place, text(joined)]))
}

/** Without openid a provider issues no ID token, and Jamf Connect makes the account from the ID token. */
export const openIdScope: Rule = (subject) =>
  written(subject)
    .filter(({ value }) => !scopesIn(value).includes('openid'))
    .map(({ place, value }) => {
      const separator = /\S\s+\S/.test(value) ? ' ' : '+'
      const joined = ['openid', ...scopesIn(value)].join(separator)
      const message = `${nameOfPath(place.path)} does not ask for openid. Without it the identity provider issues no ID token, and Jamf Connect learns nothing about the user.`
      return advise('openid-scope', place, message, repair(`Use ${joined}`, [place, text(joined)]))
    })

/**
 * A scope of an API of one's own, made for Conditional Access, in the sign-in only. Since 2.14 the password check asks
 * for the scopes of the sign-in while it has none of its own.
 * https://learn.jamf.com/r/en-US/jamf-connect-documentation-current/Creating_a_Jamf_Connect_Configuration_with_Conditional_Access
 */
export const scopeOfTheCheck: Rule = (subject) => {
  const [signIn, check, menuBar] = places
  const own = signIn && scopesIn(textOf(subject, signIn)).find((scope) => /^api:\/\//i.test(scope))
  if (own === undefined || signIn === undefined) {
    return []
  }
  const lacking = [check, menuBar].filter(
    (place) => place !== undefined && subject.settings.has(place.domain) && !has(subject, place),
  )
  const [first] = lacking
  if (first === undefined) {
    return []
  }
  const names = lacking.map((place) => nameOfPath(place?.path ?? [])).join(' and ')
  const verb = lacking.length === 1 ? 'is' : 'are'
  const message = `OIDCScopes asks for ${own}, and ${names} ${verb} not configured, so that the password check asks for what the sign-in does. Configure the scopes of the password check: the API that Conditional Access leaves out belongs there.`
  return [advise('scope-of-the-check', first, message)]
}

function written(subject: Subject) {
  return places
    .map((place) => ({ place, value: textOf(subject, place) }))
    .filter(({ value }) => value.trim() !== '' && !isTemplate(value))
}
