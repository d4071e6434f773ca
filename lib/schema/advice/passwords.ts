import { providerInWords } from '../condition'
import { LOGIN_DOMAIN, providerNamed, seenFrom } from '../context'
import { passwordProviderBehind, providerBehind } from '../vendors'
import { advise, has, login, off, on, type Rule, refuse, repair, switchOf, textOf } from './rule'

const newPassword = login('OIDCNewPassword')
const passthrough = login('OIDCUsePassthroughAuth')
const WITHOUT_NEW = ['EntraID', 'OneLogin', 'PingFederate'] as const

/** Passthrough hands the network password to the Mac; a separate local password contradicts it. */
export const passthroughPassword: Rule = (subject) => {
  const provider = providerBehind(seenFrom(subject.context, LOGIN_DOMAIN))
  const contradicts = switchOf(subject, passthrough) === true && switchOf(subject, newPassword) === true
  const named = WITHOUT_NEW.find((each) => each === provider)
  if (named === undefined || !contradicts) {
    return []
  }
  const message = `OIDCUsePassthroughAuth hands the network password to the Mac, and OIDCNewPassword asks for a separate one. With ${providerInWords(named)}, Jamf asks for OIDCNewPassword off.`
  return [
    advise(
      'passthrough-password',
      newPassword,
      message,
      repair('Turn off OIDCNewPassword', [newPassword, off]),
    ),
  ]
}

/** Google has no password check for Jamf Connect, so the network password cannot become the local one. */
export const googlePassword: Rule = (subject) => {
  const behind = passwordProviderBehind(seenFrom(subject.context, LOGIN_DOMAIN))
  const state = switchOf(subject, newPassword)
  // A login window that names no provider here gets it, and the switch, from another profile.
  const signsIn = providerNamed(textOf(subject, login('OIDCProvider'))) === 'GoogleID'
  const unset = !has(subject, newPassword) && signsIn
  if (behind !== 'GoogleID' || !(state === false || unset)) {
    return []
  }
  const is = unset ? 'is not configured, which current documentation takes for off' : 'is off'
  const message = `OIDCNewPassword ${is}, but Google cannot check a password for Jamf Connect: the login window would ask for it again and again. Turn it on.`
  const say = unset ? advise : refuse
  return [say('google-password', newPassword, message, repair('Turn on OIDCNewPassword', [newPassword, on]))]
}

/** The keychain item is made from the network password; it works only where that is the local password too. */
export const keychainPassword: Rule = (subject) => {
  const provider = providerBehind(seenFrom(subject.context, LOGIN_DOMAIN))
  const wanted = switchOf(subject, login('CreateJamfConnectPassword')) === true
  const state = switchOf(subject, newPassword)
  // Okta's Authentication API has no separate password, and with Google it is compulsory.
  if (!wanted || state === false || provider === 'Okta' || provider === 'GoogleID') {
    return []
  }
  const is = state === null ? 'is not configured, and versions differ in what that means' : 'is on'
  const message = `CreateJamfConnectPassword saves the network password in the keychain, which needs OIDCNewPassword off. It ${is}.`
  return [
    advise('keychain-password', newPassword, message, repair('Turn off OIDCNewPassword', [newPassword, off])),
  ]
}
