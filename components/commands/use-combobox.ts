'use client'
import { type KeyboardEvent, useEffect, useEffectEvent, useId, useState } from 'react'

type Options<T> = {
  readonly items: readonly T[]
  /** What the words lead to may be on its way. */
  readonly waiting: boolean
  /** Where a key leads from the item at a position; undefined for a key that does not move. */
  readonly step: (key: string, at: number) => number | undefined
  readonly onChoose: (item: T) => void
  /** A choice that was made before the list was there. */
  readonly made?: Choice | null
}

/** That Enter was pressed while what the words lead to was on its way; `movedTo` is the item that arrows had led to. */
export type Choice = { readonly query: string; readonly movedTo: string | null }

/**
 * A field with a list below it, as in https://www.w3.org/WAI/ARIA/apg/patterns/combobox/. Arrows move, Enter chooses what the
 * words lead to once that has come. The active item is known by its id: what the server knows may come after somebody has
 * moved on.
 */
export function useCombobox<T extends { readonly id: string }>(options: Options<T>) {
  const { items, waiting, step, onChoose, made = null } = options
  const list = useId()
  const [movedTo, setMovedTo] = useState(made?.movedTo ?? null)
  const [chosen, setChosen] = useState(made !== null)
  const at = Math.max(
    0,
    items.findIndex(({ id }) => id === movedTo),
  )
  const active = items[at]
  const chooseNow = useEffectEvent(onChoose)
  useEffect(() => {
    if (chosen && !waiting) {
      setChosen(false)
      if (active) {
        chooseNow(active)
      }
    }
  }, [chosen, waiting, active])
  useEffect(() => {
    if (active) {
      document.getElementById(`${list}-${active.id}`)?.scrollIntoView({ block: 'nearest' })
    }
  }, [active, list])
  const onKeyDown = (event: KeyboardEvent) => {
    const to = step(event.key, at)
    if (to !== undefined) {
      event.preventDefault()
      setMovedTo(items[to]?.id ?? null)
    }
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault()
      setChosen(true)
    }
  }
  return {
    /** Id of the list; that of an option follows behind a hyphen. */
    list,
    active,
    /** Whether Enter waits for what the words lead to. */
    chosen: chosen && waiting,
    movedTo,
    /** Other words lead to something else. */
    begin: () => {
      setMovedTo(null)
      setChosen(false)
    },
    field: {
      'aria-expanded': items.length > 0,
      'aria-controls': list,
      'aria-activedescendant': active && `${list}-${active.id}`,
      onKeyDown,
    },
  }
}
