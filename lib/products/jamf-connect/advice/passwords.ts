import { LOGIN_DOMAIN, providerNamed, seenFrom } from '../context'
import { providerInWords } from '../in-words'
import { passwordProviderBehind, providerBehind } from '../providers/provider-behind'
import { rowOf } from '../providers/providers'
import { traitsOf, type VendorTraits } from '../providers/vendors'
import { advise, has, login, off, on, type Rule, refuse, repair, switchOf, textOf } from './rule'

const newPassword = login('OIDCNewPassword')
const passthrough = login('OIDCUsePassthroughAuth')

/** Passthrough hands the network password to the Mac; a separate local password contradicts it. */
export const passthroughPassword: Rule = (subject) => {
  const provider = providerBehind(seenFrom(subject.context, LOGIN_DOMAIN))
  const contradicts = switchOf(subject, passthrough) === true && switchOf(subject, newPassword) === true
  const named = rowOf(provider)
  if (named?.newPasswordWithPassthrough !== 'off' || !contradicts) {
    return []
  }
  const message = `OIDCUsePassthroughAuth hands the network password to the Mac, and OIDCNewPassword asks for a separate one. With ${providerInWords(named.id)}, Jamf asks for OIDCNewPassword off.`
  return [
    advise(
      'passthrough-password',
      newPassword,
      message,
      repair('Turn off OIDCNewPassword', [newPassword, off]),
    ),
  ]
}

/**
 * Google has no password check for Jamf Connect, so the network password cannot become the local one, and the login window
 * asks for it over and over.
 */
export const googlePassword: Rule = (subject) => {
  const behind = traitsOf(passwordProviderBehind(seenFrom(subject.context, LOGIN_DOMAIN)))
  const state = switchOf(subject, newPassword)
  // A login window that names no provider here gets it, and the switch, from another profile.
  const signsIn = isAskedAgain(traitsOf(providerNamed(textOf(subject, login('OIDCProvider')))))
  const unset = !has(subject, newPassword) && signsIn
  if (behind === undefined || !isAskedAgain(behind) || !(state === false || unset)) {
    return []
  }
  const is = unset ? 'is not configured, which current documentation takes for off' : 'is off'
  const message = `OIDCNewPassword ${is}, but ${behind.label} cannot check a password for Jamf Connect: the login window would ask for it again and again. Turn it on.`
  const say = unset ? advise : refuse
  return [say('google-password', newPassword, message, repair('Turn on OIDCNewPassword', [newPassword, on]))]
}

const isAskedAgain = (traits: VendorTraits | undefined) => traits?.uncheckedPassword === 'asked-again'

/** The keychain item is made from the network password; it works only where that is the local password too. */
export const keychainPassword: Rule = (subject) => {
  const provider = providerBehind(seenFrom(subject.context, LOGIN_DOMAIN))
  const wanted = switchOf(subject, login('CreateJamfConnectPassword')) === true
  const state = switchOf(subject, newPassword)
  const chosen = (rowOf(provider)?.localPassword ?? 'configured') === 'configured'
  if (!wanted || state === false || !chosen) {
    return []
  }
  const is = state === null ? 'is not configured, and versions differ in what that means' : 'is on'
  const message = `CreateJamfConnectPassword saves the network password in the keychain, which needs OIDCNewPassword off. It ${is}.`
  return [
    advise('keychain-password', newPassword, message, repair('Turn off OIDCNewPassword', [newPassword, off])),
  ]
}
