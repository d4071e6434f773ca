'use client'
import { Trash2 } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { Glyph } from '@/components/ui/sign'

/** Move up, move down, remove: for one element of a list. `name` says which, for screen readers. */
export function ItemButtons(props: {
  name: string
  index: number
  count: number
  onMove: (to: number) => void
  onRemove: () => void
}) {
  const { name, index, count } = props
  return (
    <div className="flex shrink-0">
      <Button
        look="ghost"
        size="icon"
        aria-label={`Move ${name} up`}
        disabled={index === 0}
        onClick={() => props.onMove(index - 1)}
      >
        <Glyph>↑</Glyph>
      </Button>
      <Button
        look="ghost"
        size="icon"
        aria-label={`Move ${name} down`}
        disabled={index === count - 1}
        onClick={() => props.onMove(index + 1)}
      >
        <Glyph>↓</Glyph>
      </Button>
      <Button
        look="ghost"
        size="icon"
        data-remove
        aria-label={`Remove ${name}`}
        onClick={(event) => {
          const list = event.currentTarget.closest('fieldset')
          props.onRemove()
          requestAnimationFrame(() => focusRow(list, index))
        }}
      >
        <Trash2 aria-hidden size={14} />
      </Button>
    </div>
  )
}

/** The row that is gone had the focus: the one in its place gets it, else the list. */
function focusRow(list: HTMLElement | null, index: number): void {
  const rows = [...(list?.querySelectorAll<HTMLElement>('[data-remove]') ?? [])].filter(
    (button) => button.closest('fieldset') === list,
  )
  const next = rows[Math.min(index, rows.length - 1)] ?? list
  next?.focus()
}

/** Adds an element to a list. */
export function AddButton({ title, id, onAdd }: { title: string; id?: string; onAdd: () => void }) {
  return (
    <Button size="small" id={id} onClick={onAdd}>
      <Glyph>+</Glyph>
      {title}
    </Button>
  )
}
