import type { QueryClient } from '@tanstack/react-query'
import { draftOutbox } from '@/components/connection/draft-outbox'
import { fileNameOf } from '@/components/library/open-bytes'
import { itemOf } from '@/components/library/queries'
import { readConfiguration } from '@/components/library/requests'
import type { ProfileStore } from '@/components/open-profile/profile-store'
import type { Configuration } from '@/lib/api/configurations'
import { type FoundDrafts, findDrafts } from './find-drafts'
import { openStore } from './open-store'
import { windowId } from './window-id'

export type OpenedConfiguration = {
  readonly configuration: Configuration
  readonly profile: ProfileStore
  readonly drafts: FoundDrafts
}

/**
 * Reads a configuration and opens it, with the unsaved changes of this window. Throws RequestFailed, and what openStore
 * throws.
 */
export async function openConfiguration(client: QueryClient, id: string): Promise<OpenedConfiguration> {
  // What the page before is still sending: it may arrive between the answers below, and be in neither.
  const sending = draftOutbox.unsent({ id, window: await windowId() })
  const { configuration, bytes } = await readConfiguration(id)
  client.setQueryData(itemOf(id).queryKey, configuration)
  const drafts = await findDrafts(configuration, sending)
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
