'use client'
import { type RefObject, useEffect, useMemo } from 'react'
import { cn } from '@/components/ui/cn'
import { PaletteField } from './palette-field'
import { type PaletteGroup, type PaletteItem, paletteGroups } from './palette-items'
import { PaletteOption } from './palette-option'
import { rememberId } from './recent'
import { type Choice, useCombobox } from './use-combobox'
import { usePaletteSources } from './use-palette-sources'

export type PaletteProps = {
  query: string
  onQuery: (query: string) => void
  /** A choice that waits for its list; one made before the palette had come is carried out here. */
  choice: RefObject<Choice | null>
  onClose: () => void
}

/** What the words lead to, and what choosing it does. */
function useOffered(query: string, onChosen: () => void) {
  const sources = usePaletteSources(query)
  // At once: Enter chooses from what stands there, which has to be what the words lead to.
  const groups = useMemo(() => paletteGroups(query, sources), [query, sources])
  const choose = (item: PaletteItem) => {
    rememberId(item.id)
    onChosen()
    // After the dialog has given the focus back.
    setTimeout(item.run)
  }
  return { groups, items: groups.flatMap((group) => group.items), waiting: sources.waiting, choose }
}

type LateChoiceProps = { readonly choice: Choice; readonly onDone: () => void }

/** Carries out a choice that still waits for its list, after another palette has taken the place of its own. */
export function LateChoice({ choice, onDone }: LateChoiceProps) {
  const { items, waiting, choose } = useOffered(choice.query, onDone)
  useCombobox({ items, waiting, made: choice, onChoose: choose, step: () => undefined })
  return null
}

/** Finds configurations, keys and commands. */
export function Palette({ query, onQuery, choice, onClose }: PaletteProps) {
  const { groups, items, waiting, choose } = useOffered(query, onClose)
  const { list, active, chosen, movedTo, begin, field } = useCombobox({
    items,
    waiting,
    made: choice.current,
    onChoose: choose,
    step: (key, at) => {
      const to = { ArrowDown: at + 1, ArrowUp: at - 1 }[key]
      return to === undefined || items.length === 0 ? undefined : (to + items.length) % items.length
    },
  })
  useEffect(() => {
    choice.current = chosen ? { query, movedTo } : null
  })
  return (
    <>
      <PaletteField
        query={query}
        onQuery={(next) => {
          onQuery(next)
          begin()
        }}
        {...field}
      />
      <PaletteList id={list} groups={groups} active={active} onChoose={choose} />
      <p role="status" className={items.length > 0 ? 'sr-only' : 'px-5 py-8 text-center text-ink-2'}>
        {items.length > 0
          ? `${items.length} found`
          : waiting
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
