import type { PlistPath, PlistValue } from '../../../plist/value'
import { nameOfPath } from '../../../schema/words'
import { isSystemAccount } from '../../apple/system-accounts'
import type { KeyId } from '../manifests/key-ids'
import { configuredKeys } from './looked-up'
import { advise, type Rule } from './rule'

/** Keys that name an account of a person or of an administrator, with what an account of macOS itself does there. */
const accountKeys: { readonly [id: string]: string | undefined } = {
  'login/EnrollmentUserName':
    'The login window fills it in for whoever enrolled the Mac. Give the variable of your MDM that holds that user.',
  'login/DenyLocalExcluded': 'No person has it. Name a local administrator account of your own.',
  'login/LAPSUser': 'Name the local administrator account whose password is managed.',
  'connect/Kerberos/ShortName':
    'Tickets would be asked for under that name. Give the short name in the directory.',
} satisfies { readonly [id in KeyId]?: string }

/** Accounts that macOS has by itself, where the name of somebody else is meant. */
export const systemAccounts: Rule = (subject) =>
  configuredKeys(subject).flatMap(({ key, path, value }) => {
    const end = accountKeys[key.id]
    return end === undefined
      ? []
      : namesIn(path, value)
          .filter(({ name }) => isSystemAccount(shortNameOf(name)))
          .map(({ name, path: at }) =>
            advise(
              'system-account',
              { domain: key.domain, path: at },
              `${nameOfPath(at)} is ${name.trim()}, an account of macOS itself. ${end}`,
            ),
          )
  })

function namesIn(path: PlistPath, value: PlistValue): { readonly path: PlistPath; readonly name: string }[] {
  if (value.type === 'array') {
    return value.items.flatMap((item, index) => namesIn([...path, index], item))
  }
  return value.type === 'string' ? [{ path, name: value.value }] : []
}

/** Jamf Connect cuts what stands behind the @. */
const shortNameOf = (name: string) => name.trim().split('@', 1)[0] ?? ''
