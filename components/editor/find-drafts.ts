import { draftOutbox } from '@/components/connection/draft-outbox'
import { type DraftText, RequestFailed, readDraft } from '@/components/library/requests'
import type { Configuration, DraftItem } from '@/lib/api/configurations'
import { openWindows, windowId } from './window-id'

/** What is unsaved of a configuration, seen from this window. */
export type FoundDrafts = {
  /** Id of this window. */
  readonly window: string
  /** Its own changes of an earlier visit. */
  readonly own: DraftText | null
  /** While it has none of its own: what windows that are closed have left behind, the newest first. */
  readonly left: readonly DraftItem[]
}

const OFFERED_MS = 30 * 86_400_000

/** Reads the draft of this window, or finds those to be offered instead. Throws RequestFailed. */
export async function findDrafts({ id, drafts }: Pick<Configuration, 'id' | 'drafts'>): Promise<FoundDrafts> {
  const window = await windowId()
  // What the page before has done may still be on its way: the answers of the server would be older.
  const known = draftOutbox.known({ id, window })
  const kept = drafts.some((draft) => draft.window === window)
  const own = known === undefined && kept ? await draftText(id, window) : (known ?? null)
  return { window, own, left: own ? [] : leftBehind(drafts, await openWindows(), Date.now()) }
}

/** The drafts of windows that are not `open`, younger than 30 days. `now` in milliseconds. */
export function leftBehind(
  drafts: readonly DraftItem[],
  open: ReadonlySet<string>,
  now: number,
): readonly DraftItem[] {
  return drafts.filter(
    ({ window, updatedAt }) => !open.has(window) && now - Date.parse(updatedAt) < OFFERED_MS,
  )
}

/** The draft of a window; null when it is gone or damaged. Throws RequestFailed. */
export async function draftText(id: string, window: string): Promise<DraftText | null> {
  try {
    return await readDraft(id, window)
  } catch (error) {
    if (error instanceof RequestFailed && error.status === 404) {
      return null
    }
    throw error
  }
}
