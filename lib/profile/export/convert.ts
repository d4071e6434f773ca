import { child, valueAt, withValue } from '../../plist/tree'
import type { PlistDict, PlistEntry, PlistValue } from '../../plist/value'
import { isProductDomain } from '../../products/domains'
import { directPayload, forced, text } from '../payloads/build'
import {
  isCommonPayloadKey,
  MANAGED_PREFERENCES,
  PREFERENCE_SETTINGS,
  strayMembers,
  textOf,
} from '../payloads/payload-keys'
import { type Marks, marksIn, withDerivedIdentity } from './derived-identity'

/**
 * The profile with all settings of Jamf Connect in one form. Foreign payloads, the order of payloads and settings, and
 * the keys of each payload stay. What the direct form cannot say stays in managed preferences: Set-Once, several
 * dictionaries of settings for one domain, payloads with something beside PayloadContent, and domains that are not Jamf
 * Connect's.
 */
export function inForm(root: PlistValue, form: 'direct' | 'managed-preferences'): PlistValue {
  const marks = marksIn(root)
  return withPayloads(root, (payload) => (form === 'direct' ? toDirect(payload, marks) : toManaged(payload)))
}

/** The profile with each payload of its PayloadContent replaced by those that `change` gives. */
export function withPayloads(
  root: PlistValue,
  change: (payload: PlistDict) => readonly PlistDict[],
): PlistValue {
  const content = child(root, 'PayloadContent')
  if (content?.type !== 'array') {
    return root
  }
  const items = content.items.flatMap((item): readonly PlistValue[] =>
    item.type === 'dict' ? change(item) : [item],
  )
  return withValue(root, ['PayloadContent'], { type: 'array', items })
}

function toManaged(payload: PlistDict): readonly PlistDict[] {
  const domain = textOf(payload, 'PayloadType')
  if (!isProductDomain(domain)) {
    return [payload]
  }
  const settings = payload.entries.filter(({ key }) => !isCommonPayloadKey(key))
  const common = { type: 'dict', entries: commonEntries(payload, MANAGED_PREFERENCES) } as const
  return [
    withValue(common, ['PayloadContent'], forced(domain, { type: 'dict', entries: settings })) as PlistDict,
  ]
}

function toDirect(payload: PlistDict, marks: Marks): readonly PlistDict[] {
  const content = child(payload, 'PayloadContent')
  const isManaged = textOf(payload, 'PayloadType') === MANAGED_PREFERENCES
  // Beside the settings of the direct form, what stands beside the domains would be a setting.
  if (!isManaged || content?.type !== 'dict' || strayMembers(payload).length > 0) {
    return [payload]
  }
  const converted = content.entries.filter((entry) => forcedSettings(entry) !== null)
  const rest = content.entries.filter((entry) => !converted.includes(entry))
  const kept =
    rest.length > 0 || converted.length === 0
      ? [withValue(payload, ['PayloadContent'], { type: 'dict', entries: rest }) as PlistDict]
      : []
  return [
    ...kept,
    ...converted.map((entry, index) => {
      const settings = forcedSettings(entry) ?? { type: 'dict', entries: [] }
      const direct = directPayload(commonEntries(payload, entry.key), settings)
      return kept.length + index === 0 ? direct : withDerivedIdentity(direct, entry.key, marks)
    }),
  ]
}

/** The settings of a domain of Jamf Connect that are forced in one dictionary, and nothing beside; else null. */
function forcedSettings({ key, value }: PlistEntry): PlistDict | null {
  const list = child(value, 'Forced')
  const [item, ...more] = list?.type === 'array' ? list.items : []
  const settings = item && valueAt(item, [PREFERENCE_SETTINGS])
  const alone = value.type === 'dict' && value.entries.length === 1 && more.length === 0
  const plain = item?.type === 'dict' && item.entries.length === 1
  return isProductDomain(key) && alone && plain && settings?.type === 'dict' ? settings : null
}

function commonEntries(payload: PlistDict, type: string): PlistEntry[] {
  return payload.entries
    .filter(({ key }) => isCommonPayloadKey(key))
    .map((entry) => (entry.key === 'PayloadType' ? { key: entry.key, value: text(type) } : entry))
}
