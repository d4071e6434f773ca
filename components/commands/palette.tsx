'use client'
import {
  type KeyboardEvent,
  type RefObject,
  useEffect,
  useEffectEvent,
  useId,
  useMemo,
  useState,
} from 'react'
import { cn } from '@/components/ui/cn'
import { PaletteField } from './palette-field'
import { type PaletteGroup, type PaletteItem, paletteGroups } from './palette-items'
import { PaletteOption } from './palette-option'
import { rememberId } from './recent'
import { usePaletteSources } from './use-palette-sources'

export type PaletteProps = {
  query: string
  onQuery: (query: string) => void
  /** Whether Enter was pressed last, before the list had come: then it chooses at once. */
  hurried: RefObject<boolean>
  onClose: () => void
}

/**
 * Finds configurations, keys and commands; arrows move, Enter chooses. A combobox with a list, as in
 * https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
 */
export function Palette({ query, onQuery, hurried, onClose }: PaletteProps) {
  const list = useId()
  // By its id: what the server knows may come after somebody has moved on.
  const [movedTo, setMovedTo] = useState<string | null>(null)
  // Enter may have been pressed before the list had come.
  const [chosen, setChosen] = useState(() => hurried.current)
  const sources = usePaletteSources(query)
  // At once: Enter chooses from what stands there, which has to be what the words lead to.
  const groups = useMemo(() => paletteGroups(query, sources), [query, sources])
  const items = groups.flatMap((group) => group.items)
  const at = Math.max(
    0,
    items.findIndex(({ id }) => id === movedTo),
  )
  const active = items[at]
  const choose = (item: PaletteItem) => {
    rememberId(item.id)
    onClose()
    // After the dialog has given the focus back.
    setTimeout(item.run)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const to = { ArrowDown: at + 1, ArrowUp: at - 1 }[event.key]
    if (to !== undefined && items.length > 0) {
      event.preventDefault()
      setMovedTo(items[(to + items.length) % items.length]?.id ?? null)
    }
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault()
      setChosen(true)
    }
  }
  // Chosen is what the words lead to, which may be on its way.
  const chooseNow = useEffectEvent(choose)
  useEffect(() => {
    if (chosen && !sources.waiting) {
      setChosen(false)
      if (active) {
        chooseNow(active)
      }
    }
  }, [chosen, sources.waiting, active])
  useEffect(() => {
    if (active) {
      document.getElementById(`${list}-${active.id}`)?.scrollIntoView({ block: 'nearest' })
    }
  }, [active, list])
  return (
    <>
      <PaletteField
        query={query}
        onQuery={(next) => {
          onQuery(next)
          setMovedTo(null)
          setChosen(false)
        }}
        aria-expanded={items.length > 0}
        aria-controls={list}
        aria-activedescendant={active && `${list}-${active.id}`}
        onKeyDown={onKeyDown}
      />
      <PaletteList id={list} groups={groups} active={active} onChoose={choose} />
      <p role="status" className={items.length > 0 ? 'sr-only' : 'px-5 py-8 text-center text-ink-2'}>
        {items.length > 0
          ? `${items.length} found`
          : sources.waiting
            ? 'Looking…'
            : `Nothing matches “${query}”. Search for a name, a label or the name of a key.`}
      </p>
    </>
  )
}

type PaletteListProps = {
  id: string
  groups: readonly PaletteGroup[]
  active: PaletteItem | undefined
  onChoose: (item: PaletteItem) => void
}

function PaletteList({ id, groups, active, onChoose }: PaletteListProps) {
  return (
    <div
      id={id}
      role="listbox"
      aria-label="What was found"
      className={cn('h-[min(420px,55dvh)] p-2', groups.length === 0 && 'hidden')}
    >
      {groups.map(({ title, items }) => (
        // biome-ignore lint/a11y/useSemanticElements: a group of options
        <div key={title} role="group" aria-label={title}>
          <p aria-hidden className="px-3 pt-2 pb-1 text-xs font-medium text-ink-2">
            {title}
          </p>
          {items.map((item) => (
            <PaletteOption
              key={item.id}
              id={`${id}-${item.id}`}
              item={item}
              selected={item === active}
              onChoose={onChoose}
            />
          ))}
        </div>
      ))}
    </div>
  )
}
