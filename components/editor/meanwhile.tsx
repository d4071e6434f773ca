'use client'
import { lazily } from '@/components/ui/lazily'
import { lazyDialog } from '@/components/ui/lazy-dialog'
import type { FoundDrafts } from './find-drafts'
import type { Saving } from './use-saving'

const NewerVersion = lazily(async () => (await import('./newer-version')).NewerVersion, { quiet: true })
const LeftDrafts = lazily(async () => (await import('./left-drafts')).LeftDrafts)
const StaleDialog = lazyDialog(
  'A newer version was saved',
  async () => (await import('./stale-dialog')).StaleDialog,
)

type MeanwhileProps = {
  readonly id: string
  /** Number of the newest version that the library tells of. */
  readonly newest: number
  readonly drafts: FoundDrafts
  readonly saving: Saving
}

/**
 * What became of an open configuration elsewhere, whichever page has it open: a newer version, what other windows have left
 * unsaved, and the question of a save that met somebody else's.
 */
export function Meanwhile({ id, newest, drafts, saving }: MeanwhileProps) {
  const { version, stale, isPending, setStale } = saving
  return (
    <>
      {newest > version && !isPending && !stale && <NewerVersion id={id} newest={newest} saving={saving} />}
      {drafts.left.length > 0 && <LeftDrafts id={id} found={drafts} saving={saving} />}
      {stale && <StaleDialog id={id} stale={stale} saving={saving} onClose={() => setStale(null)} />}
    </>
  )
}
