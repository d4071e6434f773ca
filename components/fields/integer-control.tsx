'use client'
import type { IntegerKey } from '@/lib/schema/manifest'
import { type ControlProps, labelled } from './field-props'
import { type TextCodec, useText } from './use-text'

/** Whole numbers, exact at any size. */
export const integerCodec: TextCodec = {
  show: (value) => (value?.type === 'integer' ? String(value.value) : ''),
  read: (text) => {
    const trimmed = text.trim()
    if (trimmed === '') {
      return { value: null }
    }
    return /^[+-]?\d{1,38}$/.test(trimmed)
      ? { value: { type: 'integer', value: BigInt(trimmed.replace('+', '')) } }
      : { error: 'Enter a whole number, digits only. The profile keeps the last value until then.' }
  },
}

/** A whole number with its unit. */
export function IntegerControl(props: ControlProps<IntegerKey>) {
  const { field, error } = useText(props, integerCodec)
  const { definition } = props
  return (
    <div>
      <div className="flex items-center gap-2">
        <input
          {...field}
          {...labelled({ ...props, invalid: props.invalid || error !== undefined })}
          type="text"
          inputMode="numeric"
          autoComplete="off"
          placeholder={definition.default === undefined ? definition.placeholder : String(definition.default)}
          className="control max-w-40 font-mono text-[12.5px]"
        />
        {definition.unit && <span className="text-ink-2">{definition.unit}</span>}
      </div>
      {error && (
        <p role="alert" className="mt-1 text-xs text-error">
          {error}
        </p>
      )}
    </div>
  )
}
