import { LOGIN_DOMAIN, seenFrom } from '../context'
import { checksElsewhere } from '../links/sides'
import { passwordProviderBehind, providerBehind } from '../providers/provider-behind'
import { rowOf } from '../providers/providers'
import { traitsOf } from '../providers/vendors'
import { advise, has, login, on, type Rule, repair, switchOf, textOf } from './rule'

const newPassword = login('OIDCNewPassword')
const passthrough = login('OIDCUsePassthroughAuth')

/**
 * A provider behind "Custom", or of a check at another place, that has no password grant cannot check the password that
 * the login window asks for while OIDCNewPassword is off. Where the login window asks again and again, a switch that is off
 * is told by a rule of its own.
 */
export const separatePassword: Rule = (subject) => {
  const context = seenFrom(subject.context, LOGIN_DOMAIN)
  const behind = traitsOf(passwordProviderBehind(context))
  const state = switchOf(subject, newPassword)
  const mayLack = rowOf(context.provider)?.product === 'any' || checksElsewhere(context)
  if (!mayLack || behind?.passwordGrant !== 'none' || state === true) {
    return []
  }
  const saidOtherwise = behind.uncheckedPassword === 'asked-again' && state === false
  if (switchOf(subject, passthrough) === true || saidOtherwise) {
    return []
  }
  const is =
    state === false ? 'is off' : 'is not configured, and versions of Jamf Connect differ in what that means'
  const message = `OIDCNewPassword ${is}. ${behind.label} has no password check (ROPG) for the login window to use: turn it on, so that people choose a local password.`
  return [
    advise('separate-password', newPassword, message, repair('Turn on OIDCNewPassword', [newPassword, on])),
  ]
}

/**
 * Without OIDCNewPassword the default counts, which Jamf gives as on (1.x, 2.1.2) and as off (today). It decides
 * something where nothing else says how the login window gets the password.
 * https://learn.jamf.com/r/en-US/jamf-connect-documentation-current/Initial_Password_Settings
 */
export const unsetNewPassword: Rule = (subject) => {
  const context = seenFrom(subject.context, LOGIN_DOMAIN)
  const behind = providerBehind(context)
  const decided =
    has(subject, newPassword) ||
    has(subject, login('OIDCROPGID')) ||
    switchOf(subject, passthrough) === true ||
    switchOf(subject, login('CreateJamfConnectPassword')) === true
  const signsIn =
    textOf(subject, login('OIDCProvider')) !== '' && textOf(subject, login('OIDCClientID')).trim() !== ''
  const { provider } = context
  const chosen = rowOf(provider)?.localPassword === 'configured'
  if (decided || !signsIn || !chosen || traitsOf(behind)?.passwordGrant === 'none') {
    return []
  }
  const message =
    "OIDCNewPassword is not configured, nor is OIDCROPGID for a password check. Jamf's documents call the default on for early versions and off for later ones: turn it on for a separate local password, or turn it off and configure OIDCROPGID."
  return [advise('unset-new-password', newPassword, message)]
}
