'use client'
import type { DictionaryKey } from '@/lib/schema/manifest'
import type { ControlProps } from './field-props'
import { KeyField } from './key-field'

/** The fields of a dictionary inside an element of a list; at the top level, layout shows them as rows of their group. */
export function DictionaryControl({ definition, domain, path, id }: ControlProps<DictionaryKey>) {
  return (
    <div id={id} tabIndex={-1} className="divide-y divide-line rounded-lg border border-line">
      {Object.entries(definition.keys).map(([key, inner]) => (
        <KeyField key={key} name={key} definition={inner} domain={domain} path={[...path, key]} nested />
      ))}
    </div>
  )
}
