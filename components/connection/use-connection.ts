'use client'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'
import { connection } from './connection'
import { draftOutbox } from './draft-outbox'

export type ConnectionState = {
  readonly away: boolean
  /** Text in this window that the server does not have. */
  readonly waiting: boolean
  /** Why the server, which answers, does not store it. */
  readonly problem: string | null
}

/** Whether the server is there and has everything that was typed; lists are read again once it is back. */
export function useConnection(): ConnectionState {
  const client = useQueryClient()
  const away = useSyncExternalStore(connection.subscribe, () => connection.away, isThere)
  const waiting = useSyncExternalStore(draftOutbox.subscribe, () => draftOutbox.waiting, isThere)
  const problem = useSyncExternalStore(
    draftOutbox.subscribe,
    () => draftOutbox.problem,
    () => null,
  )
  useEffect(
    () =>
      connection.subscribe(() => {
        if (!connection.away) {
          void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'configuration' })
        }
      }),
    [client],
  )
  return { away, waiting, problem }
}

const isThere = () => false
