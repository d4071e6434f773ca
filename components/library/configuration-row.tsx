'use client'
import { Ellipsis } from 'lucide-react'
import Link from 'next/link'
import { cloneElement, useEffect, useRef, useState } from 'react'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { fullDate, shortDate } from '@/components/ui/dates'
import { lazily } from '@/components/ui/lazily'
import type { MenuItem } from '@/components/ui/menu'
import type { ConfigurationItem } from '@/lib/api/configurations'
import { counted } from '@/lib/schema/words'
import { useDuplicate, useRemove } from './queries'
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
  readonly item: ConfigurationItem
  readonly open: boolean
  /** There are changes of it that are not saved. */
  readonly unsaved: boolean
  /** Tab stops here. */
  readonly stop: boolean
}

/** One configuration of the list: opens with a click, is renamed in place with a double click, F2 or its menu. */
export function ConfigurationRow({ item, open, unsaved, stop }: RowProps) {
  const [renaming, setRenaming] = useState(false)
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
    setRenaming(false)
  }
  const duplicate = useDuplicate()
  const remove = useRemove()
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
          onDoubleClick={() => setRenaming(true)}
          onKeyDown={(event) => event.key === 'F2' && setRenaming(true)}
          className={cn(
            'block rounded-lg py-1.5 pl-2.5',
            item.errors > 0 && item.advice > 0 ? 'pr-[70px]' : 'pr-10',
            'pointer-coarse:pr-[104px]',
          )}
        >
          <span dir="auto" className="block truncate leading-5 font-medium">
            {item.name}
          </span>
          <span className="flex gap-1 text-xs whitespace-nowrap text-ink-2">
            <span className="truncate" title={item.provider ?? undefined}>
              {item.unreadable ? 'Damaged' : shortProvider(item.provider)}
            </span>
            <span aria-hidden>·</span>
            {unsaved ? (
              <span className="shrink-0 font-medium text-accent">unsaved changes</span>
            ) : (
              <time dateTime={item.updatedAt} title={fullDate(new Date(item.updatedAt))} className="shrink-0">
                {shortDate(new Date(item.updatedAt))}
              </time>
            )}
          </span>
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
              { label: 'Rename', shortcut: 'F2', onSelect: () => setTimeout(() => setRenaming(true)) },
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

/** Errors and advice are two marks, as in the list of issues. */
export function IssueMarks({ item: { errors, advice, unreadable } }: { item: ConfigurationItem }) {
  if (unreadable) {
    return (
      <Badge tone="error" label="Damaged in the database; open it to see what is known">
        !
      </Badge>
    )
  }
  if (errors === 0 && advice === 0) {
    return (
      <Badge tone="good" label="No issues">
        ✓
      </Badge>
    )
  }
  return (
    <span className="inline-flex gap-1">
      {errors > 0 && (
        <Badge tone="error" label={counted(errors, 'error')}>
          {errors}
        </Badge>
      )}
      {advice > 0 && (
        <Badge tone="warning" label={counted(advice, 'piece of advice', 'pieces of advice')}>
          {advice}
        </Badge>
      )}
    </span>
  )
}
