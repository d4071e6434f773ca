import { ProfileStore } from '@/components/open-profile/profile-store'
import type { Configuration } from '@/lib/api/configurations'
import { openProfile } from '@/lib/profile/open-profile'

/** A bare property list is told its domain by its file name; the list knows it, whatever the configuration is called. */
export const fileNameOf = ({ name, domains }: Pick<Configuration, 'name' | 'domains'>) =>
  `${domains.length === 1 ? domains[0] : name}.plist`

/** Opens bytes to look at them. Throws PlistError and ProfileError with a sentence for what cannot be read. */
export async function openBytes(bytes: Uint8Array, fileName?: string): Promise<ProfileStore> {
  return new ProfileStore(await openProfile(bytes, fileName))
}
