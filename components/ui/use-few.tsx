'use client'
import { type ReactNode, useState } from 'react'
import { Button } from './button'

/** More rows than this are drawn only when they are asked for: tens of thousands would hold the page up. */
const FEW = 200

/** The first rows of a long list, and the button that shows more of them; null when all are shown. */
export function useFew<T>(items: readonly T[]): { shown: readonly T[]; more: ReactNode } {
  const [count, setCount] = useState(FEW)
  const left = items.length - count
  return {
    shown: left > 0 ? items.slice(0, count) : items,
    more:
      left > 0 ? (
        <p className="px-4 py-2.5 text-ink-2">
          {count.toLocaleString('en-GB')} of {items.length.toLocaleString('en-GB')} are shown.{' '}
          <Button look="link" onClick={() => setCount(count + FEW)}>
            Show {Math.min(FEW, left)} more
          </Button>
        </p>
      ) : null,
  }
}
