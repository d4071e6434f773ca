'use client'
import { Confirm } from '@/components/ui/confirm'
import type { ListedItem } from '@/lib/api/list'
import { counted } from '@/lib/schema/words'

type DeleteDialogProps = {
  readonly items: readonly ListedItem[]
  readonly onDelete: () => void
  readonly onClose: () => void
}

/** Names what is deleted, where not all of it is on the screen. */
export function DeleteDialog({ items, onDelete, onClose }: DeleteDialogProps) {
  return (
    <Confirm
      title={`Delete ${counted(items.length, 'configuration')}?`}
      description="They can be brought back from Deleted."
      keep="Keep them"
      act="Delete"
      onAct={() => {
        onClose()
        onDelete()
      }}
      onClose={onClose}
    >
      <ul className="list-disc space-y-1 pl-5">
        {items.map(({ id, name }) => (
          <li key={id} dir="auto" className="wrap-anywhere">
            {name}
          </li>
        ))}
      </ul>
    </Confirm>
  )
}
