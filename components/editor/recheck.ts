import type { QueryClient } from '@tanstack/react-query'
import { refreshPages } from '@/components/library/refresh'
import { json, request, root } from '@/components/library/requests'
import { summaryOf } from '@/components/library/summary'
import type { ProfileStore } from '@/components/open-profile/profile-store'
import type { Configuration } from '@/lib/api/configurations'

/** The check of the page itself comes first. */
const LATER_MS = 1_500

/**
 * Brings what the list says of a configuration that was opened up to date: the rules may be newer than its last save. Text that is
 * not saved is no part of that.
 */
export async function recheck(
  client: QueryClient,
  { id, version, errors, advice }: Configuration,
  profile: ProfileStore,
): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, LATER_MS))
  if (profile.dirty || profile.pendingXml !== null) {
    return
  }
  const now = await summaryOf(profile)
  if (now.errors !== errors || now.advice !== advice) {
    await request<void>(
      'PUT',
      `${root}/${id}/marks`,
      json({ version, errors: now.errors, advice: now.advice }),
    )
    await refreshPages(client)
  }
}
