'use client'
import { ArrowDown, ArrowUp } from 'lucide-react'
import Link from 'next/link'
import { verdictWords } from '@/components/testers/outcome-words'
import { Badge } from '@/components/ui/badge'
import { cn } from '@/components/ui/cn'
import { fullDate, shortDate } from '@/components/ui/dates'
import type { ListedItem } from '@/lib/api/list'
import { firstOrder, type ListOrder, type ListSort } from '@/lib/api/list-order'
import type { Verdict } from '@/lib/api/report'
import { IssueMarks } from './issue-marks'
import { shortProvider } from './short-provider'
import type { HomePlace } from './use-home-place'

type HomeRowsProps = {
  readonly items: readonly ListedItem[]
  readonly place: HomePlace
  readonly onSort: (sort: ListSort, order: ListOrder) => void
  readonly selected: ReadonlyMap<string, ListedItem>
  readonly onSelect: (items: readonly ListedItem[], on: boolean) => void
}

/** Columns that give way where the table is narrow. */
const wide = 'hidden @2xl:table-cell'
const wider = 'hidden @3xl:table-cell'
const cell = 'px-2 py-2 align-top'

/** A page of the table. */
export function HomeRows({ items, place, onSort, selected, onSelect }: HomeRowsProps) {
  const all = items.length > 0 && items.every(({ id }) => selected.has(id))
  const head = { place, onSort }
  return (
    <table aria-label="Configurations" className="w-full border-collapse text-left">
      <thead>
        <tr className="border-b border-line-strong text-xs text-ink-2">
          <th className="w-9 py-1 pr-1">
            <Check label="Select all on this page" on={all} onChange={(on) => onSelect(items, on)} />
          </th>
          <Sorted {...head} sort="name" title="Name" />
          <Sorted {...head} sort="provider" title="Provider" className={wide} />
          <Sorted {...head} sort="issues" title="Issues" />
          <Sorted {...head} sort="tested" title="Last test" className={wide} />
          <Sorted {...head} sort="version" title="Version" className={wider} />
          <Sorted {...head} sort="changed" title="Changed" className={wide} />
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <Row
            key={item.id}
            item={item}
            selected={selected.has(item.id)}
            onSelect={(on) => onSelect([item], on)}
          />
        ))}
      </tbody>
    </table>
  )
}

type SortedProps = Pick<HomeRowsProps, 'place' | 'onSort'> & {
  readonly sort: ListSort
  readonly title: string
  readonly className?: string
}

function Sorted({ place, onSort, sort, title, className }: SortedProps) {
  const now = place.sort === sort ? place.order : null
  const next = now === null ? firstOrder[sort] : now === 'asc' ? 'desc' : 'asc'
  const Arrow = now === 'asc' ? ArrowUp : ArrowDown
  return (
    <th
      aria-sort={now === null ? undefined : now === 'asc' ? 'ascending' : 'descending'}
      className={cn('px-2 font-medium', className)}
    >
      <button
        type="button"
        onClick={() => onSort(sort, next)}
        className="touch inline-flex min-h-8 items-center gap-1 rounded hover:text-ink"
      >
        {title}
        {now !== null && <Arrow aria-hidden size={12} />}
      </button>
    </th>
  )
}

type RowProps = { item: ListedItem; selected: boolean; onSelect: (on: boolean) => void }

function Row({ item, selected, onSelect }: RowProps) {
  const { id, name, provider, tags, note, version, unsaved, unreadable, lastTest, tested } = item
  return (
    <tr className={cn('border-b border-line', selected ? 'bg-accent-soft' : 'hover:bg-sunken')}>
      <td className="py-1 pr-1 align-top">
        <Check label={`Select ${name}`} on={selected} onChange={onSelect} />
      </td>
      <td className={cn(cell, 'max-w-0 w-full @2xl:w-2/5')}>
        <Link
          href={`/configurations/${id}`}
          prefetch={false}
          dir="auto"
          className="font-medium break-words hover:underline pointer-coarse:inline-flex pointer-coarse:min-h-11 pointer-coarse:items-center"
        >
          {name}
        </Link>
        {unsaved && <span className="ml-2 text-xs whitespace-nowrap text-accent">unsaved changes</span>}
        {unreadable && <span className="ml-2 text-xs text-error">Damaged</span>}
        <p className="text-xs text-ink-2 @2xl:hidden">
          {shortProvider(provider)} · <Time at={item.updatedAt} />
          {lastTest && (
            <>
              {' · '}
              <LastTest test={lastTest} />
            </>
          )}
        </p>
        {tags.length > 0 && (
          <p className="mt-1 flex flex-wrap gap-1">
            {tags.map((tag) => (
              <Badge key={tag}>{tag}</Badge>
            ))}
          </p>
        )}
        {note && (
          <p dir="auto" className="mt-0.5 truncate text-xs text-ink-2" title={note}>
            {note}
          </p>
        )}
      </td>
      <td className={cn(cell, wide)}>{shortProvider(provider)}</td>
      <td className={cell}>
        <IssueMarks item={item} />
      </td>
      <td className={cn(cell, wide)}>
        {lastTest ? (
          <LastTest test={lastTest} />
        ) : (
          <span className="text-ink-2">{withoutReport(tested)}</span>
        )}
      </td>
      <td className={cn(cell, wider)}>{version}</td>
      <td className={cn(cell, wide, 'whitespace-nowrap')}>
        <Time at={item.updatedAt} />
      </td>
    </tr>
  )
}

/** What is known of the last test where no report of one is kept. */
const withoutReport = (tested: boolean | null) =>
  tested === null ? 'Not known' : tested ? 'No report kept' : 'Not tested'

const colors: { readonly [V in Verdict]: string } = {
  passed: 'text-good',
  warning: 'text-warning',
  failed: 'text-error',
  cancelled: 'text-ink-2',
}

function LastTest({ test: { at, verdict } }: { test: NonNullable<ListedItem['lastTest']> }) {
  return (
    <>
      <span className={cn('font-medium', colors[verdict])}>{verdictWords[verdict]}</span>{' '}
      <span className="whitespace-nowrap text-ink-2">
        <Time at={at} />
      </span>
    </>
  )
}

function Time({ at }: { at: string }) {
  const date = new Date(at)
  return (
    <time dateTime={at} title={fullDate(date)}>
      {shortDate(date)}
    </time>
  )
}

type CheckProps = { label: string; on: boolean; onChange: (on: boolean) => void }

/** The label is as large as a finger, the box is not. */
function Check({ label, on, onChange }: CheckProps) {
  return (
    <label className="grid size-8 cursor-pointer place-items-center pointer-coarse:size-11">
      <input
        type="checkbox"
        aria-label={label}
        checked={on}
        onChange={(event) => onChange(event.target.checked)}
        className="size-4 accent-accent"
      />
    </label>
  )
}
