'use client'
import { Ellipsis } from 'lucide-react'
import Link from 'next/link'
import { cloneElement, useEffect, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { fullDate, shortDate } from '@/components/ui/dates'
import { lazily } from '@/components/ui/lazily'
import type { MenuItem } from '@/components/ui/menu'
import type { ListedItem } from '@/lib/api/list'
import { templateAction, useDuplicate, useMarkTemplate, useRemove } from './changes'
import { DraftMark } from './draft-mark'
import { IssueMarks } from './issue-marks'
import { useOpenMarks } from './open-marks'
import { shortProvider } from './short-provider'

/** A quarter of what the first page would otherwise load; nobody needs it before the list is there. */
const Menu = lazily(async () => (await import('@/components/ui/menu')).Menu, {
  loading: ({ trigger }) => cloneElement(trigger, { disabled: true }),
  quiet: true,
})

/** Brings the schema of names along, which the list does not need. */
const NameField = lazily(async () => (await import('./name-field')).NameField, {
  loading: ({ item }) => <p className="truncate px-2.5 py-1.5 font-medium">{item.name}</p>,
})

type RowProps = {
  readonly item: ListedItem
  readonly open: boolean
  /** There are changes of it that are not saved. */
  readonly unsaved: boolean
  /** Tab stops here. */
  readonly stop: boolean
  /** The field for another name stands in its place. */
  readonly renaming: boolean
  readonly onRenaming: (on: boolean) => void
  /** Asks for tags and a note. */
  readonly onTag: (item: ListedItem) => void
}

/** One configuration of the list: opens with a click, is renamed in place with a double click, F2 or its menu. */
export function ConfigurationRow(props: RowProps) {
  const { item, open, unsaved, stop, renaming, onRenaming, onTag } = props
  const { errors, advice } = useOpenMarks(item.id) ?? item
  const link = useRef<HTMLAnchorElement>(null)
  const renamed = useRef(false)
  useEffect(() => {
    if (!renaming && renamed.current) {
      link.current?.focus()
    }
    renamed.current = false
  }, [renaming])
  const finishRenaming = (byKey: boolean) => {
    renamed.current = byKey
    onRenaming(false)
  }
  const duplicate = useDuplicate()
  const remove = useRemove()
  const mark = useMarkTemplate()
  return (
    <div
      className={cn(
        'group relative rounded-lg border border-transparent',
        open ? 'border-line bg-panel' : 'hover:bg-sunken',
      )}
    >
      {renaming ? (
        <NameField item={item} onDone={finishRenaming} />
      ) : (
        <Link
          ref={link}
          href={`/configurations/${item.id}`}
          prefetch={false}
          tabIndex={stop ? 0 : -1}
          aria-current={open ? 'page' : undefined}
          onDoubleClick={() => onRenaming(true)}
          onKeyDown={(event) => event.key === 'F2' && onRenaming(true)}
          className={cn(
            'block rounded-lg py-1.5 pl-2.5',
            errors > 0 && advice > 0 ? 'pr-[70px]' : 'pr-10',
            'pointer-coarse:pr-[104px]',
          )}
        >
          <span dir="auto" className="block truncate leading-5 font-medium">
            {item.name}
          </span>
          <span className="flex gap-1 text-xs whitespace-nowrap text-ink-2">
            <span data-provider className="truncate" title={item.provider ?? undefined}>
              {item.unreadable ? 'Damaged' : shortProvider(item.provider)}
            </span>
            {unsaved ? (
              <DraftMark />
            ) : (
              // Where there is little room, the provider stays whole.
              <time
                dateTime={item.updatedAt}
                title={fullDate(new Date(item.updatedAt))}
                className="min-w-0 shrink-[99] truncate"
              >
                <span aria-hidden>· </span>
                {shortDate(new Date(item.updatedAt))}
              </time>
            )}
          </span>
          {item.tags.length > 0 && (
            <span dir="auto" className="block truncate text-xs text-ink-2">
              {item.tags.join(', ')}
            </span>
          )}
        </Link>
      )}
      {!renaming && (
        <div className="absolute top-2 right-1.5 grid min-w-7 place-items-center pointer-coarse:flex">
          <span className="pointer-events-none col-start-1 row-start-1 group-focus-within:opacity-0 group-hover:opacity-0 pointer-coarse:!opacity-100">
            <IssueMarks item={item} />
          </span>
          <RowMenu
            name={item.name}
            stop={stop}
            items={[
              { label: 'Rename', shortcut: 'F2', onSelect: () => setTimeout(() => onRenaming(true)) },
              { label: 'Tags and note…', onSelect: () => setTimeout(() => onTag(item)) },
              { label: templateAction(item), onSelect: () => mark.mutate(item) },
              { label: 'Duplicate', onSelect: () => duplicate.mutate(item) },
              { label: 'Delete', danger: true, onSelect: () => remove.mutate(item) },
            ]}
          />
        </div>
      )}
    </div>
  )
}

/** The button is there from the start and works as soon as the menu has come. */
function RowMenu({ name, stop, items }: { name: string; stop: boolean; items: readonly MenuItem[] }) {
  return (
    <Menu
      trigger={
        <Button
          look="ghost"
          size="icon"
          tabIndex={stop ? 0 : -1}
          aria-label={`Actions for ${name}`}
          className="col-start-1 row-start-1 !min-h-7 !size-7 opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 data-[state=open]:opacity-100 pointer-coarse:opacity-100"
        >
          <Ellipsis aria-hidden size={15} />
        </Button>
      }
      items={items}
    />
  )
}
