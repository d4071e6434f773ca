'use client'
import { useState } from 'react'
import { useOpenProfile, useSetting } from '@/components/open-profile/open-profile'
import type { PlistValue } from '@/lib/plist/value'
import type { BooleanKey, IntegerKey, StringKey, UnconfirmedKey } from '@/lib/schema/manifest'
import { BooleanControl } from './boolean-control'
import { type ControlProps, fieldId } from './field-props'
import { IntegerControl } from './integer-control'
import { StringControl } from './string-control'

type UnconfirmedType = UnconfirmedKey['types'][number]
const labels = { integer: 'Number', boolean: 'On or off', string: 'Text' } as const satisfies Record<
  UnconfirmedType,
  string
>

/** The administrator says which type to write, because no public source does. */
export function UnconfirmedControl(props: ControlProps<UnconfirmedKey>) {
  const { definition, domain, path } = props
  const { texts } = useOpenProfile()
  const value = useSetting(domain, path)
  const [chosen, setChosen] = useState<UnconfirmedType>()
  const written = definition.types.find((type) => type === value?.type)
  const type = written ?? chosen ?? definition.types[0] ?? 'string'
  const typeId = fieldId(domain, [...path, 'type'])
  return (
    <div className="flex flex-wrap items-start gap-2">
      <select
        id={typeId}
        aria-label={`Type of ${definition.title}`}
        value={type}
        onChange={(event) => {
          setChosen(event.target.value as UnconfirmedType)
          props.write(null)
          // What was no value of the type before may be one of this type.
          texts.drop(domain, path)
        }}
        className="control !w-auto"
      >
        {definition.types.map((option) => (
          <option key={option} value={option}>
            {labels[option]}
          </option>
        ))}
      </select>
      <div className="min-w-40 flex-1">
        <TypedControl key={type} type={type} {...props} />
      </div>
    </div>
  )
}

/** No source says what a switch of unknown type does. */
const unread = { on: 'what it does is not documented.', off: 'what it does is not documented.' }

function TypedControl({
  type,
  definition,
  ...rest
}: ControlProps<UnconfirmedKey> & { type: UnconfirmedType }) {
  const { kind: _, types: __, ...facts } = definition
  const controls: Record<PlistValue['type'] & UnconfirmedType, () => React.ReactNode> = {
    integer: () => (
      <IntegerControl {...rest} definition={{ ...facts, kind: 'integer' } satisfies IntegerKey} />
    ),
    boolean: () => (
      <BooleanControl {...rest} definition={{ ...facts, ...unread, kind: 'boolean' } satisfies BooleanKey} />
    ),
    string: () => <StringControl {...rest} definition={{ ...facts, kind: 'string' } satisfies StringKey} />,
  }
  return controls[type]()
}
