import { child } from '../../plist/tree'
import type { PlistType } from '../../plist/value'
import { keyTypes } from '../../products/apple/key-types'
import { meantValue } from '../../products/apple/payloads/meant'
import { series } from '../../schema/condition-words'
import { text, whole } from '../payloads/build'
import { type Payload, textOf } from '../payloads/payload-keys'
import { type Check, type Found, holdersOf, named, setting } from './envelope'

/** Rules for the profile and each payload: https://developer.apple.com/documentation/devicemanagement/commonpayloadkeys */
export const payloadRules: { readonly [rule: string]: Check } = {
  'payload-version': (envelope) =>
    holdersOf(envelope).flatMap((holder) => {
      const version = child(holder.dict, 'PayloadVersion')
      const path = [...holder.path, 'PayloadVersion']
      // Macs take a payload without it, and published profiles have such; a profile needs it.
      const severity = version === undefined && holder.path.length > 0 ? 'advice' : 'error'
      return version?.type === 'integer' && version.value === 1n
        ? []
        : [
            {
              severity,
              path,
              message: `${named(holder)} ${version ? 'has another PayloadVersion than' : 'lacks PayloadVersion,'} the integer 1. Set it to 1.`,
              repair: setting('Set PayloadVersion to 1', path, whole(1)),
            },
          ]
    }),

  'payload-type-missing': ({ payloads }) =>
    payloads
      .filter(({ type }) => type.trim() === '')
      .map((payload) => ({
        severity: 'error',
        path: [...payload.path, 'PayloadType'],
        message: `${named(payload)} has no PayloadType, so the Mac does not know what it is for. Name its type.`,
      })),

  'payload-identifier-missing': (envelope) =>
    holdersOf(envelope)
      .filter(({ dict }) => textOf(dict, 'PayloadIdentifier').trim() === '')
      .map((holder) => {
        const path = [...holder.path, 'PayloadIdentifier']
        const uuid = textOf(holder.dict, 'PayloadUUID') || envelope.newUuid()
        const fresh = holder.path.length === 0 || !holder.type ? uuid : `${holder.type}.${uuid}`
        return {
          severity: 'error',
          path,
          message: `${named(holder)} has no PayloadIdentifier. The Mac needs it to tell an update from another profile.`,
          repair: setting('Use an identifier from its UUID', path, text(fresh)),
        }
      }),

  'payload-key-type': (envelope) =>
    holdersOf(envelope).flatMap((holder) =>
      Object.entries(keyTypes)
        .filter(([, type]) => type.in === 'any' || holder.path.length === 0)
        .flatMap(([key, { types }]) => wrongType(holder, key, types)),
    ),
}

function wrongType(holder: Payload, key: string, types: readonly PlistType[]): readonly Found[] {
  const value = child(holder.dict, key)
  const [type] = types
  if (value === undefined || type === undefined || types.includes(value.type)) {
    return []
  }
  const path = [...holder.path, key]
  const meant = meantValue(value, { type })
  return [
    {
      severity: 'error',
      path,
      message: `${key} of ${named(holder).replace(/^The/, 'the')} is of type ${value.type}; macOS expects ${series(types, 'or')}.`,
      ...(meant ? { repair: setting(`Change it to ${meant.type}`, path, meant) } : {}),
    },
  ]
}
