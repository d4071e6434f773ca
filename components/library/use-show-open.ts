'use client'
import { useQueryClient } from '@tanstack/react-query'
import { usePathname } from 'next/navigation'
import { useEffect, useEffectEvent } from 'react'
import { openId } from './open-id'
import { listPage } from './queries'
import { listConfigurations } from './requests'

/** Calls `show` with the place of the configuration that is open in the whole list, when another one is opened. */
export function useShowOpen(find: string, total: number, show: (place: number) => void): void {
  const client = useQueryClient()
  const open = openId(usePathname())
  const there = total > 0
  const showNow = useEffectEvent(show)
  useEffect(() => {
    if (open === undefined || find !== '' || !there) {
      return
    }
    const asked = new AbortController()
    const first = client.getQueryData(listPage({}).queryKey)?.configurations ?? []
    const known = first.findIndex(({ id }) => id === open)
    const place =
      known >= 0
        ? Promise.resolve(known)
        : listConfigurations({ place: open, take: 1 }, asked.signal).then((list) => list.place)
    // Without an answer the list stays where it is.
    void place.then((at) => at !== null && !asked.signal.aborted && showNow(at)).catch(() => undefined)
    return () => asked.abort()
  }, [open, find, there, client])
}
