'use client'
import { useSyncExternalStore } from 'react'

/** What is wrong with the configuration that is open, as it is now; the list has what its last save said. */
let open: { readonly id: string; readonly errors: number; readonly advice: number } | null = null
const heard = new Set<() => void>()

/** Tells the list; null: none is open. */
export function tellMarks(next: typeof open): void {
  open = next
  for (const hear of heard) {
    hear()
  }
}

const hear = (change: () => void) => {
  heard.add(change)
  return () => void heard.delete(change)
}

/** The counts of the configuration with this id while it is open; null for the others. */
export function useOpenMarks(id: string) {
  const get = () => (open?.id === id ? open : null)
  return useSyncExternalStore(hear, get, get)
}
