import { child } from '../../plist/tree'
import type { PlistPath, PlistValue } from '../../plist/value'
import { isKnownKey } from '../payloads/known-keys'
import {
  MANAGED_PREFERENCES,
  type Payload,
  PREFERENCE_SETTINGS,
  PREFERENCE_STATES,
} from '../payloads/payload-keys'
import { type ManagedDomain, managedDomains } from '../payloads/shapes'
import { type Check, type Envelope, type Found, named, setting } from './envelope'

const TIMESTAMP = 'mcx_data_timestamp'

type Dictionary = {
  readonly path: PlistPath
  readonly state: string
  readonly domain: string
  readonly value: PlistValue
}

/** Rules for com.apple.ManagedClient.preferences: https://developer.apple.com/documentation/devicemanagement/managedpreferences */
export const preferenceRules: { readonly [rule: string]: Check } = {
  'preferences-content': ({ payloads }) =>
    payloads.filter(isManaged).flatMap((payload): Found[] => {
      const content = child(payload.dict, 'PayloadContent')
      return content?.type === 'dict' && content.entries.length > 0
        ? []
        : [
            fault(
              payload.path,
              `${named(payload)} holds no dictionary of preference domains in PayloadContent, so it sets nothing.`,
            ),
          ]
    }),

  'preferences-state': (envelope) =>
    domainsIn(envelope).flatMap(({ domain, path, states }): Found[] => {
      const keys = states.type === 'dict' ? states.entries.map(({ key }) => key) : []
      const known = keys.filter((key) => (PREFERENCE_STATES as readonly string[]).includes(key))
      if (isKnownKey(domain)) {
        const message = `${domain} is a setting of Jamf Connect and stands among the preference domains, where a Mac takes its name for that of a domain. It has no effect; move it to the settings of its domain.`
        return [fault(path, message)]
      }
      return keys.length > 0 && known.length === keys.length
        ? []
        : [
            fault(
              path,
              `The preferences of ${domain} stand under “Forced” or “Set-Once”; here is ${keys.length > 0 ? `“${keys.find((key) => !known.includes(key))}”` : 'neither'}. The Mac ignores them.`,
            ),
          ]
    }),

  'preferences-list': (envelope) =>
    domainsIn(envelope).flatMap(({ domain, path, states }) =>
      PREFERENCE_STATES.flatMap((state): Found[] => {
        const list = child(states, state)
        const at = [...path, state]
        if (list === undefined || (list.type === 'array' && list.items.length === 1)) {
          return []
        }
        const message = `“${state}” of ${domain} is a list with one dictionary of settings; here it is ${list.type === 'array' ? `a list of ${list.items.length}` : `of type ${list.type}`}.`
        return [
          list.type === 'dict'
            ? {
                ...fault(at, message),
                repair: setting('Put it into a list', at, { type: 'array', items: [list] }),
              }
            : fault(at, message),
        ]
      }),
    ),

  'preferences-settings': (envelope) =>
    preferenceDictionaries(envelope)
      .filter(({ value }) => child(value, PREFERENCE_SETTINGS)?.type !== 'dict')
      .map(({ path, domain, state }) =>
        fault(
          path,
          `“${state}” of ${domain} lacks the dictionary ${PREFERENCE_SETTINGS}, so nothing is set. Put the settings into it.`,
        ),
      ),

  'set-once-without-timestamp': (envelope) =>
    preferenceDictionaries(envelope)
      .filter(({ state, value }) => state === 'Set-Once' && child(value, TIMESTAMP) === undefined)
      .map(({ path, domain }) => ({
        severity: 'advice',
        path,
        message: `“Set-Once” of ${domain} has no ${TIMESTAMP}, so the Mac writes the settings again at every sign-in. Add the date, or force the settings.`,
      })),

  'timestamp-not-a-date': (envelope) =>
    preferenceDictionaries(envelope)
      .filter(({ value }) => (child(value, TIMESTAMP)?.type ?? 'date') !== 'date')
      .map(({ path, domain }) =>
        fault(
          [...path, TIMESTAMP],
          `The ${TIMESTAMP} of ${domain} is not of type date, so the Mac cannot compare it. Write it as a date.`,
        ),
      ),
}

const isManaged = ({ type }: Payload) => type === MANAGED_PREFERENCES

function domainsIn({ payloads }: Envelope): readonly ManagedDomain[] {
  return payloads.filter(isManaged).flatMap(managedDomains)
}

/** The dictionaries under “Forced” and “Set-Once” of every domain in managed preferences. */
export function preferenceDictionaries(envelope: Envelope): readonly Dictionary[] {
  return domainsIn(envelope).flatMap(({ domain, path, states }) =>
    PREFERENCE_STATES.flatMap((state) => {
      const list = child(states, state)
      const items = list?.type === 'array' ? list.items : []
      return items.map((value, index) => ({ domain, state, value, path: [...path, state, index] }))
    }),
  )
}

function fault(path: PlistPath, message: string): Found {
  return { severity: 'error', path, message }
}
