import { valueAt } from '../../plist/tree'
import type { PlistPath, PlistValue } from '../../plist/value'
import { isJamfConnectDomain } from '../domains'
import { MANAGED_PREFERENCES, textOf } from '../payload-keys'
import { type Check, type Found, named } from './envelope'
import { deviceOnlyTypes, singleTypes, userOnlyTypes } from './payload-limits'

/** Keys of Apple's payloads that hold credentials in clear text; whole words, so that PasswordAutoFill is none. */
const SECRET_KEYS = new Set([
  'Challenge',
  'DMFAClientSecret',
  'Password',
  'ClientSecret',
  'ProxyPassword',
  'RegistrationToken',
  'SharedSecret',
  'AuthPassword',
  'UserPassword',
])

/** Rules for payloads beside those of Jamf Connect. */
export const foreignRules: { readonly [rule: string]: Check } = {
  'single-payload-type': ({ payloads }) =>
    payloads
      .filter(
        ({ type }, index) =>
          singleTypes.has(type) && payloads.findIndex((other) => other.type === type) < index,
      )
      .map((payload) => ({
        severity: 'error',
        path: payload.path,
        message: `${named(payload)} is the second of type ${payload.type}, of which macOS takes one. Put its settings into the first.`,
      })),

  'scope-of-payload': ({ root, payloads }) => {
    const scope = textOf(root, 'PayloadScope')
    const wrong = scope === 'User' ? deviceOnlyTypes : scope === 'System' ? userOnlyTypes : new Set()
    return payloads
      .filter(({ type }) => wrong.has(type))
      .map((payload) => ({
        severity: 'advice',
        path: payload.path,
        message: `${named(payload)} (${payload.type}) works in ${scope === 'User' ? 'the System scope' : 'the User scope'} only. Move it to a profile of that scope.`,
      }))
  },

  'secret-in-payload': ({ payloads, root }) =>
    payloads
      .filter(({ type }) => !isJamfConnectDomain(type) && type !== MANAGED_PREFERENCES)
      .flatMap((payload) =>
        secretsIn(payload.path, valueAt(root, payload.path)).map(
          (path): Found => ({
            severity: 'advice',
            path,
            message: `${named(payload)} holds ${path.at(-1)} in clear text. Everybody who gets the file can read it.`,
          }),
        ),
      ),
}

function secretsIn(path: PlistPath, node: PlistValue | undefined): PlistPath[] {
  if (node?.type === 'array') {
    return node.items.flatMap((item, index) => secretsIn([...path, index], item))
  }
  if (node?.type !== 'dict') {
    return []
  }
  return node.entries.flatMap(({ key, value }) => {
    const secret = SECRET_KEYS.has(key) && value.type === 'string' && isClearText(value.value)
    // Payloads inside this one have rows of their own.
    return secret
      ? [[...path, key]]
      : key === 'PayloadContent' && value.type === 'array'
        ? []
        : secretsIn([...path, key], value)
  })
}

/** Variables that an MDM fills in ($PASSWORD, {{secret}}, %password%) are no secrets. */
function isClearText(value: string): boolean {
  return value.trim() !== '' && !/^(\$\w+|\$\{.*\}|\{\{.*\}\}|%\w+%|\$\(.*\))$/s.test(value.trim())
}
