import type { ComponentProps, ReactNode } from 'react'
import { cn } from '@/components/ui/cn'

type OptionProps = Omit<ComponentProps<'input'>, 'type' | 'title'> & {
  readonly title: string
  /** What stands under the title. */
  readonly note?: ReactNode
  readonly chosen: boolean
}

/** One of a few choices as a box with a title and what it means. */
export function Option({ title, note, chosen, ...input }: OptionProps) {
  return (
    <label
      className={cn(
        'touch flex cursor-pointer items-center gap-2.5 rounded-lg border px-3 py-2',
        'has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-accent',
        chosen ? 'border-accent bg-accent-soft' : 'border-line bg-panel hover:bg-sunken',
      )}
    >
      <input type="radio" {...input} className="shrink-0 accent-[var(--accent)] outline-none" />
      <span className="min-w-0">
        <span dir="auto" className="block leading-5 font-medium break-words text-ink">
          {title}
        </span>
        {note}
      </span>
    </label>
  )
}
