'use client'
import type { IntegerKey } from '@/lib/schema/manifest'
import { type ControlProps, labelled } from './field-props'
import { TextError } from './text-error'
import { type TextCodec, useText } from './use-text'

/** What an XML property list can hold: signed or unsigned 64 bits. */
const SMALLEST = -(2n ** 63n)
const LARGEST = 2n ** 64n - 1n

/** Whole numbers, exact at any size that a profile can hold. */
export const integerCodec: TextCodec = {
  show: (value) => (value?.type === 'integer' ? String(value.value) : ''),
  read: (text) => {
    const trimmed = text.trim()
    if (trimmed === '') {
      return { value: null }
    }
    if (!/^[+-]?\d{1,38}$/.test(trimmed)) {
      return { error: 'Enter a whole number, digits only. The profile keeps the last value until then.' }
    }
    const value = BigInt(trimmed.replace('+', ''))
    return value >= SMALLEST && value <= LARGEST
      ? { value: { type: 'integer', value } }
      : {
          error:
            'Enter a smaller number: profiles hold 64 bits. The profile keeps the last value until then.',
        }
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
          {...labelled(props, error)}
          type="text"
          inputMode="numeric"
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
