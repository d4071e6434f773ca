'use client'
import { useId } from 'react'
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

/** One of a few choices as buttons in a row; radio buttons underneath, so arrow keys and screen readers work as usual. */
export function Segments<V extends string>(props: SegmentsProps<V>) {
  const name = useId()
  return (
    <fieldset
      id={props.id}
      tabIndex={props.id === undefined ? undefined : -1}
      aria-label={props.label}
      aria-labelledby={props.labelledBy}
      aria-describedby={props.describedBy}
      disabled={props.disabled}
      className="inline-flex max-w-full rounded-[7px] border border-[color-mix(in_srgb,var(--line-strong)_70%,var(--panel))] bg-panel"
    >
      {props.segments.map(({ value, label, quiet }) => (
        <label
          key={value}
          className={cn(
            'touch relative flex min-h-[30px] cursor-pointer items-center border-l border-line px-3 py-1 text-sm first:rounded-l-md first:border-l-0 last:rounded-r-md',
            'has-[:focus-visible]:outline-2 has-[:focus-visible]:-outline-offset-2 has-[:focus-visible]:outline-accent',
            value !== props.value && 'text-ink-2 hover:bg-sunken',
            value === props.value &&
              (quiet ? 'bg-sunken text-ink' : 'bg-accent-soft font-semibold text-accent'),
          )}
        >
          <input
            type="radio"
            name={name}
            value={value}
            checked={value === props.value}
            onChange={() => props.onChange(value)}
            // Over the whole of its segment, drawing nothing: hidden by clipping, each would cost every frame something.
            className="absolute inset-0 cursor-pointer appearance-none outline-none"
          />
          {label}
        </label>
      ))}
    </fieldset>
  )
}
