'use client'
import type { IntegerKey } from '@/lib/schema/manifest'
import type { ControlProps } from './field-props'
import { NumberInput } from './number-input'
import type { TextCodec } from './tie-text'

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
  return <NumberInput {...props} codec={integerCodec} inputMode="numeric" />
}
