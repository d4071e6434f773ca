'use client'
import { parseReal } from '@/lib/plist/xml/scalars'
import type { RealKey } from '@/lib/schema/manifest'
import type { ControlProps } from './field-props'
import { NumberInput } from './number-input'
import type { TextCodec } from './tie-text'

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
  return <NumberInput {...props} codec={realCodec} inputMode="decimal" />
}
