import type { Issue } from '../api/issue'
import type { PlistPath, PlistValue } from '../plist/value'
import { appleKeyRules } from './defects/apple/key-rules'
import { appleLimitRules } from './defects/apple/limit-rules'
import { appleReferenceRules } from './defects/apple/reference-rules'
import { appleValueRules } from './defects/apple/value-rules'
import { appleVariableRules } from './defects/apple/variable-rules'
import { encryptionRules } from './defects/encryption-rules'
import { type Check, envelopeOf } from './defects/envelope'
import { foreignRules, listIssues } from './defects/foreign-rules'
import { identityRules } from './defects/identity-rules'
import { misspeltKeyRules } from './defects/misspelt-key-rules'
import { noProfile } from './defects/no-profile'
import { outerOptionRules } from './defects/outer-option-rules'
import { outerRules } from './defects/outer-rules'
import { payloadRules } from './defects/payload-rules'
import { preferenceRules } from './defects/preference-rules'
import { settingsRules } from './defects/settings-rules'
import { shownTextRules } from './defects/shown-text-rules'
import { typeRules } from './defects/type-rules'
import { unreadRules } from './defects/unread-rules'
import { uploadRules } from './defects/upload-rules'
import { isProfile, type SettingsPlace } from './payloads/shapes'
import { type NewUuid, randomUuid } from './uuid'

/** Every rule about what is around the settings, by name. */
export const envelopeRules: { readonly [rule: string]: Check } = {
  ...misspeltKeyRules,
  ...outerRules,
  ...outerOptionRules,
  ...encryptionRules,
  ...typeRules,
  ...payloadRules,
  ...shownTextRules,
  ...identityRules,
  ...preferenceRules,
  ...unreadRules,
  ...settingsRules,
  ...uploadRules,
  ...foreignRules,
  ...appleKeyRules,
  ...appleValueRules,
  ...appleLimitRules,
  ...appleReferenceRules,
  ...appleVariableRules,
}

/**
 * What is wrong with the profile around its settings, by Apple's rules; the settings themselves are the business of
 * lib/schema. Paths start at the root of the profile. A bare property list has no envelope; of one that is not Jamf
 * Connect's, it is said whose it is, going by `fileName`, and what of it is a credential. `today` decides what has expired, `newUuid` makes the UUIDs of repairs.
 */
export function envelopeIssues(
  root: PlistValue,
  places: readonly SettingsPlace[],
  options: { readonly today?: Date; readonly newUuid?: NewUuid; readonly fileName?: string } = {},
): Issue[] {
  if (!isProfile(root)) {
    const fileName = options.fileName ?? ''
    return [...noProfile(root, fileName), ...(places.length > 0 ? [] : listIssues(root, fileName))]
  }
  const { today = new Date(), newUuid = randomUuid } = options
  const envelope = envelopeOf(root, places, { today, newUuid })
  const issues = Object.entries(envelopeRules).flatMap(([rule, check]) =>
    check(envelope).map((found) => ({ domain: null, rule, ...found })),
  )
  const spelled = new Set(
    issues.filter(({ rule }) => rule === MISSPELT).map(({ repair }) => placeOf(repair?.edits[1])),
  )
  return issues.filter((issue) => issue.rule === MISSPELT || !spelled.has(placeOf(issue)))
}

const MISSPELT = 'misspelt-profile-key'

/** A key that lacks only because it is misspelt is told once: the repair of the spelling gives it its value. */
function placeOf(place: { readonly path: PlistPath } | undefined): string {
  return place === undefined ? '' : JSON.stringify(place.path)
}
