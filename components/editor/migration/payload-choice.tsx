'use client'
import { useId } from 'react'

type PayloadChoiceProps = {
  readonly product: string
  /** Whether nothing is left behind in the payload. */
  readonly settled: boolean
  readonly chosen: boolean
  readonly onChoose: (without: boolean) => void
}

/** Whether the old payload goes too; possible once nothing is left in it. */
export function PayloadChoice({ product, settled, chosen, onChoose }: PayloadChoiceProps) {
  const id = useId()
  return (
    <div className="mt-3 flex gap-2.5">
      <input
        type="checkbox"
        id={id}
        aria-describedby={settled ? undefined : `${id}-why`}
        checked={settled && chosen}
        disabled={!settled}
        onChange={({ currentTarget }) => onChoose(currentTarget.checked)}
        className="mt-0.5 size-4 shrink-0 accent-accent"
      />
      <div className="min-w-0">
        <label htmlFor={id} className="block text-xs font-medium">
          Remove the payload of {product}
        </label>
        {!settled && (
          <p id={`${id}-why`} className="text-xs text-ink-2">
            Possible once everything in it is taken over or removed.
          </p>
        )}
      </div>
    </div>
  )
}
