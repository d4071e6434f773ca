'use client'
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { usePathname } from 'next/navigation'
import { type RefObject, useRef, useState } from 'react'
import type { ListedItem } from '@/lib/api/list'
import { ConfigurationRow } from './configuration-row'
import { useKept } from './use-kept'
import { useRows } from './use-pages'
import { useFocusAt, useRowKeys } from './use-row-keys'
import { useShowOpen } from './use-show-open'

/** The height of a row before it is measured, and rows beside those in view, for the keyboard. */
const ROW = 54
const BESIDE = 6

type ListRowsProps = {
  readonly find: string
  readonly scroller: RefObject<HTMLElement | null>
  readonly total: number
  readonly onTag: (item: ListedItem) => void
}

/** The rows that are in view. */
export function ListRows({ find, scroller, total, onTag }: ListRowsProps) {
  const pathname = usePathname()
  const kept = useKept()
  const [active, setActive] = useState(0)
  const list = useRef<HTMLUListElement>(null)
  const stop = Math.min(active, total - 1)
  const rows = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: BESIDE,
    scrollPaddingStart: 4,
    scrollPaddingEnd: 4,
    useFlushSync: false,
    // What Tab leads to stays in the page.
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), stop])].toSorted((a, b) => a - b),
  })
  const shown = rows.getVirtualItems()
  const { startIndex = 0, endIndex = 0 } = rows.range ?? {}
  const rowAt = useRows({ find }, Math.max(0, startIndex - BESIDE), endIndex + BESIDE, stop)
  const go = (place: number) => {
    setActive(place)
    rows.scrollToIndex(place, { align: 'auto' })
  }
  useShowOpen(find, total, go)
  const focusAt = useFocusAt(list)
  const onKeyDown = useRowKeys({ stop, total, page: Math.max(1, endIndex - startIndex) }, (place) => {
    go(place)
    focusAt(place)
  })
  return (
    <ul ref={list} onKeyDown={onKeyDown} className="relative" style={{ height: rows.getTotalSize() }}>
      {shown.map(({ index, start }) => (
        <li
          key={rowAt(index)?.id ?? `place ${index}`}
          ref={rows.measureElement}
          data-index={index}
          aria-setsize={total}
          aria-posinset={index + 1}
          onFocus={() => setActive(index)}
          className="absolute inset-x-0 top-0 pb-0.5"
          style={{ transform: `translateY(${start}px)` }}
        >
          <Row item={rowAt(index)} pathname={pathname} kept={kept} stop={index === stop} onTag={onTag} />
        </li>
      ))}
    </ul>
  )
}

type RowProps = {
  readonly item: ListedItem | undefined
  readonly pathname: string
  readonly kept: string
  readonly stop: boolean
  readonly onTag: (item: ListedItem) => void
}

function Row({ item, pathname, kept, stop, onTag }: RowProps) {
  return item ? (
    <ConfigurationRow
      item={item}
      open={pathname === `/configurations/${item.id}`}
      unsaved={item.unsaved || kept.includes(item.id)}
      stop={stop}
      onTag={onTag}
    />
  ) : (
    <div className="h-[52px] rounded-lg px-2.5 py-2 text-ink-3">…</div>
  )
}
