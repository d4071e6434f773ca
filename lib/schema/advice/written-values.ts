import type { PlistPath } from '../../plist/value'
import { escapeIn, unescaped } from '../escaped-text'
import { isTemplate } from '../templates'
import { nameOfPath, quoted } from '../words'
import { advise, type Rule, repair, text } from './rule'
import { configuredKeys } from './walk'

/** Lists of names, in which a comma separates two of them. In others it may belong to a sentence or an argument. */
const NAMES =
  /^(OIDCAdmin|OIDCSecondaryAccess|DenyLocalExcluded|MigrateUsersHide|MFAExcluded|SecureNetworks|PasswordSyncBlockList|HiddenMenuItems|ROPGSuccessCodes|SuccessCodes|Groups)$/

/** Whether the elements of the list of this name are names. */
export const isListOfNames = (key: string): boolean => NAMES.test(key)

/** Several names in one text of a list: Jamf Connect takes them for one name. */
export const oneTextList: Rule = (subject) =>
  configuredKeys(subject).flatMap(({ key, path, value }) => {
    if (value.type !== 'array' || !isListOfNames(key.name)) {
      return []
    }
    const place = { domain: key.domain, path }
    const items = value.items.flatMap((item) =>
      item.type === 'string' ? parts(item.value).map(text) : [item],
    )
    const joined = value.items.find((item) => item.type === 'string' && parts(item.value).length > 1)
    if (joined?.type !== 'string') {
      return []
    }
    const message = `${nameOfPath(path)} holds ${quoted(joined.value)} as one text. Jamf Connect takes it for one name; each needs an element of its own.`
    return [
      advise(
        'one-text-list',
        place,
        message,
        repair('Make each an element', [place, { type: 'array', items }]),
      ),
    ]
  })

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
