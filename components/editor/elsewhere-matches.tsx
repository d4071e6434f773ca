'use client'
import { Button } from '@/components/ui/button'
import { tabs } from '@/lib/products/layout'
import type { Found } from './use-found'

/** Says on which other tabs the search finds keys; the search stays when one is opened. */
export function ElsewhereMatches({
  found,
  tab,
  onShowTab,
}: {
  found: Found
  tab: string
  onShowTab: (tab: string) => void
}) {
  const others = tabs
    .filter(({ id }) => id !== tab)
    .map((other) => ({ ...other, count: [...found.keys].filter((key) => key.tab === other.id).length }))
    .filter(({ count }) => count > 0)
  return others.length === 0 ? null : (
    <p className="text-center text-ink-2">
      Also on{' '}
      {others.map(({ id, title, count }, index) => (
        <span key={id}>
          {index > 0 && ', '}
          <Button look="link" onClick={() => onShowTab(id)}>
            {title} ({count})
          </Button>
        </span>
      ))}
    </p>
  )
}
