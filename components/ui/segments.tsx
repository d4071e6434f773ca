'use client'
import type { KeyboardEvent } from 'react'
import { cn } from './cn'

/** `quiet`: chosen, it does not stand out, because it is the state of rest. */
export type Segment<V extends string> = { value: V; label: string; quiet?: boolean }

export type SegmentsProps<V extends string> = {
  segments: readonly Segment<V>[]
  value: V | null
  onChange: (value: V) => void
  /** Name for assistive technology, unless `labelledBy` names the element that shows it. */
  label?: string
  labelledBy?: string
  /** Id of the group, which takes the focus when something jumps to it. */
  id?: string
  describedBy?: string
  disabled?: boolean
}

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }

/**
 * One of a few choices as buttons in a row, with the keys of radio buttons (ARIA Authoring Practices, radio group). They
 * are no inputs: a form shows hundreds, and at each key press in a text field browsers read the labels of all inputs of
 * the page, to offer what was entered before.
 */
export function Segments<V extends string>(props: SegmentsProps<V>) {
  const { segments, value: chosen } = props
  const values = segments.map(({ value }) => value)
  const entry = chosen !== null && values.includes(chosen) ? chosen : values[0]
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const form = event.currentTarget.closest('form')
    if (event.key === 'Enter' && form) {
      // As from a radio button, which Enter does not choose (HTML, implicit submission).
      event.preventDefault()
      form.requestSubmit()
      return
    }
    const step = STEPS[event.key]
    const at = [...event.currentTarget.children].indexOf(event.target as Element)
    if (step === undefined || at < 0 || event.metaKey || event.ctrlKey || event.altKey) {
      return
    }
    event.preventDefault()
    const to = (at + step + values.length) % values.length
    const next = event.currentTarget.children[to]
    const value = values[to]
    if (next instanceof HTMLElement && value !== undefined) {
      next.focus()
      props.onChange(value)
    }
  }
  return (
    <div
      id={props.id}
      role="radiogroup"
      tabIndex={props.id === undefined ? undefined : -1}
      aria-label={props.label}
      aria-labelledby={props.labelledBy}
      aria-describedby={props.describedBy}
      aria-disabled={props.disabled}
      onKeyDown={onKeyDown}
      className="inline-flex max-w-full rounded-[7px] border border-[color-mix(in_srgb,var(--line-strong)_70%,var(--panel))] bg-panel"
    >
      {segments.map(({ value, label, quiet }) => (
        // biome-ignore lint/a11y/useSemanticElements: see above
        <button
          key={value}
          type="button"
          role="radio"
          aria-checked={value === chosen}
          disabled={props.disabled}
          tabIndex={value === entry ? 0 : -1}
          onClick={() => props.onChange(value)}
          className={cn(
            'touch flex min-h-[30px] items-center border-l border-line px-3 py-1 text-sm first:rounded-l-md first:border-l-0 last:rounded-r-md',
            'focus-visible:outline-2 focus-visible:-outline-offset-2 focus-visible:outline-accent',
            value !== chosen && 'text-ink-2 hover:bg-sunken',
            value === chosen && (quiet ? 'bg-sunken text-ink' : 'bg-accent-soft font-semibold text-accent'),
          )}
        >
          {label}
        </button>
      ))}
    </div>
  )
}
