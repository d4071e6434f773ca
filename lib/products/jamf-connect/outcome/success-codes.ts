import type { KeyPlace } from '../../../api/issue'
import { holds } from '../../../schema/condition'
import { textsAt } from '../../../schema/read'
import type { Settings } from '../../../schema/settings'
import { contextOf, seenFrom } from '../context'
import { findKey, placeOf } from '../keys'
import { isSuccessCode, passwordCode, passwordCodes } from '../passwords/password-codes'
import { passwordProviderBehind } from '../providers/provider-behind'
import { sameVendor } from '../providers/vendors'
import type { ProviderAnswer } from './statement'

/** Where each app looks for the error codes that prove a password right. */
export const successCodeKeys = {
  login: placeOf('login/ROPGSuccessCodes'),
  menuBar: placeOf('connect/IdPSettings/SuccessCodes'),
} as const satisfies Record<string, KeyPlace>

/** Said wherever a comparison with success codes decides something. */
export const SUCCESS_CODE_DOUBT =
  'How Jamf Connect compares success codes with the answer is not documented: whole or in part, with the error or with its description.'

/** Said where such a code is in the answer to a right password with which the user cannot go on. */
export const UNFINISHED_DOUBT =
  'What happens then to a user who has to act at the identity provider first is not documented.'

/** A listed code that an answer contains. */
export type ListedCode = {
  readonly code: string
  /** It stands there as a word of its own, and not as a part of another code: "5007" in AADSTS50076. */
  readonly whole: boolean
}

/**
 * The success code that an error answer contains, in its error or its description, a whole one first; undefined when
 * none is in it. Upper and lower case count: nothing says that Jamf Connect ignores them.
 */
export function successCodeIn(
  codes: readonly string[],
  { error = '', description = '' }: ProviderAnswer,
): ListedCode | undefined {
  const texts = [error, description]
  const found = codes.filter((each) => {
    const code = each.trim()
    return code !== '' && texts.some((text) => text.includes(code))
  })
  const whole = found.find((code) => texts.some((text) => hasWhole(text, code.trim())))
  const [code = undefined] = whole === undefined ? found : [whole]
  return code === undefined ? undefined : { code, whole: whole !== undefined }
}

function hasWhole(text: string, code: string): boolean {
  for (let at = text.indexOf(code); at >= 0; at = text.indexOf(code, at + code.length)) {
    if (![text.charAt(at - 1), text.charAt(at + code.length)].some((sign) => /\w/.test(sign))) {
      return true
    }
  }
  return false
}

/** Whether Jamf lists the provider of the app with this key among those for which success codes count. */
export function successCodesCount(settings: Settings, { domain, path }: KeyPlace): boolean {
  const { appliesWhen } = findKey(domain, path) ?? {}
  return appliesWhen === undefined || holds(appliesWhen, seenFrom(contextOf(settings), domain))
}

/** Whether the answer has a code of which a document says that it follows a right password. */
export function hasProvenCode(settings: Settings, answer: ProviderAnswer): boolean {
  const behind = passwordProviderBehind(contextOf(settings))
  // Codes of one provider's own form tell whose they are wherever they appear.
  const own = passwordCodes.filter(
    ({ code, vendor }) => vendor === 'any' || sameVendor(vendor, behind) || /\d{4}/.test(code),
  )
  const proven = own.map(({ code }) => code).filter((code) => isSuccessCode(code, behind))
  return successCodeIn(proven, answer)?.whole === true
}

/** Whether Jamf Connect takes an answer with this listed code for a yes, and rightly: a whole code, of a right password. */
export function isYes(settings: Settings, listed: ListedCode | undefined): boolean {
  const behind = passwordProviderBehind(contextOf(settings))
  return listed?.whole === true && passwordCode(listed.code, behind)?.says === 'right'
}

/** The listed code of an app that an error answer contains. */
export function successCodeOf(
  settings: Settings,
  place: KeyPlace,
  answer: ProviderAnswer,
): ListedCode | undefined {
  return successCodeIn(textsAt(settings, place), answer)
}
