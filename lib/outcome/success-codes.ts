import { CONNECT_DOMAIN, contextOf, type Settings } from '../schema/context'
import { isSuccessCode, passwordCodes } from '../schema/password-codes'
import { passwordProviderBehind, sameVendor } from '../schema/vendors'
import { login, textsAt } from './scene'
import type { KeyPlace, ProviderAnswer } from './statement'

/** Where each app looks for the error codes that prove a password right. */
export const successCodeKeys = {
  login: login('ROPGSuccessCodes'),
  menuBar: { domain: CONNECT_DOMAIN, path: ['IdPSettings', 'SuccessCodes'] },
} as const satisfies Record<string, KeyPlace>

/** Said wherever a comparison with success codes decides something. */
export const SUCCESS_CODE_DOUBT =
  'How Jamf Connect compares success codes is not documented; Latchkey looks for them anywhere in the error and its description.'

/**
 * The success code that an error answer contains, in its error or its description; undefined when none is in it.
 * Upper and lower case count: nothing says that Jamf Connect ignores them.
 */
export function successCodeIn(
  codes: readonly string[],
  { error = '', description = '' }: ProviderAnswer,
): string | undefined {
  return codes.find(
    (code) => code.trim() !== '' && [error, description].some((text) => text.includes(code.trim())),
  )
}

/** Whether the answer has a code of which a document says that it follows a right password. */
export function hasProvenCode(settings: Settings, answer: ProviderAnswer): boolean {
  const behind = passwordProviderBehind(contextOf(settings))
  const own = passwordCodes.filter(({ vendor }) => vendor === 'any' || sameVendor(vendor, behind))
  const proven = own.map(({ code }) => code).filter((code) => isSuccessCode(code, behind))
  return successCodeIn(proven, answer) !== undefined
}

/** The success code of each app that an error answer contains. */
export function successCodesFor(settings: Settings, answer: ProviderAnswer) {
  return {
    login: successCodeIn(textsAt(settings, successCodeKeys.login), answer),
    menuBar: successCodeIn(textsAt(settings, successCodeKeys.menuBar), answer),
  }
}
