'use client'
import type { PlistValue } from '@/lib/plist/value'
import type { DictionaryListKey } from '@/lib/schema/manifest'
import type { ControlProps } from './field-props'
import { AddButton, ItemButtons } from './list-buttons'
import { ListFrame } from './list-frame'
import { useList } from './use-list'

/** Dictionaries in an order: each a panel with the fields of its keys. */
export function DictionaryListControl(props: ControlProps<DictionaryListKey>) {
  const { definition, domain, path } = props
  const list = useList(domain, path)
  return (
    <ListFrame of={props} className="space-y-3">
      {list.items.map((item, index) => {
        const name = `${definition.itemTitle} ${index + 1}`
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: elements have no identity; the position is what is edited
          <section key={index} aria-label={name} className="rounded-lg border border-line">
            <header className="flex items-center justify-between gap-2 border-b border-line py-1 pr-1 pl-3">
              <h3 className="min-w-0 truncate font-semibold">{nameOf(item, definition) ?? name}</h3>
              <ItemButtons
                name={name}
                index={index}
                count={list.items.length}
                onMove={(to) => list.move(index, to)}
                onRemove={() => list.remove(index)}
              />
            </header>
            <div className="divide-y divide-line">
              {Object.entries(definition.keys).map(([key, inner]) => (
                <props.Field
                  key={key}
                  name={key}
                  definition={inner}
                  domain={domain}
                  path={[...path, index, key]}
                  nested
                />
              ))}
            </div>
          </section>
        )
      })}
      <AddButton
        title={`Add ${definition.itemTitle.toLowerCase()}`}
        onAdd={() => list.add({ type: 'dict', entries: [] })}
      />
    </ListFrame>
  )
}

function nameOf(item: PlistValue, definition: DictionaryListKey): string | null {
  const entry = item.type === 'dict' ? item.entries.find(({ key }) => key === definition.itemName) : undefined
  return entry?.value.type === 'string' && entry.value.value !== '' ? entry.value.value : null
}
