import type { ProfileStore } from '@/components/open-profile/profile-store'
import type { PlistValue } from '@/lib/plist/value'
import { keyWithId } from '@/lib/products/keys'

type Profile = Pick<ProfileStore, 'valueOf'>

/** What a key holds, by its id; undefined for one that is not configured, not known, or a credential. */
function shownValue(profile: Profile, id: string): PlistValue | undefined {
  const key = keyWithId(id)
  return key === undefined || key.definition.secret || key.definition.sensitive
    ? undefined
    : profile.valueOf(key.domain, key.path)
}

function textsIn(value: PlistValue | undefined): string[] {
  const items = value?.type === 'array' ? value.items : [value]
  return items.flatMap((item) => (item?.type === 'string' && item.value !== '' ? [item.value] : []))
}

const joined = (texts: readonly string[], between: string) =>
  texts.length === 0 ? undefined : texts.join(between)

/**
 * The configured text of a key by its id, items of a list with commas between them; undefined for one that is not configured,
 * holds no text, or is a credential.
 */
export const textAt = (profile: Profile, id: string): string | undefined =>
  joined(textsIn(shownValue(profile, id)), ', ')

/** The same as requests take it (`RequestToCopy`): items of a list one a line, a switch as "true" or "false". */
export function requestTextAt(profile: Profile, id: string): string | undefined {
  const value = shownValue(profile, id)
  return value?.type === 'boolean' ? String(value.value) : joined(textsIn(value), '\n')
}
