'use client'
import { type QueryClient, useQuery } from '@tanstack/react-query'
import { fileNameOf } from '@/components/library/open-bytes'
import { itemOf } from '@/components/library/queries'
import { readConfiguration } from '@/components/library/requests'
import type { ProfileStore } from '@/components/open-profile/profile-store'
import type { Configuration } from '@/lib/api/configurations'
import { type FoundDrafts, findDrafts } from './find-drafts'
import { openStore } from './open-store'
import { useDraft } from './use-draft'
import { useOutage } from './use-outage'
import { useSaving } from './use-saving'

export type OpenedConfiguration = {
  readonly configuration: Configuration
  readonly profile: ProfileStore
  readonly drafts: FoundDrafts
}

/**
 * Reads a configuration and opens it, with the unsaved changes of this window. Throws RequestFailed, and what openStore
 * throws.
 */
async function openConfiguration(client: QueryClient, id: string): Promise<OpenedConfiguration> {
  const { configuration, bytes } = await readConfiguration(id)
  client.setQueryData(itemOf(id).queryKey, configuration)
  const drafts = await findDrafts(configuration)
  const { name } = configuration
  // What cannot be opened is told here, not in the middle of the page.
  const profile = await openStore({
    bytes,
    fileName: fileNameOf(configuration),
    name,
    draft: drafts.own?.text,
  })
  return { configuration, profile, drafts }
}

/**
 * Opens a configuration for a page, which `page` names where it is not the editor; `name` is the one of now, and `newest` the
 * number of the newest version that the library tells of.
 */
export function useOpening(id: string, page: readonly string[] = []) {
  const { data, error, refetch } = useQuery({
    queryKey: ['configuration', id, ...page],
    queryFn: ({ client }) => openConfiguration(client, id),
    // The open profile lives in its store; a second reading behind its back would only compete with it.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  })
  const item = useQuery({ ...itemOf(id), enabled: data !== undefined }).data
  const name = item?.name ?? data?.configuration.name
  return { data, error, refetch, name, newest: item?.version ?? 0 }
}

/** Keeps an open configuration, whichever page has it open: Save, the draft of this window, and what an outage asks for. */
export function useOpened({ configuration, profile, drafts }: OpenedConfiguration) {
  const { id, version } = configuration
  const { window, own } = drafts
  const saving = useSaving({ id, window, base: own?.base ?? version, kept: own?.note ?? null }, profile)
  useDraft({ id, window }, { base: saving.version, note: saving.note }, profile, own)
  useOutage(profile)
  return saving
}
