import { child } from '../../plist/tree'
import type { PlistDict, PlistEntry, PlistValue } from '../../plist/value'
import { isProductDomain } from '../../products/domains'
import { newProfile } from '../identity'
import { newPayload } from '../payloads/build'
import { derivedUuid } from '../uuid'
import type { Found } from './container'

const NAME = 'Managed preferences'

/**
 * The settings in a list of preference domains, such as /Library/Managed Preferences/USER/complete.plist, where macOS
 * keeps each setting as { mcxdomain, source, value }; a list that holds the settings themselves is read alike. The
 * domains of Jamf Connect become one profile, with an identity that is the same each time; others are named only.
 */
export function domainsInList(root: PlistValue): Found | null {
  const entries = root.type === 'dict' ? root.entries : []
  const own = entries.filter(({ key, value }) => isProductDomain(key) && value.type === 'dict')
  if (own.length === 0) {
    const isComplete = entries.some(({ value }) => child(firstOf(value), 'mcxdomain') !== undefined)
    return isComplete ? { kind: KIND, parts: [], unread: entries.map(({ key }) => key) } : null
  }
  return {
    kind: KIND,
    parts: [{ name: NAME, root: profileOf(own) }],
    unread: entries.filter((entry) => !own.includes(entry)).map(({ key }) => key),
  }
}

const KIND = 'a list of managed preferences'

function profileOf(domains: readonly PlistEntry[]): PlistDict {
  const uuid = derivedUuid(NAME, domains.map(({ key }) => key).join(' '))
  const profile = newProfile({ name: NAME, newUuid: () => uuid })
  const payloads = domains.map(({ key, value }) => {
    const own = derivedUuid(uuid, key)
    const settings: PlistDict = {
      type: 'dict',
      entries: value.type === 'dict' ? value.entries.map(bare) : [],
    }
    return newPayload('direct', key, settings, { identifier: `${key}.${own}`, uuid: own })
  })
  return {
    type: 'dict',
    entries: profile.entries.map((entry) =>
      entry.key === 'PayloadContent' ? { ...entry, value: { type: 'array', items: payloads } } : entry,
    ),
  }
}

/** The setting without what macOS notes about where it comes from. */
function bare({ key, value }: PlistEntry): PlistEntry {
  const inner = child(value, 'value')
  const noted = value.type === 'dict' && value.entries.every((entry) => NOTES.includes(entry.key))
  return { key, value: noted && inner !== undefined ? inner : value }
}

const NOTES = ['mcxdomain', 'source', 'value', 'state', 'name', 'timestamp', 'UPK']

function firstOf(value: PlistValue): PlistValue | undefined {
  return value.type === 'dict' ? value.entries[0]?.value : undefined
}
