'use client'
import { type ReactNode, useId } from 'react'

type Choice<T extends string> = { readonly value: T; readonly title: string; readonly help: string }

type RadioChoicesProps<T extends string> = {
  /** What is chosen, for screen readers. */
  legend: string
  /** What is said before the choices. */
  children: ReactNode
  choices: readonly Choice<T>[]
  chosen: T | null | undefined
  onChoose: (value: T) => void
}

/** One of a few, each with what it means. */
export function RadioChoices<T extends string>(props: RadioChoicesProps<T>) {
  const { legend, children, choices, chosen, onChoose } = props
  const name = useId()
  return (
    <fieldset className="min-w-0 rounded-lg bg-sunken px-3 py-2">
      <legend className="sr-only">{legend}</legend>
      {children}
      {choices.map(({ value, title, help }) => (
        <label key={value} className="touch mt-1 flex cursor-pointer items-start gap-2">
          <input
            type="radio"
            name={name}
            className="mt-1 accent-[var(--accent)]"
            checked={chosen === value}
            onChange={() => onChoose(value)}
          />
          <span className="min-w-0">
            <span className="block font-medium wrap-anywhere">{title}</span>
            <span className="block text-xs text-ink-2">{help}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
