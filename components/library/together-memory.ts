'use client'
import { useState } from 'react'
import type { TogetherKind } from '@/lib/api/configurations'

const item = 'latchkey-together'

/** By kind, how many remarks there were when somebody wanted no more of them. */
type Dismissed = Readonly<Record<string, number>>

function remembered(): Dismissed {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(item) ?? '{}')
    return Object.fromEntries(
      Object.entries(kept ?? {}).filter((entry): entry is [string, number] => typeof entry[1] === 'number'),
    )
  } catch {
    return {}
  }
}

/** Which kinds of remarks this browser leaves out, until there are more of them than when that was said. */
export function useDismissed() {
  const [dismissed, setDismissed] = useState(remembered)
  const keep = (next: Dismissed) => {
    setDismissed(next)
    try {
      localStorage.setItem(item, JSON.stringify(next))
    } catch {
      // Without storage it holds until the page is closed.
    }
  }
  return {
    isDismissed: ({ kind, count }: TogetherKind) => count <= (dismissed[kind] ?? 0),
    dismiss: ({ kind, count }: TogetherKind) => keep({ ...remembered(), [kind]: count }),
    showAll: () => keep({}),
  }
}
