import { useQuery } from '@tanstack/react-query'
import { openBytes } from '@/components/library/open-bytes'
import { readConfiguration, readVersion } from '@/components/library/requests'
import type { ProfileStore } from '@/components/open-profile/profile-store'
import type { StaleProblem } from '@/lib/api/problem'
import type { PlistValue } from '@/lib/plist/value'

/** Their newest version, and what both sides began from. */
export type Met = { readonly base: PlistValue; readonly theirs: ProfileStore; readonly version: number }

const NOTHING: PlistValue = { type: 'dict', entries: [] }

/**
 * Reads what a stale save met. Without the version that it began from, everything that both sides have and that is not the
 * same is asked for.
 */
export function useMet(id: string, stale: StaleProblem, fileName: string) {
  return useQuery({
    queryKey: ['configuration', id, 'met', stale.base?.number, stale.newest.number],
    queryFn: async (): Promise<Met> => {
      const [newest, base] = await Promise.all([
        readConfiguration(id),
        stale.base === null ? null : readVersion(id, stale.base.number),
      ])
      return {
        base: base === null ? NOTHING : (await openBytes(base, fileName)).root,
        theirs: await openBytes(newest.bytes, fileName),
        version: newest.configuration.version,
      }
    },
    gcTime: 0,
    retry: false,
  })
}
