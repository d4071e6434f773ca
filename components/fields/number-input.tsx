'use client'
import type { IntegerKey, RealKey } from '@/lib/schema/manifest'
import { type ControlProps, labelled } from './field-props'
import { TextError } from './text-error'
import type { TextCodec } from './tie-text'
import { useText } from './use-text'

/** The input of a number with its unit; `inputMode` is the keyboard of small screens. */
export function NumberInput({
  codec,
  inputMode,
  ...props
}: ControlProps<IntegerKey | RealKey> & { codec: TextCodec; inputMode: 'numeric' | 'decimal' }) {
  const { field, error } = useText(props, codec)
  const { definition } = props
  return (
    <div>
      <div className="flex items-center gap-2">
        <input
          {...field}
          {...labelled(props, error)}
          type="text"
          inputMode={inputMode}
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
