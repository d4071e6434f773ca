'use client'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useSyncExternalStore } from 'react'
import { draftOutbox } from '@/components/connection/draft-outbox'
import { refreshPages } from './refresh'

/** Ids of the configurations of which this page keeps unsaved text. The list is read again when they are others. */
export function useKept(): string {
  const client = useQueryClient()
  const kept = useSyncExternalStore(
    draftOutbox.subscribe,
    () => draftOutbox.kept,
    () => '',
  )
  const before = useRef(kept)
  useEffect(() => {
    if (before.current !== kept) {
      before.current = kept
      void refreshPages(client)
    }
  }, [kept, client])
  return kept
}
