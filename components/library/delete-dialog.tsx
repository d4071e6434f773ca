'use client'
import { useEffect, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import type { ListedItem } from '@/lib/api/list'
import { counted } from '@/lib/schema/words'

type DeleteDialogProps = {
  readonly items: readonly ListedItem[]
  readonly onDelete: () => void
  readonly onClose: () => void
}

/** Names what is deleted, where not all of it is on the screen. */
export function DeleteDialog({ items, onDelete, onClose }: DeleteDialogProps) {
  const keep = useRef<HTMLButtonElement>(null)
  // The dialog itself gives the focus to its first button.
  useEffect(() => keep.current?.focus(), [])
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Delete ${counted(items.length, 'configuration')}?`}
      description="They can be brought back from Deleted."
      footer={
        <>
          <Button ref={keep} onClick={onClose}>
            Keep them
          </Button>
          <Button
            look="danger"
            onClick={() => {
              onClose()
              onDelete()
            }}
          >
            Delete
          </Button>
        </>
      }
    >
      <ul className="list-disc space-y-1 pl-5">
        {items.map(({ id, name }) => (
          <li key={id} dir="auto" className="wrap-anywhere">
            {name}
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
