'use client'
import type { PaletteItem } from './palette-items'

type Shown = Pick<PaletteItem, 'title' | 'code' | 'note' | 'keys'>

type PaletteOptionProps<Item> = {
  id: string
  item: Item
  selected: boolean
  onChoose: (item: Item) => void
}

/** One of the options of a list that a combobox moves through. */
export function PaletteOption<Item extends Shown>({
  id,
  item,
  selected,
  onChoose,
}: PaletteOptionProps<Item>) {
  const { title, code, note, keys } = item
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the combobox
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={selected}
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => onChoose(item)}
      className="touch flex min-h-9 cursor-pointer flex-wrap items-center gap-x-3 rounded-md px-3 py-1 hover:bg-sunken aria-selected:bg-accent-soft sheet:flex-nowrap"
    >
      <span className="min-w-0 flex-1">
        <span className="block truncate" dir="auto">
          {title}
          {code && <code className="ml-2 font-mono text-[11.5px] text-ink-2">{code}</code>}
        </span>
      </span>
      {note && (
        <span className="truncate text-xs text-ink-2 max-sheet:basis-full sheet:max-w-[45%] sheet:shrink-0">
          {note}
        </span>
      )}
      {keys && <kbd className="shrink-0 font-sans text-xs text-ink-2">{keys}</kbd>}
    </div>
  )
}
