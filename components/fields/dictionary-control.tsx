'use client'
import type { DictionaryKey } from '@/lib/schema/manifest'
import type { ControlProps } from './field-props'

/** The fields of a dictionary inside an element of a list; at the top level, layout shows them as rows of their group. */
export function DictionaryControl(props: ControlProps<DictionaryKey>) {
  const { definition, domain, path, id } = props
  return (
    <div id={id} tabIndex={-1} className="divide-y divide-line rounded-lg border border-line">
      {Object.entries(definition.keys).map(([key, inner]) => (
        <props.Field key={key} name={key} definition={inner} domain={domain} path={[...path, key]} nested />
      ))}
    </div>
  )
}
