import type { ComponentProps } from 'react'
import { cn } from './cn'

const looks = {
  primary: 'bg-accent text-accent-ink font-semibold hover:brightness-110 disabled:opacity-50',
  outline: 'border border-line bg-panel text-ink font-medium hover:bg-sunken disabled:opacity-50',
  ghost:
    'text-ink-2 font-medium hover:bg-sunken hover:text-ink disabled:opacity-50 disabled:hover:bg-transparent disabled:hover:text-ink-2',
  danger: 'bg-error text-panel font-semibold hover:brightness-110',
  link: 'text-accent font-semibold underline-offset-2 hover:underline px-0 min-h-0',
} as const

export type ButtonProps = ComponentProps<'button'> & {
  look?: keyof typeof looks
  size?: 'normal' | 'icon' | 'small'
}

const sizes = {
  normal: 'min-h-8 px-3',
  small: 'min-h-6 px-2 text-xs',
  icon: 'size-8 justify-center p-0 pointer-coarse:min-w-11',
} as const

/** A button that says what happens; `link` is the look of a repair inside a sentence. */
export function Button({
  look = 'outline',
  size = 'normal',
  className,
  type = 'button',
  ...props
}: ButtonProps) {
  return (
    <button
      type={type}
      className={cn(
        'rounded-[7px] text-sm select-none disabled:cursor-not-allowed',
        look === 'link'
          ? 'inline text-left whitespace-normal pointer-coarse:py-2'
          : cn('touch inline-flex items-center gap-1.5 whitespace-nowrap', sizes[size]),
        looks[look],
        className,
      )}
      {...props}
    />
  )
}
