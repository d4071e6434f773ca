'use client'
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { usePathname } from 'next/navigation'
import { type RefObject, useCallback, useRef, useState } from 'react'
import { cn } from '@/components/ui/cn'
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

/** A row whose name is being changed, and where it stood when that began. */
type Renaming = { readonly item: ListedItem; readonly index: number; readonly start: number }

/**
 * The rows that are in view, and the one whose name is being changed: it stays where it is, wherever the list is scrolled and
 * whatever is saved meanwhile.
 */
export function ListRows({ find, scroller, total, onTag }: ListRowsProps) {
  const pathname = usePathname()
  const kept = useKept()
  const [active, setActive] = useState(0)
  const [renaming, setRenaming] = useState<Renaming | null>(null)
  const list = useRef<HTMLUListElement>(null)
  const stop = Math.min(active, total - 1)
  const [{ startIndex, endIndex }, setRange] = useState({ startIndex: 0, endIndex: 0 })
  const rowAt = useRows({ find }, Math.max(0, startIndex - BESIDE), endIndex + BESIDE, stop)
  const rows = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    // A height goes with its configuration to another place.
    getItemKey: useCallback((place: number) => rowAt(place)?.id ?? place, [rowAt]),
    onChange: ({ range }) => range && setRange(range),
    overscan: BESIDE,
    scrollPaddingStart: 4,
    scrollPaddingEnd: 4,
    useFlushSync: false,
    // What Tab leads to stays in the page.
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), stop])].toSorted((a, b) => a - b),
  })
  const shown = rows.getVirtualItems()
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
  const inView = shown.map(({ index, start }) => ({ index, start, item: rowAt(index) }))
  const away = renaming && !inView.some(({ item }) => item?.id === renaming.item.id) ? [renaming] : []
  return (
    <ul ref={list} onKeyDown={onKeyDown} className="relative" style={{ height: rows.getTotalSize() }}>
      {[...inView, ...away].map(({ index, start, item }, at) => (
        <li
          key={item?.id ?? `place ${index}`}
          ref={at < inView.length ? rows.measureElement : null}
          data-index={index}
          aria-setsize={total}
          aria-posinset={index + 1}
          onFocus={() => setActive(index)}
          className={cn('absolute inset-x-0 top-0 pb-0.5', at >= inView.length && 'z-10 rounded-lg bg-panel')}
          style={{ transform: `translateY(${start}px)` }}
        >
          <Row
            item={item}
            pathname={pathname}
            kept={kept}
            stop={index === stop}
            renaming={item !== undefined && item.id === renaming?.item.id}
            onRenaming={(on) => setRenaming(on && item ? { item, index, start } : null)}
            onTag={onTag}
          />
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
  readonly renaming: boolean
  readonly onRenaming: (on: boolean) => void
  readonly onTag: (item: ListedItem) => void
}

function Row({ item, pathname, kept, ...rest }: RowProps) {
  return item ? (
    <ConfigurationRow
      item={item}
      open={pathname === `/configurations/${item.id}`}
      unsaved={item.unsaved || kept.includes(item.id)}
      {...rest}
    />
  ) : (
    <div className="h-[52px] rounded-lg px-2.5 py-2 text-ink-3">…</div>
  )
}
