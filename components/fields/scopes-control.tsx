'use client'
import { type KeyboardEvent, useRef, useState } from 'react'
import { useSetting } from '@/components/open-profile/open-profile'
import { Glyph } from '@/components/ui/sign'
import { writtenScopes } from '@/lib/products/jamf-connect/scopes'
import type { StringKey } from '@/lib/schema/manifest'
import { type ControlProps, labelled } from './field-props'
import { stringOf } from './text-codec'

/** Scopes as tokens. Jamf Connect stores them in one string joined by "+"; a string joined by spaces keeps its spaces. */
export function ScopesControl(props: ControlProps<StringKey>) {
  const value = useSetting(props.domain, props.path)
  const text = value?.type === 'string' ? value.value : ''
  const scopes = text.split(/[+\s]+/).filter(Boolean)
  const joiner = /\s/.test(text) && !text.includes('+') ? ' ' : '+'
  const [typed, setTyped] = useState('')
  const input = useRef<HTMLInputElement>(null)

  const write = (next: readonly string[]) => {
    const unique = [...new Set(next)]
    props.write(unique.length === 0 ? null : stringOf(unique.join(joiner)), 'whole')
  }
  const take = (entered: string) => {
    const added = writtenScopes(entered)
    if (added.length > 0) {
      write([...scopes, ...added])
    }
    setTyped('')
  }
  const onKeyDown = (event: KeyboardEvent) => {
    // Saving and exporting take what is typed but not finished.
    if ((event.ctrlKey || event.metaKey) && ['s', 'e'].includes(event.key.toLowerCase())) {
      take(typed)
      return
    }
    if (['Enter', ' ', '+', ','].includes(event.key) && typed.trim() !== '') {
      event.preventDefault()
      take(typed)
    } else if (event.key === 'Backspace' && typed === '') {
      write(scopes.slice(0, -1))
    }
  }
  return (
    <div className="control flex flex-wrap items-center gap-1.5 py-[3px]">
      {scopes.map((scope) => (
        <span
          key={scope}
          className="inline-flex items-center rounded-md border border-line bg-sunken pl-2 font-mono text-[12.5px]"
        >
          {scope}
          <button
            type="button"
            aria-label={`Remove the scope ${scope}`}
            onClick={() => {
              write(scopes.filter((other) => other !== scope))
              input.current?.focus()
            }}
            className="flex size-6 items-center justify-center rounded-md text-ink-3 hover:text-ink"
          >
            <Glyph>×</Glyph>
          </button>
        </span>
      ))}
      <input
        {...labelled(props)}
        ref={input}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={() => take(typed)}
        placeholder={scopes.length === 0 ? (props.definition.placeholder ?? '').replaceAll('+', ' ') : ''}
        autoComplete="off"
        spellCheck={false}
        className="min-w-24 flex-1 bg-transparent font-mono text-[12.5px] outline-none"
      />
    </div>
  )
}
