import { child } from '../../plist/tree'
import type { PlistDict, PlistValue } from '../../plist/value'
import { deviceOnlyTypes, singleTypes, userOnlyTypes } from '../../products/apple/payload-limits'
import { isProductDomain, meantDomain } from '../../products/domains'
import { distance } from '../../schema/nearest'
import { MANAGED_PREFERENCES, PREFERENCE_SETTINGS, PREFERENCE_STATES } from './payload-keys'

/** Types of payloads that stand around or beside Jamf Connect: https://github.com/apple/device-management (mdm/profiles) */
const BESIDE: readonly string[] = [
  'Configuration',
  MANAGED_PREFERENCES,
  'com.apple.ADCertificate.managed',
  'com.apple.DirectoryService.managed',
  'com.apple.SetupAssistant.managed',
  'com.apple.TCC.configuration-profile-policy',
  'com.apple.associated-domains',
  'com.apple.extensiblesso',
  'com.apple.loginitems.managed',
  'com.apple.loginwindow',
  'com.apple.mobiledevice.passwordpolicy',
  'com.apple.notificationsettings',
  'com.apple.security.FDERecoveryKeyEscrow',
  'com.apple.security.pkcs1',
  'com.apple.security.pkcs12',
  'com.apple.security.root',
  'com.apple.servicemanagement',
  'com.apple.system-extension-policy',
  'com.apple.wifi.managed',
]

/** Names of something else on a Mac that profiles have had as a type: the right that changing system extensions asks for. */
const TAKEN_FOR: ReadonlyMap<string, string> = new Map([
  ['com.apple.system-extensions.admin', 'com.apple.system-extension-policy'],
])

const KNOWN: readonly string[] = [
  ...new Set([...BESIDE, ...singleTypes, ...deviceOnlyTypes, ...userOnlyTypes]),
]
const BY_LETTERS = new Map(KNOWN.map((type) => [letters(type), type]))

/**
 * The payload type of Apple's that a misspelt one means: the same letters in other case, with other separators or with
 * white space around, or up to two wrong letters of a type that matters beside Jamf Connect. Types that end in a number
 * differ from others in that only, so that they have to have all letters. Null when the name is right, or like none;
 * `meantDomain` tells the domains of Jamf Connect.
 */
export function meantType(type: string): string | null {
  if (KNOWN.includes(type) || type.length > 80 || meantDomain(type) !== null || isProductDomain(type)) {
    return null
  }
  const plain = letters(type)
  const same = TAKEN_FOR.get(type) ?? BY_LETTERS.get(plain)
  if (same !== undefined || /\d$/.test(plain)) {
    return same ?? null
  }
  return BESIDE.find((name) => !/\d$/.test(name) && distance(plain, letters(name), 2) <= 2) ?? null
}

/** Whether the PayloadContent of a payload is what managed preferences hold: domains with settings that are forced or set once. */
export function holdsPreferences(payload: PlistDict): boolean {
  const content = child(payload, 'PayloadContent')
  return content?.type === 'dict' && content.entries.some(({ value }) => isPreferences(value))
}

function isPreferences(states: PlistValue): boolean {
  return PREFERENCE_STATES.some((state) => {
    const list = child(states, state)
    return list?.type === 'array' && list.items.some((item) => child(item, PREFERENCE_SETTINGS))
  })
}

function letters(type: string): string {
  return type.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
}
