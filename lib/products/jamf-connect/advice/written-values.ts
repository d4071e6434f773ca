import type { PlistPath } from '../../../plist/value'
import { escapeIn, unescaped } from '../../../schema/escaped-text'
import { isTemplate } from '../../../schema/templates'
import { typesOf } from '../../../schema/value-schema'
import { nameOfPath, quoted } from '../../../schema/words'
import type { JamfKey } from '../keys'
import { configuredKeys } from './looked-up'
import { advise, type Rule, repair, text } from './rule'

/** Lists of names, in which a comma separates two of them. In others it may belong to a sentence or an argument. */
const NAMES =
  /^(OIDCAdmin|OIDCSecondaryAccess|DenyLocalExcluded|MigrateUsersHide|MFAExcluded|SecureNetworks|PasswordSyncBlockList|HiddenMenuItems|ROPGSuccessCodes|SuccessCodes|Groups)$/

/** Names that others give: of roles, groups and networks, which may have a comma in them. */
const MAY_HOLD_COMMAS = /^(OIDCAdmin|OIDCSecondaryAccess|Groups|SecureNetworks)$/

/** Whether the elements of the list of this name are names. */
export const isListOfNames = (key: string): boolean => NAMES.test(key)

/** Several names, or arguments, in one text of a list: Jamf Connect takes them for one. A text alone is a list of one. */
export const oneTextList: Rule = (subject) =>
  configuredKeys(subject).flatMap(({ key, path, value }) => {
    const split = splitterOf(key)
    const given = value.type === 'array' ? value.items : [value]
    const fits = value.type === 'array' || typesOf(key.definition).includes(value.type)
    const joined = given.find((item) => item.type === 'string' && (split?.(item.value).length ?? 0) > 1)
    if (!fits || split === null || joined?.type !== 'string') {
      return []
    }
    const place = { domain: key.domain, path }
    const items = given.flatMap((item) => (item.type === 'string' ? split(item.value).map(text) : [item]))
    const what = split === argumentsIn ? 'argument' : 'name'
    const unsure = MAY_HOLD_COMMAS.test(key.name) && !/[;\t\r\n]/.test(joined.value)
    const end = unsure
      ? 'If these are several, each needs an element of its own.'
      : 'Each needs an element of its own.'
    const message = `${nameOfPath(path)} holds ${quoted(joined.value)} as one text, which Jamf Connect takes for one ${what}. ${end}`
    const apart = repair('Make each an element', [place, { type: 'array', items }])
    // In a list of several, somebody knew that each is an element, and a name may well be "Smith, John".
    return [advise('one-text-list', place, message, unsure && given.length > 1 ? undefined : apart)]
  })

/** How the elements in one text are told apart; null for lists whose elements may hold anything. */
function splitterOf({ id, name }: JamfKey): ((joined: string) => string[]) | null {
  if (id === 'authchanger/Arguments') {
    return argumentsIn
  }
  return isListOfNames(name) ? parts : null
}

/** The arguments in a text of a command line. */
export function argumentsIn(joined: string): string[] {
  const found = joined.trim().split(/\s+/)
  const telling = found.some((each) => /^-|^JamfConnectLogin:/.test(each))
  return found.length > 1 && telling && !isTemplate(joined) ? found : [joined]
}

/** The names in a text; a distinguished name (CN=…,OU=…) and a variable are one. */
function parts(joined: string): string[] {
  if (isTemplate(joined) || joined.includes('=')) {
    return [joined]
  }
  const found = joined
    .split(/[,;\t\r\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  return found.length > 1 ? found : [joined]
}

/** Text that was escaped for XML once more than it was read: people see "&amp;" on the login window. */
export const escapedTwice: Rule = (subject) =>
  configuredKeys(subject).flatMap(({ key, path, value }) => {
    const { domain } = key
    const texts: { path: PlistPath; value: string }[] =
      value.type === 'string'
        ? [{ path, value: value.value }]
        : value.type === 'array'
          ? value.items.flatMap((item, index) =>
              item.type === 'string' ? [{ path: [...path, index], value: item.value }] : [],
            )
          : []
    return texts
      .filter((each) => escapeIn(each.value) !== undefined)
      .map((each) => {
        const place = { domain, path: each.path }
        const message = `${nameOfPath(each.path)} looks as if it had been escaped twice: the value itself holds ${escapeIn(each.value)}, which people or the provider get as it is.`
        return advise(
          'escaped-twice',
          place,
          message,
          repair('Undo the escaping', [place, text(unescaped(each.value))]),
        )
      })
  })
