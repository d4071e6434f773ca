import { cn } from './cn'

const signs = {
  error: { letter: '!', label: 'Error', look: 'solid bg-error border-error text-panel' },
  advice: { letter: '!', label: 'Advice', look: 'border-current text-warning' },
} as const

/**
 * The sign before an issue: a letter in a ring, filled for an error. No drawing and no clipped text: in a form of hundreds
 * of rows each of those costs every frame more than a letter does.
 */
export function Sign({ of, className }: { of: keyof typeof signs; className?: string }) {
  const { letter, label, look } = signs[of]
  return (
    <span
      role="img"
      aria-label={label}
      className={cn(
        'flex size-[15px] shrink-0 items-center justify-center rounded-full border-[1.4px] text-[10px] leading-none font-bold select-none',
        look,
        className,
      )}
    >
      {letter}
    </span>
  )
}

/** A letter in the place of a drawing, for buttons that stand in every row of a form. */
export function Glyph({ children }: { children: string }) {
  return (
    <span aria-hidden className="w-3.5 text-center text-[15px] leading-none font-medium">
      {children}
    </span>
  )
}
