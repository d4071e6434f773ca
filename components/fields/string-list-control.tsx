'use client'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import type { StringListKey } from '@/lib/schema/manifest'
import { type ControlProps, fieldId } from './field-props'
import { AddButton, ItemButtons } from './list-buttons'
import { ListFrame } from './list-frame'
import { stringOf } from './text-codec'
import { useList } from './use-list'

/** Texts in an order: one row each, Enter adds the next. */
export function StringListControl(props: ControlProps<StringListKey>) {
  const { definition, domain, path } = props
  const list = useList(domain, path, props.write)
  const [focused, setFocused] = useState<number | null>(null)
  const title = definition.itemTitle ?? 'Value'
  const add = (text = '') => {
    list.add(stringOf(text))
    setFocused(list.items.length)
  }
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
            placeholder={item.type === 'string' ? definition.placeholder : `holds a ${item.type}`}
            // biome-ignore lint/a11y/noAutofocus: the row was asked for a moment ago
            autoFocus={focused === index}
            onChange={(event) => list.set(index, stringOf(event.target.value))}
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
