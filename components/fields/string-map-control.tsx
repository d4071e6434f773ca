'use client'
import { useState } from 'react'
import { useSetting } from '@/components/open-profile/open-profile'
import type { PlistEntry } from '@/lib/plist/value'
import type { StringMapKey } from '@/lib/schema/manifest'
import type { ControlProps } from './field-props'
import { AddButton, ItemButtons } from './list-buttons'
import { ListFrame } from './list-frame'
import { stringOf, writable } from './text-codec'

const NONE: readonly PlistEntry[] = []

/** Pairs of text. A name that is there already stays in its field only until it is changed: a dict cannot hold it twice. */
export function StringMapControl(props: ControlProps<StringMapKey>) {
  const { definition, domain, path } = props
  const value = useSetting(domain, path)
  const entries = value?.type === 'dict' ? value.entries : NONE
  const [doubled, setDoubled] = useState<{ index: number; name: string } | null>(null)
  const put = (next: readonly PlistEntry[], act: 'typed' | 'whole' = 'whole') => {
    setDoubled(null)
    props.write(next.length === 0 ? null : { type: 'dict', entries: next }, act)
  }
  const change = (index: number, entry: PlistEntry) => {
    const taken = entries.some((other, at) => at !== index && other.key === entry.key)
    if (taken) {
      setDoubled({ index, name: entry.key })
    } else {
      put(
        entries.map((other, at) => (at === index ? entry : other)),
        'typed',
      )
    }
  }
  const add = () => {
    const names = new Set(entries.map((entry) => entry.key))
    let number = entries.length + 1
    while (names.has(`${definition.keyTitle} ${number}`)) {
      number++
    }
    put([...entries, { key: `${definition.keyTitle} ${number}`, value: stringOf('') }])
  }
  return (
    <ListFrame of={props} className="space-y-1.5">
      {entries.map((entry, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the name of an entry changes while it is typed
        <div key={index} className="flex items-center gap-1">
          <input
            aria-label={`${definition.keyTitle} ${index + 1}`}
            value={doubled?.index === index ? doubled.name : entry.key}
            onChange={(event) => change(index, { ...entry, key: writable(event.target.value) })}
            spellCheck={false}
            className="control font-mono text-[12.5px]"
          />
          <input
            aria-label={`${definition.valueTitle} ${index + 1}`}
            value={entry.value.type === 'string' ? entry.value.value : ''}
            onChange={(event) => change(index, { ...entry, value: stringOf(event.target.value) })}
            spellCheck={false}
            className="control font-mono text-[12.5px]"
          />
          <ItemButtons
            name={entry.key}
            index={index}
            count={entries.length}
            onMove={(to) => {
              const rest = entries.filter((other) => other !== entry)
              put([...rest.slice(0, to), entry, ...rest.slice(to)])
            }}
            onRemove={() => put(entries.filter((other) => other !== entry))}
          />
        </div>
      ))}
      {doubled && (
        <p role="alert" className="text-xs text-error">
          “{doubled.name}” is in the list already. The profile keeps “{entries[doubled.index]?.key}” until you
          enter another name.
        </p>
      )}
      <AddButton title={`Add ${definition.keyTitle.toLowerCase()}`} onAdd={add} />
    </ListFrame>
  )
}
