import { Check, Minus, TriangleAlert, X } from 'lucide-react'
import { cn } from '@/components/ui/cn'
import type { Outcome, Verdict } from '@/lib/api/report'
import { outcomeWords } from './outcome-words'

const marks = {
  passed: { Icon: Check, look: 'bg-good-soft text-good' },
  failed: { Icon: X, look: 'bg-error-soft text-error' },
  warning: { Icon: TriangleAlert, look: 'bg-warning-soft text-warning' },
  skipped: { Icon: Minus, look: 'bg-sunken text-ink-3' },
} as const

/** The mark of a verdict. */
export const verdictMarks: Readonly<Record<Verdict, Outcome>> = {
  passed: 'passed',
  warning: 'warning',
  failed: 'failed',
  cancelled: 'skipped',
}

/** How a check came out: a mark, a color and a word for screen readers. */
export function OutcomeMark({ outcome }: { outcome: Outcome }) {
  const { Icon, look } = marks[outcome]
  return (
    <span className={cn('flex size-5 shrink-0 items-center justify-center rounded-full', look)}>
      <Icon aria-hidden size={12} strokeWidth={2.5} />
      <span className="sr-only">{outcomeWords[outcome]}: </span>
    </span>
  )
}
