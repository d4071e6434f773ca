'use client'
import { useId } from 'react'
import { OuterLink } from '@/components/ui/outer-link'
import { Segments } from '@/components/ui/segments'
import { choiceOf } from '@/lib/profile/migration/edits'
import type { Choice, MigrationItem, MigrationKind, MigrationTarget } from '@/lib/profile/migration/plan'

type Kind = { readonly kind: MigrationKind; readonly title: string; readonly help: string }

/** In the order in which they are shown. */
const kinds: readonly Kind[] = [
  { kind: 'clash', title: 'Clashes', help: "Today's key holds something else." },
  { kind: 'kept', title: 'Kept', help: 'Tick what is to be taken over.' },
  { kind: 'renamed', title: 'Renamed', help: 'Tick what is to be taken over.' },
  { kind: 'changed', title: 'Changed', help: 'Tick what is to be taken over.' },
  {
    kind: 'none',
    title: 'No counterpart',
    help: 'Stays in the old payload. Tick what is to be removed from it.',
  },
]

type MigrationRowsProps = {
  readonly items: readonly MigrationItem[]
  readonly choices: ReadonlyMap<string, Choice>
  readonly onChoose: (item: MigrationItem, choice: Choice) => void
}

/** The old settings of one product by what becomes of them. */
export function MigrationRows({ items, choices, onChoose }: MigrationRowsProps) {
  return kinds.map(({ kind, title, help }) => {
    const own = items.filter((item) => item.kind === kind)
    return (
      own.length > 0 && (
        <div key={kind} className="mt-3">
          <h4 className="text-xs font-semibold text-ink-2">
            {title} ({own.length})
          </h4>
          <p className="text-xs text-ink-2">{help}</p>
          <ul className="mt-1 divide-y divide-line border-y border-line">
            {own.map((item) => (
              <Row
                key={item.id}
                item={item}
                choice={choiceOf(item, { items: choices })}
                onChoose={(choice) => onChoose(item, choice)}
              />
            ))}
          </ul>
        </div>
      )
    )
  })
}

type RowProps = {
  readonly item: MigrationItem
  readonly choice: Choice
  readonly onChoose: (choice: Choice) => void
}

function Row({ item, choice, onChoose }: RowProps) {
  const id = useId()
  const act = item.kind === 'none' ? 'remove' : 'take'
  return (
    <li className="flex gap-2.5 py-2.5">
      {item.kind !== 'clash' && (
        <input
          type="checkbox"
          id={id}
          aria-describedby={`${id}-why`}
          checked={choice !== 'leave'}
          onChange={({ currentTarget }) => onChoose(currentTarget.checked ? act : 'leave')}
          className="mt-0.5 size-4 shrink-0 accent-accent"
        />
      )}
      <div className="min-w-0 flex-1 space-y-1 wrap-anywhere">
        {item.kind === 'clash' ? (
          <p className="font-mono text-xs font-medium">{item.name}</p>
        ) : (
          <label htmlFor={id} className="block font-mono text-xs font-medium">
            <span className="sr-only">{item.kind === 'none' ? 'Remove' : 'Take over'} </span>
            {item.name}
          </label>
        )}
        <Values item={item} />
        <p id={`${id}-why`} className="text-xs text-ink-2">
          {item.why} {item.certainty === 'inferred' && item.kind !== 'none' && 'Inferred. '}
          {item.source && <OuterLink address={item.source} />}
        </p>
        {item.kind === 'clash' && (
          <Segments
            label={`What becomes of ${item.name}`}
            segments={[
              { value: 'leave', label: 'Leave both', quiet: true },
              { value: 'take', label: 'Take the old value' },
              { value: 'remove', label: "Keep today's" },
            ]}
            value={choice}
            onChange={onChoose}
          />
        )}
      </div>
    </li>
  )
}

/** What it says, and what today's keys get, or hold where they clash. */
function Values({ item }: { readonly item: MigrationItem }) {
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2 text-xs">
      <dt className="text-ink-2">Old</dt>
      <dd className="font-mono whitespace-pre-wrap">{item.before}</dd>
      {item.targets.map((target) => (
        <After key={`${target.domain} ${target.name}`} target={target} old={item.before} />
      ))}
    </dl>
  )
}

type AfterProps = { readonly target: MigrationTarget; readonly old: string }

function After({ target: { domain, name, after, before, same }, old }: AfterProps) {
  const value = before ?? after
  return (
    <>
      <dt className="text-ink-2">{before === null ? 'New' : 'Today'}</dt>
      <dd>
        <span className="font-mono whitespace-pre-wrap">{value}</span> in{' '}
        <span className="font-mono">{`${domain} › ${name}`}</span>
        {same && ', which holds it already'}
        {before !== null && after !== old && (
          <>
            ; the old value is <span className="font-mono whitespace-pre-wrap">{after}</span> there
          </>
        )}
      </dd>
    </>
  )
}
