'use client'
import { useSetting } from '@/components/open-profile/open-profile'
import { Segments } from '@/components/ui/segments'
import type { BooleanKey } from '@/lib/schema/manifest'
import { readingsInWords } from '@/lib/schema/readings'
import type { ControlProps } from './field-props'

const segments = [
  { value: 'absent', label: 'Not configured', quiet: true },
  { value: 'true', label: 'On' },
  { value: 'false', label: 'Off' },
] as const

/** Three states: a key that is absent is neither on nor off. What On means stands beside it, or Off once it is chosen. */
export function BooleanControl(props: ControlProps<BooleanKey>) {
  const { domain, path, id, labelId, describedBy, write, definition } = props
  const value = useSetting(domain, path)
  const state = value === undefined ? 'absent' : value.type === 'boolean' ? (`${value.value}` as const) : null
  const [on, off] = readingsInWords(definition)
  const readingId = `${id}-reading`
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <Segments
        id={id}
        segments={segments}
        value={state}
        onChange={(next) =>
          write(next === 'absent' ? null : { type: 'boolean', value: next === 'true' }, 'whole')
        }
        labelledBy={labelId}
        describedBy={[readingId, describedBy].filter(Boolean).join(' ')}
      />
      <span id={readingId} className="min-w-0 flex-1 basis-52 text-xs leading-[1.45] text-ink-2">
        {state === 'false' ? off : on}
      </span>
    </div>
  )
}
