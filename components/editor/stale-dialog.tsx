'use client'
import { useQuery } from '@tanstack/react-query'
import { fromBase64, readConfiguration } from '@/components/library/requests'
import { useOpenProfile } from '@/components/open-profile/open-profile'
import { editableText } from '@/components/open-profile/profile-file'
import { Button } from '@/components/ui/button'
import { fullDate } from '@/components/ui/dates'
import { Dialog } from '@/components/ui/dialog'
import type { StaleProblem } from '@/lib/library/api'
import { type Difference, differences } from '@/lib/profile/differences'
import { openProfile } from '@/lib/profile/open-profile'

type StaleDialogProps = {
  id: string
  stale: StaleProblem
  onSaveOver: (base: number) => void
  onTakeTheirs: (text: string, version: number) => void
  onClose: () => void
}

/** Somebody saved first. Shows what differs between their version and the open profile, and lets the administrator choose. */
export function StaleDialog({ id, stale, onSaveOver, onTakeTheirs, onClose }: StaleDialogProps) {
  const { profile } = useOpenProfile()
  const theirs = useQuery({
    queryKey: ['configuration', id, 'newest', stale.newest.number],
    queryFn: async () => {
      const configuration = await readConfiguration(id)
      const { document, root } = await openProfile(
        fromBase64(configuration.content),
        `${configuration.name}.plist`,
      )
      return { text: editableText(document), root, version: configuration.version }
    },
    gcTime: 0,
  })
  const changed = theirs.data ? differences(theirs.data.root, profile.root) : []
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
            onClick={() => theirs.data && onTakeTheirs(theirs.data.text, theirs.data.version)}
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

function DifferenceTable({
  differences: rows,
  newest,
}: {
  differences: readonly Difference[]
  newest: number
}) {
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
          <tr key={row.path.join('/')} className="align-top">
            <td className="py-1 pr-2 break-all">{row.path.join(' › ')}</td>
            <td className="py-1 pr-2 break-all">{row.before ?? '—'}</td>
            <td className="py-1 break-all">{row.after ?? '—'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
