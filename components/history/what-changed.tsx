'use client'
import { type QueryClient, useQuery } from '@tanstack/react-query'
import { fileNameOf, openBytes } from '@/components/library/open-bytes'
import type { Configuration } from '@/lib/api/configurations'
import { differences } from '@/lib/profile/compare/differences'
import { counted } from '@/lib/schema/words'
import { versionBytes } from './sides'

/** Names in one line; more are counted. */
const NAMED = 3
/** Reading larger ones only for a line of the timeline would hold the page up. */
const MOST_BYTES = 500_000

let before: Promise<unknown> = Promise.resolve()

/** One after the other: twenty versions at once would keep the page from answering. */
function inTurn<T>(act: () => Promise<T>): Promise<T> {
  const turn = before.then(act)
  before = turn.catch(() => undefined)
  return turn
}

async function changesOf(client: QueryClient, item: Configuration, number: number): Promise<string> {
  const read = (which: number) => client.fetchQuery(versionBytes(item.id, which))
  const [old, now] = await Promise.all([read(number - 1), read(number)])
  if (old.length + now.length > MOST_BYTES) {
    return 'Large; choose it to see what changed.'
  }
  const name = fileNameOf(item)
  const [from, to] = await Promise.all([openBytes(old, name), openBytes(now, name)])
  const names = differences(from.root, to.root, name).map(
    ({ title, path }) => title ?? (path.join('/') || 'Payload'),
  )
  const more = names.length - NAMED
  return names.length === 0
    ? 'No value changed.'
    : `${names.slice(0, NAMED).join(', ')}${more > 0 ? ` and ${counted(more, 'other')}` : ''}`
}

/** What changed from the version before, by key, in a line. */
export function WhatChanged({ item, number }: { item: Configuration; number: number }) {
  const { data, error } = useQuery({
    queryKey: ['version', item.id, number, 'changed'],
    queryFn: ({ client }) => inTurn(() => changesOf(client, item, number)),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    enabled: number > 1,
  })
  const text = number === 1 ? 'The first version.' : error ? 'What changed cannot be read.' : data
  return <p className="min-h-4.5 text-xs break-words text-ink-2">{text}</p>
}
