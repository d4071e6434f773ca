import type { Issue } from '../../../api/issue'
import { isTemplate } from '../../../schema/templates'
import { nameOfPath } from '../../../schema/words'
import { seenFrom } from '../context'
import { providerBehind } from '../providers/provider-behind'
import { rowOf } from '../providers/providers'
import { traitsOf } from '../providers/vendors'
import { meantScopes, scopesFlaw } from '../scopes'
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
  wellFormed(subject).flatMap(({ place, value }) => {
    const name = nameOfPath(place.path)
    const spaced = /\S\s+\S/.test(value)
    const plus = value.includes('+')
    const separator = separatorOf(subject, place, value)
    if (plus && spaced) {
      const message = `${name} separates scopes with + in one place and with a space in another. Use ${separator === ' ' ? 'spaces' : '+'}.`
      return [separated(place, message, value, separator)]
    }
    if (plus && separator === ' ') {
      const message = `${name} separates scopes with +. With Okta Identity Engine, user roles need them separated by spaces.`
      return [separated(place, message, value, ' ')]
    }
    if (spaced && separator === '+') {
      const message = `${name} separates scopes with spaces. Jamf Connect Configuration shows them that way, but Jamf's reference writes +, as in openid+profile+email.`
      return [separated(place, message, value, '+')]
    }
    return []
  })

const SCOPES = login('OIDCScopes')

type Seen = Pick<Subject, 'settings' | 'context'>

/** What belongs between the scopes of a place: what is written there where the provider takes both. */
function separatorOf(subject: Seen, place: Place, value: string): '+' | ' ' {
  const rolesNeedSpaces =
    rowOf(subject.context.provider)?.roleScopesWithSpaces === true && has(subject, login('OIDCAdmin'))
  if (rolesNeedSpaces && place.path[0] === SCOPES.path[0]) {
    return ' '
  }
  const behind = providerBehind(seenFrom(subject.context, place.domain))
  return traitsOf(behind)?.scopesWithSpaces === true && /\S\s+\S/.test(value) ? ' ' : '+'
}

/**
 * The issue about the form of scopes, with the separator that belongs at its place: what is wrong with a text by itself does
 * not know the provider.
 */
export function withSeparator(issue: Issue, subject: Seen): Issue {
  const place = places.find(
    ({ domain, path }) => domain === issue.domain && path.join('/') === issue.path.join('/'),
  )
  const value = place && textOf(subject, place)
  if (
    place === undefined ||
    !value ||
    issue.rule !== 'bad-format' ||
    separatorOf(subject, place, value) === '+'
  ) {
    return issue
  }
  const joined = meantScopes(value).scopes.join(' ')
  return {
    ...issue,
    message: issue.message.replace('Separate scopes with +.', 'Separate scopes with spaces.'),
    ...(issue.repair ? { repair: repair(`Use ${joined}`, [place, text(joined)]) } : {}),
  }
}

function separated(place: Place, message: string, value: string, separator: string) {
  const joined = meantScopes(value).scopes.join(separator)
  return advise('scope-separator', place, message, repair(`Use ${joined}`, [place, text(joined)]))
}

/** Without openid a provider issues no ID token, and Jamf Connect makes the account from the ID token. */
export const openIdScope: Rule = (subject) =>
  wellFormed(subject)
    .filter(({ value }) => meantScopes(value).withoutOpenid)
    .map(({ place, value }) => {
      const separator = separatorOf(subject, place, value)
      const joined = meantScopes(value).scopes.join(separator)
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
  const own = signIn && meantScopes(textOf(subject, signIn)).scopes.find((scope) => /^api:\/\//i.test(scope))
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

/** Values whose scopes are separated by what Jamf Connect takes; of others, the form is told first, with a whole repair. */
function wellFormed(subject: Subject) {
  return written(subject).filter(({ value }) => scopesFlaw(value) === null)
}

function written(subject: Subject) {
  return places
    .map((place) => ({ place, value: textOf(subject, place) }))
    .filter(({ value }) => value.trim() !== '' && !isTemplate(value))
}
