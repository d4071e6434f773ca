'use client'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { FileDown, Plus } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { addressOfTwo } from '@/components/history/chosen'
import { Button } from '@/components/ui/button'
import { Failed } from '@/components/ui/failed'
import type { ListedItem } from '@/lib/api/list'
import { LISTED } from '@/lib/api/list-order'
import { counted } from '@/lib/schema/words'
import { templateAction, useMarkTemplate } from './changes'
import { MenuButton } from './frame'
import { HomeRows } from './home-rows'
import { DeleteDialog, TagDialog } from './lazy-dialogs'
import { useLibraryDialogs } from './library-dialogs'
import { listPage } from './queries'
import { InTheLibrary } from './together'
import { type HomePlace, homeQuery, useHomePlace } from './use-home-place'
import { useRested } from './use-rested'
import { useSelected } from './use-selected'

const none: readonly ListedItem[] = []

/** All configurations as a table: found, sorted, selected, and what can be done with several at once. */
export function HomeTable() {
  const { place, go } = useHomePlace()
  const { data, error, refetch } = useQuery({
    ...listPage(homeQuery(place)),
    placeholderData: keepPreviousData,
  })
  const selection = useSelected(data?.configurations ?? none)
  const [tagging, setTagging] = useState(false)
  const total = data?.total ?? 0
  return (
    <div className="flex h-full min-h-0 flex-col">
      <Head />
      <main
        id="content"
        tabIndex={-1}
        className="@container relative min-h-0 flex-1 overflow-auto outline-none"
      >
        <div className="space-y-4 p-3 @2xl:p-6">
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <Filter find={place.find} onFind={(find) => go({ find })} />
            <p role="status" className="text-ink-2">
              {data && (place.find === '' ? counted(total, 'configuration') : `${total} found`)}
            </p>
          </div>
          {selection.items.length > 0 && (
            <SelectionBar
              selection={selection}
              shown={data?.configurations ?? none}
              onTag={() => setTagging(true)}
            />
          )}
          {error && !data && <Failed error={error} onAgain={refetch} />}
          {data && total === 0 && (
            <p className="text-ink-2">
              No configuration holds all of these words in its name, provider, tags or note.
            </p>
          )}
          {total > 0 && (
            <HomeRows
              items={data?.configurations ?? []}
              place={place}
              onSort={(sort, order) => go({ sort, order })}
              selected={selection.selected}
              onSelect={selection.set}
            />
          )}
          <Pages place={place} total={total} onPage={(page) => go({ page })} />
          {place.find === '' && place.page === 1 && <InTheLibrary />}
        </div>
      </main>
      {tagging && <TagDialog items={selection.items} onClose={() => setTagging(false)} />}
    </div>
  )
}

function Head() {
  const { openNew, openImport } = useLibraryDialogs()
  return (
    <header className="flex min-h-[50px] shrink-0 items-center gap-2 border-b border-line bg-panel px-3 py-1.5 sheet:px-6">
      <MenuButton />
      <h1 className="mr-auto min-w-0 truncate text-sm font-semibold">Configurations</h1>
      <Button onClick={openImport} aria-label="Import a profile" className="max-sheet:px-2.5">
        <FileDown aria-hidden size={14} className="max-sheet:hidden" />
        <span>
          Import<span className="max-sheet:hidden"> a profile</span>
        </span>
      </Button>
      <Button look="primary" onClick={openNew} aria-label="New configuration" className="max-sheet:px-2.5">
        <Plus aria-hidden size={14} className="max-sheet:hidden" />
        <span>
          New<span className="max-sheet:hidden"> configuration</span>
        </span>
      </Button>
    </header>
  )
}

function Filter({ find, onFind }: { find: string; onFind: (find: string) => void }) {
  const [wanted, setWanted] = useState(find)
  const rested = useRested(wanted.trim())
  // Another entry of the history brings other words.
  useEffect(() => setWanted((before) => (before.trim() === find ? before : find)), [find])
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what was typed here is told
  useEffect(() => {
    if (rested !== find && rested === wanted.trim()) {
      onFind(rested)
    }
  }, [rested])
  return (
    <input
      type="search"
      aria-label="Filter the table"
      placeholder="Name, provider, tag or note"
      maxLength={200}
      dir="auto"
      value={wanted}
      onChange={(event) => setWanted(event.target.value)}
      className="control max-w-72 min-w-48 flex-1"
    />
  )
}

type SelectionBarProps = {
  selection: ReturnType<typeof useSelected>
  /** What the table shows. */
  shown: readonly ListedItem[]
  onTag: () => void
}

function SelectionBar({ selection, shown, onTag }: SelectionBarProps) {
  const { items, save, set, remove, clear, busy } = selection
  const [asking, setAsking] = useState(false)
  const away = items.filter(({ id }) => !shown.some((item) => item.id === id))
  const router = useRouter()
  const mark = useMarkTemplate()
  const [one, other, ...more] = items
  return (
    <section
      aria-label="Selected configurations"
      className="sticky top-2 z-10 flex flex-wrap items-center gap-2 rounded-lg border border-line bg-panel px-3 py-1.5 shadow-lift"
    >
      <p className="mr-auto font-medium">
        {items.length} selected
        {away.length > 0 && (
          <>
            , {away.length} of them not shown here{' '}
            <Button look="link" onClick={() => set(away, false)}>
              Leave those out
            </Button>
          </>
        )}
      </p>
      {one && other && more.length === 0 && (
        <Button disabled={busy} onClick={() => router.push(addressOfTwo(one, other))}>
          Compare
        </Button>
      )}
      <Button disabled={busy} onClick={() => save()}>
        Export as ZIP
      </Button>
      {one && !other && (
        <Button disabled={busy || mark.isPending} onClick={() => mark.mutate(one)}>
          {templateAction(one)}
        </Button>
      )}
      <Button disabled={busy} onClick={onTag}>
        {other ? 'Add tags…' : 'Tags and note…'}
      </Button>
      <Button disabled={busy} look="danger" onClick={() => (away.length > 0 ? setAsking(true) : remove())}>
        {away.length > 0 ? 'Delete…' : 'Delete'}
      </Button>
      <Button look="ghost" onClick={clear}>
        Select none
      </Button>
      {asking && <DeleteDialog items={items} onDelete={() => remove()} onClose={() => setAsking(false)} />}
    </section>
  )
}

type PagesProps = { place: HomePlace; total: number; onPage: (page: number) => void }

function Pages({ place, total, onPage }: PagesProps) {
  const last = Math.ceil(total / LISTED)
  if (last <= 1) {
    return null
  }
  return (
    <nav aria-label="Pages" className="flex items-center gap-3">
      <Button disabled={place.page <= 1} onClick={() => onPage(Math.min(last, place.page - 1))}>
        Previous
      </Button>
      <p className="text-ink-2">
        Page {place.page} of {last}
      </p>
      <Button disabled={place.page >= last} onClick={() => onPage(place.page + 1)}>
        Next
      </Button>
    </nav>
  )
}
