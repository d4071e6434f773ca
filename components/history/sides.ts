import { queryOptions, useQuery } from '@tanstack/react-query'
import { openBytes } from '@/components/library/open-bytes'
import { readVersion } from '@/components/library/requests'
import type { ProfileStore } from '@/components/open-profile/profile-store'
import { patchXml } from '@/lib/plist/xml/patch'
import { withHidden } from '@/lib/profile/compare/hidden'

/** One of two profiles that are compared: what it is called, and the profile. */
export type Side = { readonly label: string; readonly profile: ProfileStore }

/** What is compared: versions of one configuration, one of them and a file, or two configurations, which have each a name of their own. */
export type Between = 'versions' | 'file' | 'configurations'

/** The bytes of one version. It never changes, and the timeline and the comparison ask for the same ones. */
export const versionBytes = (id: string, number: number) =>
  queryOptions({
    queryKey: ['version', id, number, 'bytes'],
    queryFn: () => readVersion(id, number),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })

/** One version of a configuration, opened. */
export function useVersion(id: string, number: number, fileName: string, enabled = true) {
  return useQuery({
    queryKey: ['version', id, number, fileName],
    queryFn: async ({ client }) => openBytes(await client.fetchQuery(versionBytes(id, number)), fileName),
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
