import type { ProfileStore } from '@/components/open-profile/profile-store'
import { keyWithId } from '@/lib/products/keys'

/**
 * The configured text of a key by its id, items of a list with commas between them; undefined for one that is not configured,
 * holds no text, or is a credential.
 */
export function textAt(profile: Pick<ProfileStore, 'valueOf'>, id: string): string | undefined {
  const key = keyWithId(id)
  if (key === undefined || key.definition.secret || key.definition.sensitive) {
    return undefined
  }
  const value = profile.valueOf(key.domain, key.path)
  const items = value?.type === 'array' ? value.items : [value]
  const texts = items.flatMap((item) => (item?.type === 'string' && item.value !== '' ? [item.value] : []))
  return texts.length === 0 ? undefined : texts.join(', ')
}
