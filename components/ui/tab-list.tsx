'use client'
import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import { cn } from './cn'

export type Tab<V extends string> = { readonly id: V; readonly title: ReactNode }

const looks = {
  segments: {
    list: 'flex flex-wrap rounded-lg bg-sunken p-0.5 max-sheet:w-full',
    tab: 'touch min-h-[30px] rounded-md px-1.5 text-xs max-sheet:flex-1 sheet:px-3 sheet:text-sm',
    open: 'bg-panel font-semibold shadow-[0_0_0_1px_var(--line)]',
  },
  plain: {
    list: 'flex h-11 shrink-0 items-center gap-1 border-b border-line px-2.5',
    tab: 'touch flex min-h-8 items-center gap-1.5 rounded-md px-2 text-sm',
    open: 'font-semibold text-ink',
  },
} as const

type TabListProps<V extends string> = {
  tabs: readonly Tab<V>[]
  /** Null: none of them is open; the keyboard then starts at `entry`. */
  value: V | null
  entry?: V
  onChange: (value: V) => void
  label: string
  look: keyof typeof looks
  /** Id of the panel that the open tab controls. */
  panelId: string
}

/** Tabs with the keys of the ARIA pattern: arrows move and open, Home and End go to the ends. https://www.w3.org/WAI/ARIA/apg/patterns/tabs/ */
export function TabList<V extends string>(props: TabListProps<V>) {
  const { tabs, value, entry, look, panelId } = props
  const list = useRef<HTMLDivElement>(null)
  const onKeyDown = (event: KeyboardEvent, at: number) => {
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key]
    const next = to === undefined ? undefined : tabs[(to + tabs.length) % tabs.length]
    if (next) {
      event.preventDefault()
      props.onChange(next.id)
      list.current?.querySelectorAll<HTMLElement>('[role=tab]')[tabs.indexOf(next)]?.focus()
    }
  }
  return (
    <div ref={list} role="tablist" aria-label={props.label} className={looks[look].list}>
      {tabs.map(({ id, title }, at) => {
        const open = id === value
        return (
          <button
            key={id}
            type="button"
            role="tab"
            aria-selected={open}
            aria-controls={open ? panelId : undefined}
            tabIndex={id === (value ?? entry ?? tabs[0]?.id) ? 0 : -1}
            onClick={() => props.onChange(id)}
            onKeyDown={(event) => onKeyDown(event, at)}
            className={cn(looks[look].tab, open ? looks[look].open : 'text-ink-2 hover:text-ink')}
          >
            {title}
          </button>
        )
      })}
    </div>
  )
}
