'use client'
import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react'

type Place = {
  /** The row that Tab leads to. */
  readonly stop: number
  readonly total: number
  /** Rows in view. */
  readonly page: number
}

/** Arrows, Home, End and the page keys lead from link to link; `go` gets the place of the row. */
export function useRowKeys({ stop, total, page }: Place, go: (place: number) => void) {
  const steps: { readonly [key: string]: number } = {
    ArrowDown: stop + 1,
    ArrowUp: stop - 1,
    Home: 0,
    End: total - 1,
    PageDown: stop + page,
    PageUp: stop - page,
  }
  return (event: KeyboardEvent) => {
    const to = steps[event.key]
    const plain = !(event.ctrlKey || event.metaKey || event.altKey || event.shiftKey)
    if (to !== undefined && plain && event.target instanceof HTMLAnchorElement) {
      event.preventDefault()
      go(Math.max(0, Math.min(total - 1, to)))
    }
  }
}

/** Gives the focus to the link of a row as soon as the row is there. */
export function useFocusAt(list: RefObject<HTMLUListElement | null>): (place: number) => void {
  const wanted = useRef<number | null>(null)
  useEffect(() => {
    const link = list.current?.querySelector<HTMLElement>(`[data-index="${wanted.current}"] a`)
    if (link) {
      wanted.current = null
      link.focus({ preventScroll: true })
    }
  })
  return (place) => {
    wanted.current = place
  }
}
