'use client'
import Link from 'next/link'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { fullDate, shortDate } from '@/components/ui/dates'
import { Failed } from '@/components/ui/failed'
import type { Configuration, VersionItem } from '@/lib/api/configurations'
import { asSearch, type Chosen } from './chosen'
import { NoteButton } from './note-button'
import { useRestore, useVersions } from './use-history'
import { WhatChanged } from './what-changed'

type TimelineProps = { readonly item: Configuration; readonly chosen: Chosen }

/** The versions of a configuration, the newest first: when, by whom, why, and what changed by key. */
export function Timeline({ item, chosen }: TimelineProps) {
  const { data, error, isPending, hasNextPage, fetchNextPage, isFetchingNextPage, refetch } = useVersions(
    item.id,
  )
  const { restore, restoring } = useRestore(item)
  const versions = data?.pages.flatMap((page) => page.versions) ?? []
  const several = new Set(versions.map(({ author }) => author)).size > 1
  if (error && !data) {
    return <Failed error={error} onAgain={refetch} />
  }
  return (
    <>
      {isPending && (
        <p role="status" className="text-ink-2">
          Reading the versions…
        </p>
      )}
      <ol className="space-y-1">
        {versions.map((version) => (
          <Entry
            key={version.number}
            item={item}
            version={version}
            several={several}
            chosen={chosen}
            restoring={restoring}
            onRestore={() => restore({ number: version.number, newest: item.version })}
          />
        ))}
      </ol>
      {hasNextPage && (
        <Button className="mt-3" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {isFetchingNextPage ? 'Reading…' : 'Earlier versions'}
        </Button>
      )}
    </>
  )
}

type EntryProps = {
  readonly item: Configuration
  readonly version: VersionItem
  readonly several: boolean
  readonly chosen: Chosen
  readonly restoring: boolean
  readonly onRestore: () => void
}

function Entry({ item, version, several, chosen, restoring, onRestore }: EntryProps) {
  const { number, createdAt, note, author } = version
  const current = (chosen.other ? chosen.from : chosen.to) === number
  const at = new Date(createdAt)
  return (
    <li
      className={cn('rounded-lg border px-3 py-2', current ? 'border-line bg-panel' : 'border-transparent')}
    >
      <Link
        href={asSearch(
          chosen.other
            ? { ...chosen, from: number }
            : { ...chosen, from: Math.max(1, number - 1), to: number },
        )}
        scroll={false}
        aria-current={current ? 'true' : undefined}
        className="touch block rounded font-medium hover:text-accent"
      >
        Version {number}
        {number === item.version && <span className="font-normal text-ink-2"> · newest</span>}
      </Link>
      <p className="text-xs text-ink-2">
        <time dateTime={createdAt} title={Number.isNaN(at.getTime()) ? undefined : fullDate(at)}>
          {Number.isNaN(at.getTime()) ? 'Time not known' : shortDate(at)}
        </time>
        {several && ` · ${author}`}
        {version.name !== item.name && ` · then called “${version.name}”`}
      </p>
      {note && (
        <p dir="auto" className="mt-0.5 break-words whitespace-pre-wrap">
          {note}
        </p>
      )}
      <WhatChanged item={item} number={number} />
      <p className="mt-1 flex flex-wrap gap-x-4">
        <NoteButton id={item.id} version={version} />
        {number !== item.version && (
          <Button look="link" className="py-1 text-xs" disabled={restoring} onClick={onRestore}>
            Restore as a new version
            <span className="sr-only"> what version {number} holds</span>
          </Button>
        )}
      </p>
    </li>
  )
}
