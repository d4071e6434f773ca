'use client'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import type { Difference } from '@/lib/profile/compare/differences'

/** More rows take the page long to lay out. */
const MOST = 200

const KINDS = { added: 'Added', removed: 'Removed', changed: 'Changed', type: 'Type changed' } as const

type DifferenceListProps = {
  readonly differences: readonly Difference[]
  /** What both sides are called. */
  readonly before: string
  readonly after: string
}

/** Differences by key, under what holds them. */
export function DifferenceList({ differences, before, after }: DifferenceListProps) {
  const [most, setMost] = useState(MOST)
  const shown = differences.slice(0, most)
  const holders = [...new Set(shown.map(({ holder }) => holder))]
  return (
    <div className="space-y-5">
      {holders.map((holder) => (
        <section key={holder} aria-label={holder}>
          <h2 className="text-xs font-semibold text-ink-2">{holder}</h2>
          <ul className="mt-1 divide-y divide-line border-y border-line">
            {shown
              .filter((difference) => difference.holder === holder)
              .map((difference) => (
                <Row key={difference.at} difference={difference} before={before} after={after} />
              ))}
          </ul>
        </section>
      ))}
      {differences.length > most && (
        <Button onClick={() => setMost(differences.length)}>Show all {differences.length} differences</Button>
      )}
    </div>
  )
}

type RowProps = { readonly difference: Difference; readonly before: string; readonly after: string }

function Row({ difference: { title, path, kind, told }, before, after }: RowProps) {
  const name = path.join(' › ')
  return (
    <li className="grid gap-x-6 gap-y-1 py-2 md:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
      <div className="min-w-0">
        <p className="font-medium break-words">{title ?? (name || 'Payload')}</p>
        <p className="text-xs text-ink-2">
          {KINDS[kind]}
          {title !== null && <span className="font-mono break-all"> · {name}</span>}
        </p>
      </div>
      <dl className="min-w-0 space-y-0.5 font-mono text-xs">
        <Value name={before} text={told.before} tone="text-error" mark="−" />
        <Value name={after} text={told.after} tone="text-good" mark="+" />
      </dl>
    </li>
  )
}

type ValueProps = {
  readonly name: string
  readonly text: string | null
  readonly tone: string
  readonly mark: string
}

function Value({ name, text, tone, mark }: ValueProps) {
  return text === null ? null : (
    <div className="flex gap-2">
      <dt className={tone}>
        <span aria-hidden>{mark}</span>
        <span className="sr-only">{name}</span>
      </dt>
      <dd dir="auto" className="min-w-0 break-words whitespace-pre-wrap [overflow-wrap:anywhere]">
        {text}
      </dd>
    </div>
  )
}
