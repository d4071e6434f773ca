import type { ProfileStore } from '@/components/open-profile/profile-store'

/** A text of the profile itself as it was saved last; empty where there was none. */
export function savedText(profile: ProfileStore, key: string): string {
  const value = profile.savedAt([key])
  return value?.type === 'string' ? value.value : ''
}
