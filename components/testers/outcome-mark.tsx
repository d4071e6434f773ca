import { Check, Minus, TriangleAlert, X } from 'lucide-react'
import { cn } from '@/components/ui/cn'
import type { Outcome, Summary } from '@/lib/api/report'

const marks = {
  passed: { Icon: Check, look: 'bg-good-soft text-good', word: 'Passed' },
  failed: { Icon: X, look: 'bg-error-soft text-error', word: 'Failed' },
  warning: { Icon: TriangleAlert, look: 'bg-warning-soft text-warning', word: 'Warning' },
  skipped: { Icon: Minus, look: 'bg-sunken text-ink-3', word: 'Skipped' },
} as const

/** The mark of a verdict. */
export const verdictMarks: Readonly<Record<Summary['verdict'], Outcome>> = {
  passed: 'passed',
  warning: 'warning',
  failed: 'failed',
  cancelled: 'skipped',
}

/** How a check came out: a mark, a color and a word for screen readers. */
export function OutcomeMark({ outcome }: { outcome: Outcome }) {
  const { Icon, look, word } = marks[outcome]
  return (
    <span className={cn('flex size-5 shrink-0 items-center justify-center rounded-full', look)}>
      <Icon aria-hidden size={12} strokeWidth={2.5} />
      <span className="sr-only">{word}: </span>
    </span>
  )
}
