'use client'
import { parseReal } from '@/lib/plist/xml/scalars'
import type { RealKey } from '@/lib/schema/manifest'
import { type ControlProps, labelled } from './field-props'
import { TextError } from './text-error'
import { type TextCodec, useText } from './use-text'

/** Numbers with a fraction. What a file spells keeps its spelling until somebody changes it. */
export const realCodec: TextCodec = {
  show: (value) =>
    value?.type === 'real'
      ? (value.text ?? String(value.value))
      : value?.type === 'integer'
        ? String(value.value)
        : '',
  read: (text) => {
    const trimmed = text.trim()
    if (trimmed === '') {
      return { value: null }
    }
    const value = /^[+-]?\d+(\.\d+)?$/.test(trimmed) ? parseReal(trimmed) : undefined
    return value === undefined
      ? { error: 'Enter a number, such as 2 or 0.5. The profile keeps the last value until then.' }
      : { value: { type: 'real', value } }
  },
}

/** A number with its unit. */
export function RealControl(props: ControlProps<RealKey>) {
  const { field, error } = useText(props, realCodec)
  const { definition } = props
  return (
    <div>
      <div className="flex items-center gap-2">
        <input
          {...field}
          {...labelled(props, error)}
          type="text"
          inputMode="decimal"
          autoComplete="off"
          placeholder={definition.default === undefined ? definition.placeholder : String(definition.default)}
          className="control max-w-40 font-mono text-[12.5px]"
        />
        {definition.unit && <span className="text-ink-2">{definition.unit}</span>}
      </div>
      <TextError error={error} />
    </div>
  )
}
