'use client'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import type { StringListKey } from '@/lib/schema/manifest'
import { type ControlProps, fieldId } from './field-props'
import { AddButton, ItemButtons } from './list-buttons'
import { ListFrame } from './list-frame'
import { stringOf } from './text-codec'
import { useList } from './use-list'
import { usePlaceholder } from './use-placeholder'

/** Texts in an order: one row each, Enter adds the next. */
export function StringListControl(props: ControlProps<StringListKey>) {
  const { definition, domain, path } = props
  const list = useList(domain, path)
  const [focused, setFocused] = useState<number | null>(null)
  const title = definition.itemTitle ?? 'Value'
  const add = (text = '') => {
    list.add(stringOf(text))
    setFocused(list.items.length)
  }
  // A field of one line would join the lines; each is an element of its own, those that are there stay.
  const paste = (
    index: number,
    { value, selectionStart, selectionEnd }: HTMLInputElement,
    lines: string[],
  ) => {
    const [first = '', ...more] = lines
    const before = value.slice(0, selectionStart ?? value.length)
    const behind = value.slice(selectionEnd ?? value.length)
    const texts = [before + first, ...more.slice(0, -1), `${more.at(-1) ?? ''}${behind}`]
    list.replace(index, texts.map(stringOf))
    setFocused(index + more.length)
  }
  const example = usePlaceholder(props)
  const taken = new Set(list.items.map((item) => (item.type === 'string' ? item.value : '')))
  const offered = Object.entries(definition.options ?? {}).filter(([option]) => !taken.has(option))
  return (
    <ListFrame of={props} className="space-y-1.5">
      {list.items.map((item, index) => (
        // Elements have no identity of their own; the position is what is edited.
        <div key={fieldId(domain, [...path, index])} className="flex items-center gap-1">
          <input
            type="text"
            aria-label={`${title} ${index + 1}`}
            value={item.type === 'string' ? item.value : ''}
            placeholder={item.type === 'string' ? example : `holds a ${item.type}`}
            // biome-ignore lint/a11y/noAutofocus: the row was asked for a moment ago
            autoFocus={focused === index}
            onChange={(event) => list.set(index, stringOf(event.target.value))}
            onPaste={(event) => {
              const lines = linesOf(event.clipboardData.getData('text/plain'))
              if (lines.length > 1) {
                event.preventDefault()
                paste(index, event.currentTarget, lines)
              }
            }}
            onKeyDown={(event) => event.key === 'Enter' && add()}
            autoComplete="off"
            spellCheck={false}
            className="control font-mono text-[12.5px]"
          />
          <ItemButtons
            name={`${title} ${index + 1}`}
            index={index}
            count={list.items.length}
            onMove={(to) => list.move(index, to)}
            onRemove={() => list.remove(index)}
          />
        </div>
      ))}
      {list.configured && list.items.length === 0 && (
        <p className="text-xs text-ink-2">
          Configured as an empty list.{' '}
          <Button look="link" onClick={list.clear}>
            Set to Not configured
          </Button>
        </p>
      )}
      <div className="flex flex-wrap gap-1.5">
        <AddButton title={`Add ${title.toLowerCase()}`} onAdd={() => add()} />
        {offered.map(([option, { label }]) => (
          <AddButton key={option} title={label} onAdd={() => list.add(stringOf(option))} />
        ))}
      </div>
    </ListFrame>
  )
}

/** The lines of a text that hold something, without the space around them. */
function linesOf(text: string): string[] {
  return text
    .split(/[\r\n\u2028\u2029]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
