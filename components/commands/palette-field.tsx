'use client'
import type { ComponentProps } from 'react'

type PaletteFieldProps = Pick<
  ComponentProps<'input'>,
  'aria-expanded' | 'aria-controls' | 'aria-activedescendant' | 'onKeyDown'
> & { query: string; onQuery: (query: string) => void; label?: string; placeholder?: string }

/** Where the palette is asked. It is there before the list has come, so that nothing typed meanwhile is lost. */
export function PaletteField({
  query,
  onQuery,
  label = 'Find configurations, keys and commands',
  placeholder = 'A configuration, a key or a command',
  ...list
}: PaletteFieldProps) {
  return (
    <div className="sticky top-0 z-10 border-b border-line bg-panel px-5 py-3">
      <input
        ref={focusNow}
        type="text"
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={false}
        aria-label={label}
        placeholder={placeholder}
        autoComplete="off"
        spellCheck={false}
        dir="auto"
        value={query}
        onChange={(event) => onQuery(event.target.value)}
        className="control"
        {...list}
      />
    </div>
  )
}

/** The dialog gives the field the focus when it opens; when it is open already, the field takes it, behind its text. */
function focusNow(field: HTMLInputElement | null): void {
  field?.setAttribute('autofocus', '')
  field?.focus()
  field?.setSelectionRange(field.value.length, field.value.length)
}
