import { child } from '../../../plist/tree'
import type { PlistValue } from '../../../plist/value'
import type { ForeignSettings } from '../../../schema/rules'
import { CONNECT_DOMAIN, LOGIN_DOMAIN } from '../context'
import { placeOf } from '../keys'
import { advise, connect, has, login, on, type Rule, repair, switchOf, text, textOf, textsOf } from './rule'
import { argumentsIn } from './written-values'

const AUTHCHANGER = 'com.jamf.connect.authchanger'
const PPPC = 'com.apple.TCC.configuration-profile-policy'
const RUN_SCRIPT = 'JamfConnectLogin:RunScript,privileged'

/** The login window may turn FileVault on only where a privacy profile lets it. */
export const fileVaultNeedsPrivacyProfile: Rule = (subject) => {
  if (switchOf(subject, login('EnableFDE')) !== true || subject.foreign.some(letsTurnOnFileVault)) {
    return []
  }
  const has = subject.foreignPayloadTypes.includes(PPPC)
    ? 'The one in this profile does not'
    : 'This profile has none'
  const message = `EnableFDE needs a Privacy Preferences Policy Control profile that gives com.apple.authorizationhost access to all files (SystemPolicyAllFiles). ${has}; make sure that another one on the same Macs does.`
  return [advise('filevault-needs-privacy-profile', login('EnableFDE'), message)]
}

/** Whether a privacy profile gives the process that turns FileVault on access to all files. */
function letsTurnOnFileVault({ domain, settings }: ForeignSettings): boolean {
  const given = domain === PPPC ? child(child(settings, 'Services'), 'SystemPolicyAllFiles') : undefined
  return given?.type === 'array' && given.items.some(isAllowed)
}

function isAllowed(entry: PlistValue): boolean {
  const [who, allowed, how] = ['Identifier', 'Allowed', 'Authorization'].map((key) => child(entry, key))
  const yes = allowed?.type === 'boolean' ? allowed.value : how?.type === 'string' && how.value === 'Allow'
  return who?.type === 'string' && /authorizationhost/i.test(who.value) && yes
}

/** A login script runs only when the authorization database calls for it. */
export const scriptNeedsMechanism: Rule = (subject) => {
  const place = placeOf('authchanger/Arguments')
  const given = textsOf(subject, place)
  // Arguments that stand in one text have an issue of their own, and its repair says what is left to add.
  const joined = given.some((each) => argumentsIn(each).length > 1)
  if (textOf(subject, login('ScriptPath')) === '' || given.includes(RUN_SCRIPT) || joined) {
    return []
  }
  const message = `ScriptPath runs only when authchanger has added ${RUN_SCRIPT} to the login window. `
  if (given.length === 0) {
    const end = `Add it to Arguments in ${AUTHCHANGER}, or run authchanger with it on the Mac.`
    return [advise('script-needs-mechanism', login('ScriptPath'), message + end)]
  }
  const at = given.indexOf('-preAuth')
  const items =
    at < 0
      ? [...given, '-preAuth', RUN_SCRIPT]
      : [...given.slice(0, at + 1), RUN_SCRIPT, ...given.slice(at + 1)]
  const added = repair('Add the argument', [place, { type: 'array', items: items.map(text) }])
  return [
    advise('script-needs-mechanism', login('ScriptPath'), `${message}Arguments does not hold it.`, added),
  ]
}

/** Self Service+ reminds people to enrol in something that the login window does not ask for. */
export const reminderNeedsOfflineMfa: Rule = (subject) => {
  const both = subject.settings.has(LOGIN_DOMAIN) && subject.settings.has(CONNECT_DOMAIN)
  const place = connect('OfflineMFAReminder')
  if (!both || !has(subject, place) || switchOf(subject, login('OfflineMFA')) === true) {
    return []
  }
  const message = `OfflineMFAReminder asks people to set up offline multifactor authentication, which OfflineMFA in ${LOGIN_DOMAIN} does not turn on.`
  return [
    advise(
      'reminder-needs-offline-mfa',
      place,
      message,
      repair('Turn on OfflineMFA', [login('OfflineMFA'), on]),
    ),
  ]
}

/** A fixed short name makes the attribute that would tell it useless. */
export const twoShortNames: Rule = (subject) => {
  const both = [connect('Kerberos', 'ShortName'), connect('Kerberos', 'ShortNameAttribute')]
  const message =
    'Kerberos/ShortName gives everybody the same short name, and Kerberos/ShortNameAttribute asks the directory for one. Configure one of them.'
  return both.every((place) => has(subject, place))
    ? [advise('two-short-names', connect('Kerberos', 'ShortName'), message)]
    : []
}

/** The text and the file of the acceptable use policy exclude each other. */
export const twoPolicyTexts: Rule = (subject) => {
  const both = [login('EULAText'), login('EULAFilePath')]
  const message =
    'EULAText and EULAFilePath both give the text of the acceptable use policy. Configure one of them.'
  return both.every((place) => has(subject, place))
    ? [advise('two-policy-texts', login('EULAText'), message)]
    : []
}
