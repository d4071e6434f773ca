'use client'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Confirm } from '@/components/ui/confirm'
import { fullDate, inDays, shortDate } from '@/components/ui/dates'
import { Failed } from '@/components/ui/failed'
import type { DeletedItem } from '@/lib/api/configurations'
import { counted } from '@/lib/schema/words'
import { MenuButton } from './frame'
import { useDeleted } from './use-deleted'

/** The configurations that were deleted: brought back, or removed for good. */
export function DeletedPage() {
  const { list, restore, remove, busy } = useDeleted()
  const [asked, setAsked] = useState<DeletedItem | null>(null)
  const items = list.data?.pages.flatMap((page) => page.configurations) ?? []
  const days = list.data?.pages[0]?.days
  return (
    <div className="flex h-full min-h-0 flex-col">
      <header className="flex min-h-[50px] shrink-0 items-center gap-2 border-b border-line bg-panel px-3 py-1.5 sheet:px-6">
        <MenuButton />
        <h1 className="text-sm font-semibold">Deleted configurations</h1>
      </header>
      <main id="content" className="relative min-h-0 flex-1 overflow-auto p-4 sheet:p-6">
        <div className="max-w-3xl space-y-4">
          {list.isPending && (
            <p role="status" className="text-ink-2">
              Reading what was deleted…
            </p>
          )}
          {list.error && !list.data && <Failed error={list.error} onAgain={list.refetch} />}
          {days !== undefined && (
            <p className="text-ink-2">
              {items.length === 0 && 'Nothing is deleted. '}A deleted configuration stays here for {days} days
              with its versions, unsaved changes and test reports. Then Latchkey removes all of it, when it
              starts and once a day.
            </p>
          )}
          {items.length > 0 && (
            <ul className="divide-y divide-line border-y border-line">
              {items.map((item) => (
                <Row
                  key={item.id}
                  item={item}
                  days={days ?? 0}
                  busy={busy}
                  onRestore={() => restore(item)}
                  onRemove={() => setAsked(item)}
                />
              ))}
            </ul>
          )}
          {list.hasNextPage && (
            <Button disabled={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
              {list.isFetchingNextPage ? 'Reading…' : 'Show more'}
            </Button>
          )}
        </div>
      </main>
      {asked && (
        <Confirm
          title={`Delete “${asked.name}” for good?`}
          keep="Keep it"
          act="Delete for good"
          onAct={() => {
            setAsked(null)
            remove(asked)
          }}
          onClose={() => setAsked(null)}
        >
          <p>
            {counted(asked.version, 'version')}, unsaved changes and test reports are removed from the
            database. This cannot be undone; backups that were made before still have them.
          </p>
        </Confirm>
      )}
    </div>
  )
}

type RowProps = {
  item: DeletedItem
  days: number
  busy: boolean
  onRestore: () => void
  onRemove: () => void
}

function Row({ item, days, busy, onRestore, onRemove }: RowProps) {
  const at = new Date(item.deletedAt)
  const until = new Date(at.getTime() + days * 86_400_000)
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-2.5">
      <div className="min-w-0 flex-1 basis-56">
        <p dir="auto" className="font-medium break-words">
          {item.name}
        </p>
        <p className="text-xs text-ink-2">
          {item.provider ?? 'No provider'} · {counted(item.version, 'version')}
          {!Number.isNaN(at.getTime()) && (
            <>
              {' · deleted '}
              <time dateTime={item.deletedAt} title={fullDate(at)}>
                {shortDate(at)}
              </time>
              , removed {inDays(until)}
            </>
          )}
        </p>
      </div>
      <div className="flex gap-2">
        <Button disabled={busy} onClick={onRestore}>
          Restore<span className="sr-only"> {item.name}</span>
        </Button>
        <Button disabled={busy} look="ghost" onClick={onRemove}>
          Delete for good…<span className="sr-only"> {item.name}</span>
        </Button>
      </div>
    </li>
  )
}
