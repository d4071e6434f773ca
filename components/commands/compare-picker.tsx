'use client'
import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { addressOfTwo, chosenBy } from '@/components/history/chosen'
import { itemOf } from '@/components/library/queries'
import { onError } from '@/components/library/refresh'
import { shortProvider } from '@/components/library/short-provider'
import { cn } from '@/components/ui/cn'
import { Dialog } from '@/components/ui/dialog'
import { Failed } from '@/components/ui/failed'
import type { ListedItem } from '@/lib/api/list'
import { PaletteField } from './palette-field'
import { PaletteOption } from './palette-option'
import { useCombobox } from './use-combobox'
import { useOtherConfigurations } from './use-other-configurations'

type ComparePickerProps = { readonly id: string; readonly onClose: () => void }

/** Asks which other configuration the one with this id is compared with, and goes to the comparison. */
export function ComparePicker({ id, onClose }: ComparePickerProps) {
  const router = useRouter()
  const client = useQueryClient()
  const choose = async (other: ListedItem) => {
    onClose()
    try {
      const { version } = await client.fetchQuery({ ...itemOf(id), staleTime: 0 })
      // Who compares two already goes on from the version that is open.
      const search = new URLSearchParams(window.location.search)
      const { from, view } = chosenBy(search.has('with') ? search : new URLSearchParams(), version, other)
      router.push(addressOfTwo({ id, version: from }, other, view))
    } catch (error) {
      onError(error instanceof Error ? error : new Error('The configuration cannot be read.'))
    }
  }
  return (
    <Dialog open onClose={onClose} title="Compare with another configuration" flush>
      <OtherList id={id} onChoose={(other) => void choose(other)} />
    </Dialog>
  )
}

type OtherListProps = { readonly id: string; readonly onChoose: (other: ListedItem) => void }

/** A combobox with a list, as the palette is. */
function OtherList({ id, onChoose }: OtherListProps) {
  const [query, setQuery] = useState('')
  const others = useOtherConfigurations(id, query)
  const last = others.list.length - 1
  const { list, active, begin, field } = useCombobox({
    items: others.list,
    waiting: others.waiting,
    onChoose,
    step: (key, at) => {
      const to = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + 10, PageUp: at - 10 }[key]
      if (to !== undefined && to > last - 5) {
        others.more()
      }
      return to === undefined ? undefined : Math.min(Math.max(0, to), last)
    },
  })
  return (
    <>
      <PaletteField
        label="Find a configuration to compare with"
        placeholder="Name, provider, tag or note"
        query={query}
        onQuery={(next) => {
          setQuery(next)
          begin()
        }}
        {...field}
      />
      <Options list={list} others={others} active={active} onChoose={onChoose} />
      {others.error && others.list.length === 0 ? (
        <div className="p-5">
          <Failed error={others.error} onAgain={others.refetch} />
        </div>
      ) : (
        <p role="status" className={others.list.length > 0 ? 'sr-only' : 'px-5 py-8 text-center text-ink-2'}>
          {sentence(others, query)}
        </p>
      )}
    </>
  )
}

type Others = ReturnType<typeof useOtherConfigurations>

function sentence({ list, hasMore, waiting }: Others, query: string): string {
  if (list.length > 0) {
    return `${list.length} listed${hasMore ? ', more below' : ''}`
  }
  if (waiting) {
    return 'Looking…'
  }
  return query.trim() === ''
    ? 'There is no other configuration yet. Make or import one, or compare with a file.'
    : `No other configuration holds “${query.trim()}” in its name, provider, tags or note.`
}

type OptionsProps = {
  readonly list: string
  readonly others: Others
  readonly active: ListedItem | undefined
  readonly onChoose: (other: ListedItem) => void
}

/** The rows; the next ones are asked for before their end comes into view. */
function Options({ list, others, active, onChoose }: OptionsProps) {
  const end = useRef<HTMLDivElement>(null)
  const [seen, setSeen] = useState(false)
  const more = useEffectEvent(others.more)
  useEffect(() => {
    const observer = new IntersectionObserver(([entry]) => setSeen(entry?.isIntersecting === true))
    if (end.current) {
      observer.observe(end.current)
    }
    return () => observer.disconnect()
  }, [])
  // An answer to other words may be on its way when the end is seen.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list may have come since
  useEffect(() => {
    if (seen) {
      more()
    }
  }, [seen, others.waiting, others.list])
  return (
    <div
      id={list}
      role="listbox"
      aria-label="Configurations"
      className={cn('h-[min(420px,55dvh)] p-2', others.list.length === 0 && 'hidden')}
    >
      {others.list.map((item) => (
        <PaletteOption
          key={item.id}
          id={`${list}-${item.id}`}
          item={{ title: item.name, note: `${shortProvider(item.provider)} · version ${item.version}` }}
          selected={item === active}
          onChoose={() => onChoose(item)}
        />
      ))}
      <div ref={end} aria-hidden className="pointer-events-none -mt-48 h-48" />
    </div>
  )
}
