'use client'
import { useSetting } from '@/components/open-profile/open-profile'
import { Segments } from '@/components/ui/segments'
import type { BooleanKey } from '@/lib/schema/manifest'
import type { ControlProps } from './field-props'

const segments = [
  { value: 'absent', label: 'Not configured', quiet: true },
  { value: 'true', label: 'On' },
  { value: 'false', label: 'Off' },
] as const

/** Three states: a key that is absent is neither on nor off. */
export function BooleanControl({ domain, path, id, labelId, describedBy, write }: ControlProps<BooleanKey>) {
  const value = useSetting(domain, path)
  const state = value === undefined ? 'absent' : value.type === 'boolean' ? (`${value.value}` as const) : null
  return (
    <Segments
      id={id}
      segments={segments}
      value={state}
      onChange={(next) => write(next === 'absent' ? null : { type: 'boolean', value: next === 'true' })}
      labelledBy={labelId}
      {...(describedBy ? { describedBy } : {})}
    />
  )
}
