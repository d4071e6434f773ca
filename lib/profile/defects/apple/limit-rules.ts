import { child } from '../../../plist/tree'
import type { PlistValue } from '../../../plist/value'
import { mdmOnlyTypes, retiredTypes } from '../../../products/apple/payload-limits'
import { deniedOnly, privacy } from '../../../products/apple/payloads/privacy'
import { nameOfPath } from '../../../schema/words'
import { textOf } from '../../payloads/payload-keys'
import { type Check, type Found, named } from '../envelope'
import { knownValues } from './places'

/**
 * Rules for where and when macOS takes payloads and keys of Apple, by their supportedOS flags in
 * https://github.com/apple/device-management/tree/release/mdm/profiles (macOS 15.1), a file for each type of payload.
 */
export const appleLimitRules: { readonly [rule: string]: Check } = {
  'retired-payload-type': ({ payloads }) =>
    payloads.flatMap((payload): Found[] => {
      const retired = Object.hasOwn(retiredTypes, payload.type) ? retiredTypes[payload.type] : undefined
      return retired === undefined
        ? []
        : [
            {
              severity: 'advice',
              path: payload.path,
              message: `${named(payload)} (${payload.type}) is of a type that Apple documents as ${retired.removed === undefined ? `deprecated since macOS ${retired.deprecated}` : `removed in macOS ${retired.removed}`}. Keep it only for Macs that are older.`,
            },
          ]
    }),

  /** Most profiles are sent by an MDM. That one is for people to open shows by what only they see. */
  'mdm-only-payload': (envelope) => {
    const sign = signOfPeople(envelope.root)
    if (sign === undefined) {
      return []
    }
    const types = envelope.payloads
      .filter(({ type }) => mdmOnlyTypes.has(type))
      .map((payload) => ({ path: payload.path, what: `${named(payload)} (${payload.type})` }))
    const keys = knownValues(envelope)
      .filter(({ fact }) => fact.mdmOnly)
      .map(({ path, place }) => ({
        path: [...place.path, ...path],
        what: `${place.name}: ${nameOfPath(path)}`,
      }))
    return [...types, ...keys].map(({ path, what }) => ({
      severity: 'advice',
      path,
      message: `${what} is taken from an MDM only, while ${sign} is for profiles that people open and install. Apple does not allow it there: send the profile by an MDM.`,
    }))
  },

  'scope-of-key': (envelope) =>
    textOf(envelope.root, 'PayloadScope').toLowerCase() === 'user'
      ? knownValues(envelope)
          .filter(({ fact }) => fact.deviceOnly)
          .map(({ path, place }) => ({
            severity: 'advice',
            path: [...place.path, ...path],
            message: `${place.name}: ${nameOfPath(path)} works in the System scope only, and PayloadScope is “User”.`,
          }))
      : [],

  /** The services and their limits are in the texts of com.apple.TCC.configuration-profile-policy.yaml. */
  'privacy-answer': (envelope) =>
    knownValues(envelope)
      .filter(({ place }) => place.facts === privacy)
      .flatMap(({ path, value, place }): Found[] => {
        const [, service] = path
        const key = path.at(-1)
        const limit =
          path.length !== 4 || typeof service !== 'string' ? undefined : limitOf(service, key, value)
        return limit === undefined
          ? []
          : [
              {
                severity: 'advice',
                path: [...place.path, ...path],
                message: `${place.name}: ${nameOfPath(path)} ${limit}`,
              },
            ]
      }),
}

/** What shows that people open a profile themselves: a question to them, or a password for its removal. */
function signOfPeople(root: PlistValue): string | undefined {
  const consent = child(root, 'ConsentText')
  const passcode = child(root, 'HasRemovalPasscode')
  return consent?.type === 'dict' && consent.entries.length > 0
    ? 'ConsentText'
    : passcode?.type === 'boolean' && passcode.value
      ? 'HasRemovalPasscode'
      : undefined
}

const STANDARD_USERS = 'AllowStandardUserToSetSystemService'

function limitOf(service: string, key: unknown, value: PlistValue): string | undefined {
  const answer = value.type === 'string' ? value.value : undefined
  const allows =
    (key === 'Allowed' && value.type === 'boolean' && value.value) ||
    (key === 'Authorization' && answer === 'Allow')
  if (allows && deniedOnly.includes(service)) {
    return `allows what a profile can only deny: access to ${service} is given by the person at the Mac.`
  }
  return key === 'Authorization' &&
    answer === STANDARD_USERS &&
    !['ListenEvent', 'ScreenCapture'].includes(service)
    ? `is ${STANDARD_USERS}, which Apple documents for ListenEvent and ScreenCapture only.`
    : undefined
}
