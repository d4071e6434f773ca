import { useQuery } from '@tanstack/react-query'
import { readVersion } from '@/components/library/requests'
import { ProfileStore } from '@/components/open-profile/profile-store'
import { patchXml } from '@/lib/plist/xml/patch'
import { withHidden } from '@/lib/profile/compare/hidden'
import { openProfile } from '@/lib/profile/open-profile'

/** One of two profiles that are compared: what it is called, and the profile. */
export type Side = { readonly label: string; readonly profile: ProfileStore }

/** Opens bytes to compare them. Throws PlistError and ProfileError with a sentence for what cannot be read. */
export async function openSide(bytes: Uint8Array, fileName: string): Promise<ProfileStore> {
  return new ProfileStore(await openProfile(bytes, fileName))
}

/** One version of a configuration; a version never changes. */
export function useVersion(id: string, number: number, fileName: string, enabled = true) {
  return useQuery({
    queryKey: ['version', id, number, fileName],
    queryFn: async () => openSide(await readVersion(id, number), fileName),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    enabled,
  })
}

/** The XML of both, with dots for credentials. */
export function textsOf(before: ProfileStore, after: ProfileStore): readonly [string, string] {
  const text = ({ snapshot, fileName }: ProfileStore, beside?: ProfileStore) =>
    patchXml(snapshot.source, withHidden(snapshot.root, fileName, beside?.root))
  return [text(before), text(after, before)]
}
