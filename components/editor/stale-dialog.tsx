'use client'
import { useQuery } from '@tanstack/react-query'
import { readConfiguration } from '@/components/library/requests'
import { useOpenProfile } from '@/components/open-profile/open-profile'
import { ProfileStore } from '@/components/open-profile/profile-store'
import { Button } from '@/components/ui/button'
import { fullDate } from '@/components/ui/dates'
import { Dialog } from '@/components/ui/dialog'
import type { StaleProblem } from '@/lib/api/problem'
import { type Difference, differences } from '@/lib/profile/compare/differences'
import { openProfile } from '@/lib/profile/open-profile'

type StaleDialogProps = {
  id: string
  stale: StaleProblem
  onSaveOver: (base: number) => void
  onTakeTheirs: (theirs: ProfileStore, version: number) => void
  onClose: () => void
}

/** Somebody saved first. Shows what differs between their version and the open profile, and lets the administrator choose. */
export function StaleDialog({ id, stale, onSaveOver, onTakeTheirs, onClose }: StaleDialogProps) {
  const { profile } = useOpenProfile()
  const theirs = useQuery({
    queryKey: ['configuration', id, 'newest', stale.newest.number],
    queryFn: async () => {
      const { configuration, bytes } = await readConfiguration(id)
      const store = new ProfileStore(await openProfile(bytes, profile.fileName))
      return { store, version: configuration.version }
    },
    gcTime: 0,
  })
  const changed = theirs.data ? differences(theirs.data.store.root, profile.root, profile.fileName) : []
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Version ${stale.newest.number} was saved while you were editing`}
      description={`You started from version ${stale.base?.number ?? '?'}. Version ${stale.newest.number} is of ${fullDate(new Date(stale.newest.createdAt))}. Nothing has been overwritten.`}
      footer={
        <>
          <Button onClick={onClose}>Keep editing</Button>
          <Button
            disabled={!theirs.data}
            onClick={() => theirs.data && onTakeTheirs(theirs.data.store, theirs.data.version)}
          >
            Take version {stale.newest.number}
          </Button>
          <Button
            look="primary"
            disabled={!theirs.data}
            onClick={() => theirs.data && onSaveOver(theirs.data.version)}
          >
            Save mine as version {stale.newest.number + 1}
          </Button>
        </>
      }
    >
      {theirs.isPending && <p role="status">Comparing…</p>}
      {theirs.error && <p role="alert">{theirs.error.message}</p>}
      {theirs.data && changed.length === 0 && <p>Both hold the same values.</p>}
      {changed.length > 0 && <DifferenceTable differences={changed} newest={stale.newest.number} />}
    </Dialog>
  )
}

type TableProps = {
  differences: readonly Difference[]
  newest: number
}

function DifferenceTable({ differences: rows, newest }: TableProps) {
  return (
    <table className="w-full table-fixed text-left text-xs">
      <thead>
        <tr className="text-ink-2">
          <th className="pb-1 font-medium">Key</th>
          <th className="pb-1 font-medium">Version {newest}</th>
          <th className="pb-1 font-medium">Yours</th>
        </tr>
      </thead>
      <tbody className="divide-y divide-line font-mono text-[11.5px]">
        {rows.map((row) => (
          <tr key={row.at} className="align-top">
            <td className="py-1 pr-2 break-words">
              {row.path.join(' › ')}
              <span className="block font-sans text-ink-2">{row.holder}</span>
            </td>
            <td className="py-1 pr-2 break-all">{row.told.before ?? '—'}</td>
            <td className="py-1 break-all">{row.told.after ?? '—'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
