'use client'
import { useSetting } from '@/components/open-profile/open-profile'
import type { PlistValue } from '@/lib/plist/value'
import type { ChoiceKey } from '@/lib/schema/manifest'
import { type ControlProps, labelled } from './field-props'
import { stringOf, textCodec } from './text-codec'
import { TextError } from './text-error'
import { useText } from './use-text'

/** One of the known values; where others exist too, a text field that suggests the known ones. */
export function ChoiceControl(props: ControlProps<ChoiceKey>) {
  return props.definition.open ? <OpenChoice {...props} /> : <ClosedChoice {...props} />
}

function ClosedChoice(props: ControlProps<ChoiceKey>) {
  const { definition, domain, path, write } = props
  const value = useSetting(domain, path)
  const current =
    value === undefined
      ? ''
      : value.type === 'string' || value.type === 'integer'
        ? String(value.value)
        : null
  const known = current === '' || (current !== null && current in definition.options)
  const toValue = (text: string): PlistValue =>
    definition.as === 'integer' ? { type: 'integer', value: BigInt(text) } : stringOf(text)
  return (
    <select
      {...labelled(props)}
      value={current ?? '\u0000'}
      onChange={(event) => write(event.target.value === '' ? null : toValue(event.target.value), 'whole')}
      className="control"
    >
      <option value="">Not configured</option>
      {!known && <option value={current ?? '\u0000'}>{current ?? 'Something else'}</option>}
      {Object.entries(definition.options).map(([option, { label }]) => (
        <option key={option} value={option}>
          {label}
        </option>
      ))}
    </select>
  )
}

function OpenChoice(props: ControlProps<ChoiceKey>) {
  const { field, error } = useText(props, textCodec)
  const { definition } = props
  const listId = `${props.id}-options`
  return (
    <>
      <input
        {...field}
        {...labelled(props, error)}
        type="text"
        list={listId}
        autoComplete="off"
        spellCheck={false}
        placeholder={definition.default ?? definition.placeholder}
        className="control font-mono text-[12.5px]"
      />
      <datalist id={listId}>
        {Object.entries(definition.options).map(([option, { label }]) => (
          <option key={option} value={option} label={label === option ? undefined : label} />
        ))}
      </datalist>
      <TextError error={error} />
    </>
  )
}
