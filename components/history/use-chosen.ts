'use client'
import { useSearchParams } from 'next/navigation'
import { useState } from 'react'
import { putAddress } from '@/components/ui/put-address'
import type { Configuration } from '@/lib/api/configurations'
import { asSearch, type Chosen, chosenBy } from './chosen'

/**
 * What the address chooses, and how to choose anew. What was chosen holds at once; the address, which the framework hears of
 * when nothing else is to be done, follows. Another way of showing the same two is no step to go back by.
 */
export function useChosen(item: Configuration, other: Configuration | null) {
  const search = useSearchParams()
  const [ahead, setAhead] = useState<{ readonly of: typeof search; readonly chosen: Chosen } | null>(null)
  const chosen = ahead?.of === search ? ahead.chosen : chosenBy(search, item.version, other)
  const choose = (next: Chosen) => {
    setAhead({ of: search, chosen: next })
    if (next.view === chosen.view) {
      putAddress(asSearch(next), true)
    } else {
      window.history.replaceState(null, '', asSearch(next))
    }
  }
  return [chosen, choose] as const
}
