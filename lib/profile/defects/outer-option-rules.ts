import { child } from '../../plist/tree'
import type { Check } from './envelope'

/** CFAbsoluteTime counts from 2001-01-01T00:00:00Z. */
const APPLE_EPOCH_SECONDS = 978_307_200

/** Rules for optional keys of the outer dictionary: https://developer.apple.com/documentation/devicemanagement/toplevel */
export const outerOptionRules: { readonly [rule: string]: Check } = {
  'removal-passcode-missing': ({ root, payloads }) => {
    const wanted = child(root, 'HasRemovalPasscode')
    const there = payloads.some(({ type }) => type === 'com.apple.profileRemovalPassword')
    return wanted?.type === 'boolean' && wanted.value && !there
      ? [
          {
            severity: 'advice',
            path: ['HasRemovalPasscode'],
            message:
              'HasRemovalPasscode is on, but no payload of type com.apple.profileRemovalPassword sets the password. Add one, or turn the key off.',
          },
        ]
      : []
  },

  'removal-date-past': ({ root, today }) => {
    const date = child(root, 'RemovalDate')
    return date?.type === 'date' && (date.value + APPLE_EPOCH_SECONDS) * 1000 < today.getTime()
      ? [
          {
            severity: 'advice',
            path: ['RemovalDate'],
            message:
              'RemovalDate has passed, so the Mac removes the profile at once. Choose a later date, or remove the key.',
            repair: {
              title: 'Remove the date',
              edits: [{ domain: null, path: ['RemovalDate'], value: null }],
            },
          },
        ]
      : []
  },

  'duration-until-removal': ({ root }) => {
    const duration = child(root, 'DurationUntilRemoval')
    return (duration?.type === 'integer' || duration?.type === 'real') && !(Number(duration.value) > 0)
      ? [
          {
            severity: 'advice',
            path: ['DurationUntilRemoval'],
            message: `DurationUntilRemoval is ${duration.value} seconds, which leaves the profile no time on the Mac. Choose a number above 0, or remove the key.`,
            repair: {
              title: 'Remove the key',
              edits: [{ domain: null, path: ['DurationUntilRemoval'], value: null }],
            },
          },
        ]
      : []
  },

  'target-device-type': ({ root }) => {
    const type = child(root, 'TargetDeviceType')
    return type?.type === 'integer' && type.value !== 0n && type.value !== 5n
      ? [
          {
            severity: 'advice',
            path: ['TargetDeviceType'],
            message: `TargetDeviceType ${type.value} is not the Mac; that is 5. Remove the key to let the profile install anywhere.`,
            repair: {
              title: 'Remove the key',
              edits: [{ domain: null, path: ['TargetDeviceType'], value: null }],
            },
          },
        ]
      : []
  },

  'consent-text-value': ({ root }) => {
    const consent = child(root, 'ConsentText')
    const wrong =
      consent?.type === 'dict' ? consent.entries.filter(({ value }) => value.type !== 'string') : []
    return wrong.map(({ key, value }) => ({
      severity: 'error',
      path: ['ConsentText', key],
      message: `ConsentText holds a text for each language; that of “${key}” is of type ${value.type}.`,
    }))
  },

  'consent-text-default': ({ root }) => {
    const consent = child(root, 'ConsentText')
    return consent?.type === 'dict' && consent.entries.length > 0 && !child(consent, 'default')
      ? [
          {
            severity: 'advice',
            path: ['ConsentText'],
            message:
              'ConsentText has no entry “default”, so people who use another language see nothing. Add it.',
          },
        ]
      : []
  },
}
