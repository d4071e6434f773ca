import type { ReactNode } from 'react'
import { cn } from './cn'

const tones = {
  plain: 'bg-sunken text-ink-2',
  good: 'bg-good-soft text-good',
  warning: 'bg-warning-soft text-warning',
  // Filled, as the sign of an error is: color alone tells nobody which of two counts it is.
  error: 'solid bg-error text-panel',
} as const

/** A small count or word; `label` says for screen readers what the number counts. */
export function Badge({
  tone = 'plain',
  label,
  children,
}: {
  tone?: keyof typeof tones
  label?: string
  children: ReactNode
}) {
  return (
    <span
      className={cn(
        'inline-flex min-w-5 items-center justify-center rounded-full px-1.5 text-xs font-semibold',
        tones[tone],
      )}
    >
      <span aria-hidden={label ? true : undefined}>{children}</span>
      {label && <span className="sr-only">{label}</span>}
    </span>
  )
}
