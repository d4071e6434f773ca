'use client'
import { useQuery } from '@tanstack/react-query'
import { readConfiguration } from '@/components/library/requests'
import { useOpenProfile } from '@/components/open-profile/open-profile'
import { ProfileStore } from '@/components/open-profile/profile-store'
import { Button } from '@/components/ui/button'
import { fullDate } from '@/components/ui/dates'
import { Dialog } from '@/components/ui/dialog'
import type { StaleProblem } from '@/lib/api/problem'
import type { PlistPath } from '@/lib/plist/value'
import { manifests } from '@/lib/products/keys'
import { type Difference, differences } from '@/lib/profile/differences'
import { openProfile } from '@/lib/profile/open-profile'
import type { SettingsPlace } from '@/lib/profile/payloads/shapes'

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
  const changed = theirs.data ? differences(theirs.data.store.root, profile.root) : []
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
      {changed.length > 0 && (
        <DifferenceTable differences={changed} places={profile.places} newest={stale.newest.number} />
      )}
    </Dialog>
  )
}

type TableProps = {
  differences: readonly Difference[]
  places: readonly SettingsPlace[]
  newest: number
}

function DifferenceTable({ differences: rows, places, newest }: TableProps) {
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
            <td className="py-1 pr-2 break-words">
              <KeyName path={row.path} places={places} />
            </td>
            <td className="py-1 pr-2 break-all">{row.before ?? '—'}</td>
            <td className="py-1 break-all">{row.after ?? '—'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** A key of a payload by its name and domain; what stands elsewhere by its path from the root of the profile. */
function KeyName({ path, places }: { path: PlistPath; places: readonly SettingsPlace[] }) {
  const place = places.find(
    (at) => at.path.length < path.length && at.path.every((step, i) => step === path[i]),
  )
  if (!place) {
    return path.join(' › ')
  }
  return (
    <>
      {path.slice(place.path.length).join(' › ')}
      <span className="block font-sans text-ink-2">{titles.get(place.domain) ?? place.domain}</span>
    </>
  )
}

const titles: ReadonlyMap<string, string> = new Map(manifests.map(({ domain, title }) => [domain, title]))
