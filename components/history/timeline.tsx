'use client'
import Link from 'next/link'
import { memo } from 'react'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { fullDate, shortDate } from '@/components/ui/dates'
import { Failed } from '@/components/ui/failed'
import { putAddress } from '@/components/ui/put-address'
import type { Configuration, VersionItem } from '@/lib/api/configurations'
import { asSearch, type Chosen, withVersion } from './chosen'
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
            address={asSearch(withVersion(chosen, version.number, item.version))}
            current={(chosen.other ? chosen.from : chosen.to) === version.number}
            restoring={restoring}
            onRestore={restore}
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
  /** Of the comparison that the version is chosen for. */
  readonly address: string
  readonly current: boolean
  readonly restoring: boolean
  readonly onRestore: (restore: { readonly number: number; readonly newest: number }) => void
}

/** Kept as it is while other versions are chosen. */
const Entry = memo(function Entry(props: EntryProps) {
  const { item, version, several, address, current, restoring, onRestore } = props
  const { number, createdAt, note, author } = version
  const at = new Date(createdAt)
  return (
    <li
      className={cn('rounded-lg border px-3 py-2', current ? 'border-line bg-panel' : 'border-transparent')}
    >
      <Link
        href={address}
        scroll={false}
        onNavigate={(event) => {
          event.preventDefault()
          putAddress(address, true)
        }}
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
          <Button
            look="link"
            className="py-1 text-xs"
            disabled={restoring}
            onClick={() => onRestore({ number, newest: item.version })}
          >
            Restore as a new version
            <span className="sr-only"> what version {number} holds</span>
          </Button>
        )}
      </p>
    </li>
  )
})
