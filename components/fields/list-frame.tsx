import type { ReactNode } from 'react'
import { cn } from '@/components/ui/cn'
import type { ControlProps } from './field-props'

type ListFrameProps = { of: ControlProps; className: string; children: ReactNode }

/** Around the elements of a list: one group under the label of its key, which takes the focus when the key is revealed. */
export function ListFrame({ of, className, children }: ListFrameProps) {
  return (
    <fieldset
      id={of.id}
      tabIndex={-1}
      aria-labelledby={of.labelId}
      aria-describedby={of.describedBy}
      className={cn('min-w-0', className)}
    >
      {children}
    </fieldset>
  )
}
