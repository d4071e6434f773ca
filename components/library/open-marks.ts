'use client'
import { useEffect, useSyncExternalStore } from 'react'
import type { Issue } from '@/lib/api/issue'

/** What is wrong with the configuration that is open, as it is now; the list has what its last save said. */
let open: { readonly id: string; readonly errors: number; readonly advice: number } | null = null
const heard = new Set<() => void>()

function tell(next: typeof open): void {
  open = next
  for (const hear of heard) {
    hear()
  }
}

const hear = (change: () => void) => {
  heard.add(change)
  return () => {
    heard.delete(change)
  }
}

/** Tells the list the issues of the open configuration, unsaved changes and all; null while they are not known. */
export function useTellMarks(id: string, issues: readonly Issue[] | null): void {
  useEffect(() => {
    if (issues !== null) {
      const errors = issues.filter(({ severity }) => severity === 'error').length
      tell({ id, errors, advice: issues.length - errors })
    }
  }, [id, issues])
  useEffect(() => () => tell(null), [])
}

/** The counts of the configuration with this id while it is open; null for the others. */
export const useOpenMarks = (id: string) =>
  useSyncExternalStore(
    hear,
    () => (open?.id === id ? open : null),
    () => null,
  )
