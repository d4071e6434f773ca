'use client'
import { type KeyboardEvent, useRef } from 'react'
import { createPortal } from 'react-dom'
import { cn } from '@/components/ui/cn'
import { START, writeAddress } from './address'
import { type SectionsOf, useSections } from './use-sections'

type SectionListProps = SectionsOf & {
  tab: string
  /** Where the choice goes that takes the place of the list on a narrow screen. */
  slot: HTMLElement | null
}

/** The panels of a form: follows the scroll, and jumps. One stop of the Tab key; arrows move inside. */
export function SectionList(props: SectionListProps) {
  const { sections, current, jump } = useSections(props)
  const list = useRef<HTMLUListElement>(null)
  if (sections.length < 2) {
    return null
  }
  const at = Math.max(
    0,
    sections.findIndex(({ id }) => id === current),
  )
  const onKeyDown = (event: KeyboardEvent) => {
    const links = [...(list.current?.querySelectorAll('a') ?? [])]
    const from = links.indexOf(document.activeElement as HTMLAnchorElement)
    const to = { ArrowDown: from + 1, ArrowUp: from - 1, Home: 0, End: links.length - 1 }[event.key]
    if (to !== undefined && from >= 0) {
      event.preventDefault()
      links[(to + links.length) % links.length]?.focus()
    }
  }
  return (
    <>
      <nav
        aria-label="Sections"
        className="sticky top-0 hidden w-[132px] shrink-0 self-start overflow-y-auto pt-1 @min-[760px]:block"
      >
        <ul ref={list} onKeyDown={onKeyDown} className="border-l border-line">
          {sections.map(({ id, title, group }, index) => (
            <li key={id}>
              <a
                href={writeAddress({ ...START, tab: props.tab, section: group }) || '?'}
                tabIndex={index === at ? 0 : -1}
                aria-current={index === at ? 'true' : undefined}
                onClick={(event) => {
                  if (!(event.metaKey || event.ctrlKey || event.shiftKey)) {
                    event.preventDefault()
                    jump(id, true)
                  }
                }}
                className={cn(
                  'touch -ml-px flex min-h-7 items-center border-l-2 py-1 pr-1 pl-2.5 text-xs leading-4 break-words focus-visible:-outline-offset-2',
                  index === at
                    ? 'border-accent font-semibold text-ink'
                    : 'border-transparent text-ink-2 hover:text-ink',
                )}
              >
                {title}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {props.slot &&
        createPortal(
          <select
            aria-label="Section"
            value={sections[at]?.id}
            onChange={(event) => jump(event.target.value, false)}
            className="control"
          >
            {sections.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>,
          props.slot,
        )}
    </>
  )
}
