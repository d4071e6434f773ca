import { child } from '../../plist/tree'
import type { PlistDict, PlistPath } from '../../plist/value'
import { isProductDomain } from '../../products/domains'
import { distance } from '../../schema/nearest'
import { shortened } from '../../schema/words'
import { isKnownKey } from '../payloads/known-keys'
import {
  holdsPayloads,
  isLonePayload,
  MANAGED_PREFERENCES,
  type Payload,
  PREFERENCE_SETTINGS,
  PREFERENCE_STATES,
  strayMembers,
} from '../payloads/payload-keys'
import { managedDomains, settingsAt } from '../payloads/shapes'
import { type Check, type Found, named } from './envelope'
import { meantKey, PROFILE_KEYS } from './misspelt-key-rules'
import { preferenceDictionaries } from './preference-rules'

/** Keys beside the settings of a domain: the time of Set-Once, and the lists that MCX joins (mcxToProfile). */
const BESIDE_SETTINGS: readonly string[] = [
  PREFERENCE_SETTINGS,
  'mcx_data_timestamp',
  'mcx_union_policy_keys',
]

/**
 * Rules for what stands where no Mac looks for it. A Mac reads settings from payloads and from the domains of managed
 * preferences only.
 */
export const unreadRules: { readonly [rule: string]: Check } = {
  'settings-outside-payloads': ({ root, outer }) =>
    isLonePayload(root)
      ? []
      : unread(outer.dict, [], 'at the top of the profile. A Mac reads settings from its payloads only'),

  'settings-beside-domains': ({ payloads }) =>
    payloads
      .filter(({ type }) => type === MANAGED_PREFERENCES)
      .flatMap((payload) =>
        unread(
          { type: 'dict', entries: strayMembers(payload.dict) },
          payload.path,
          `beside the PayloadContent of ${named(payload).replace(/^The/, 'the')}. A Mac reads managed preferences from the domains in it only`,
        ),
      ),

  'key-beside-domains': ({ payloads }) =>
    payloads
      .filter(
        ({ type, dict }) => type === MANAGED_PREFERENCES && child(dict, 'PayloadContent')?.type === 'dict',
      )
      .flatMap((payload) =>
        strayMembers(payload.dict)
          // Among settings that are not Jamf Connect's, a text is taken for somebody's note.
          .filter(({ value }) => holdsJamfConnect(payload) || value.type !== 'string')
          .filter(({ key }) => !isOurs(key) && !PROFILE_KEYS.includes(key) && meantKey(key, payload) === null)
          .map(({ key }) => ({
            severity: 'advice',
            path: [...payload.path, key],
            message: `“${shortened(key)}” stands beside the PayloadContent of ${named(payload).replace(/^The/, 'the')}. It is no key of Apple's payloads${holdsJamfConnect(payload) ? ' and no setting of Jamf Connect' : ''}, so nothing is known to read it there. Remove it, or move it to the settings that it belongs to, unless a tool of yours put it there.`,
          })),
      ),

  'settings-beside-settings': (envelope) =>
    preferenceDictionaries(envelope).flatMap(({ path, domain, value }) =>
      value.type !== 'dict' || child(value, PREFERENCE_SETTINGS) === undefined
        ? []
        : value.entries
            .filter(
              ({ key, value: held }) =>
                !BESIDE_SETTINGS.includes(key) && (isOurs(key) || held.type === 'dict'),
            )
            .map(({ key }) =>
              fault(
                [...path, key],
                `“${shortened(key)}” stands beside ${PREFERENCE_SETTINGS} of ${domain}. A Mac reads the settings in ${PREFERENCE_SETTINGS} only, so it has no effect. Move it there.`,
              ),
            ),
    ),

  'wrapped-settings': ({ root, places }) =>
    places.flatMap((place) =>
      settingsAt(root, place)
        .entries.filter(({ key }) => isWrapper(key))
        .map(({ key }) =>
          fault(
            [...place.path, key],
            `“${shortened(key)}” stands among the settings of ${place.domain}, where it is a setting that nothing reads. Put what it holds in its place.`,
          ),
        ),
    ),

  'profile-in-profile': ({ payloads }) =>
    payloads
      .filter(({ path, type, dict }) => path.length > 0 && (type === 'Configuration' || holdsPayloads(dict)))
      .map(({ path, type }) =>
        fault(
          path,
          type === 'Configuration'
            ? 'A whole profile stands among the payloads of this one. Apple documents no payload of type Configuration, so nothing in it is known to take effect. Make it a file of its own.'
            : `A payload of type ${shortened(type) || 'none'} lists payloads of its own. Apple documents payloads in the PayloadContent of the profile only, so those are not known to take effect. Move them there.`,
        ),
      ),
}

/** Whether a payload is one of managed preferences with settings of Jamf Connect. */
function holdsJamfConnect(payload: Payload): boolean {
  return (
    payload.type === MANAGED_PREFERENCES &&
    managedDomains(payload).some(({ domain }) => isProductDomain(domain))
  )
}

function unread(dict: PlistDict, path: PlistPath, where: string): Found[] {
  return dict.entries
    .filter(({ key }) => isOurs(key))
    .map(({ key }) =>
      fault(
        [...path, key],
        `“${shortened(key)}” stands ${where}, so it has no effect there. Move it to the settings that it belongs to, or remove it.`,
      ),
    )
}

/** Whether a key belongs among settings: those of Jamf Connect, its domains, and what managed preferences are made of. */
function isOurs(key: string): boolean {
  return isWrapper(key) || isKnownKey(key)
}

/** A level of managed preferences: a domain, a state, or the dictionary of settings, its spelling a little off or not. */
function isWrapper(key: string): boolean {
  return (
    isProductDomain(key) ||
    PREFERENCE_STATES.some((state) => state === key) ||
    (key.startsWith('mcx') && distance(key, PREFERENCE_SETTINGS, 2) <= 2)
  )
}

function fault(path: PlistPath, message: string): Found {
  return { severity: 'error', path, message }
}
