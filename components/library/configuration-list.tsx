'use client'
import { type RefObject, useState } from 'react'
import { createPortal } from 'react-dom'
import { Button } from '@/components/ui/button'
import type { ListedItem } from '@/lib/api/list'
import { TagDialog } from './lazy-dialogs'
import { ListRows } from './list-rows'
import { useFirstPage } from './use-pages'

type ListProps = { readonly find: string; readonly scroller: RefObject<HTMLElement | null> }

/** The configurations that hold the words of `find`, those in view only; one stop for Tab, arrows go on from there. */
export function ConfigurationList({ find, scroller }: ListProps) {
  const [tagged, setTagged] = useState<ListedItem | null>(null)
  const { data, error, isPending, refetch } = useFirstPage({ find })
  if (error && !data) {
    return (
      <div role="alert" className="px-2 py-1.5 text-error">
        <p>{error.message}</p>
        <Button look="link" onClick={() => void refetch()}>
          Try again
        </Button>
      </div>
    )
  }
  if (isPending || !data) {
    return <p className="px-2 py-1.5 text-ink-2">Loading configurations…</p>
  }
  if (data.total === 0) {
    return (
      <p role="status" className="px-2 py-1.5 text-ink-2">
        {find === '' ? 'No configurations yet.' : `No configuration matches “${find}”.`}
      </p>
    )
  }
  return (
    <>
      <ListRows find={find} scroller={scroller} total={data.total} onTag={setTagged} />
      {/* The list is not shown in every window, the dialog is. */}
      {tagged && createPortal(<TagDialog items={[tagged]} onClose={() => setTagged(null)} />, document.body)}
    </>
  )
}
