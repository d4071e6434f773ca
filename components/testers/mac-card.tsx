'use client'
import { useId, useState } from 'react'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import type { MacStatement } from '@/lib/api/report'
import { Card } from './card'
import { FieldButton, RepairButton } from './remedy-buttons'

const marks = {
  matched: 'border-good bg-good-soft text-good',
  near: 'border-warning bg-warning-soft text-warning',
  plain: 'border-line text-ink-2',
} as const

const inWords = { matched: 'matches', near: 'almost matches', plain: '' } as const

/** What happens on the Mac: a line for each statement, the keys and claims behind it, and the reason on demand. */
export function MacCard({
  statements,
  title = 'On the Mac',
  stale = false,
}: {
  statements: readonly MacStatement[]
  title?: string
  /** The configuration has changed since. */
  stale?: boolean
}) {
  return (
    <Card title={title}>
      <dl className="divide-y divide-line px-4">
        {statements.map((statement) => (
          <StatementRow key={statement.topic} statement={statement} stale={stale} />
        ))}
      </dl>
      {statements.some(({ certain }) => !certain) && (
        <p className="border-t border-line px-4 py-2 text-xs text-ink-2">
          <Uncertain /> Jamf does not say it: try it on a Mac.
        </p>
      )}
    </Card>
  )
}

function StatementRow({ statement, stale }: { statement: MacStatement; stale: boolean }) {
  const { topic, value, because, certain, claims, keys, repair } = statement
  const [open, setOpen] = useState(false)
  const id = useId()
  return (
    <div className="grid gap-x-4 gap-y-0.5 py-2 sm:grid-cols-[110px_minmax(0,1fr)]">
      <dt className="text-ink-2">{topic}</dt>
      <dd className="min-w-0">
        <div className="flex items-baseline gap-x-2">
          <p className="min-w-0 flex-1 font-semibold break-words">
            {value} {!certain && <Uncertain />}
          </p>
          <Button
            look="link"
            className="min-h-6 shrink-0 text-xs !font-normal !text-ink-2 underline"
            aria-expanded={open}
            aria-controls={id}
            aria-label={`Why: ${topic}`}
            onClick={() => setOpen(!open)}
          >
            Why
          </Button>
        </div>
        <Marks statement={statement} />
        <p className="flex flex-wrap items-baseline gap-x-3 text-xs text-ink-2 empty:hidden">
          {keys.map(({ domain, path }) => (
            <FieldButton key={`${domain} ${path.join('/')}`} domain={domain} path={path} />
          ))}
          {claims.map((claim) => (
            <code key={claim} title="Claim of the token" className="font-mono text-[11.5px] break-all">
              {claim}
            </code>
          ))}
        </p>
        <p id={id} hidden={!open} className="pb-1 text-xs break-words text-ink-2">
          {because}
        </p>
        {repair && <RepairButton repair={repair} stale={stale} />}
      </dd>
    </div>
  )
}

function Uncertain() {
  return (
    <span className="rounded-md bg-warning-soft px-1.5 text-[11.5px] font-normal whitespace-nowrap text-warning">
      not documented
    </span>
  )
}

function Marks({ statement: { marks: values = [] } }: { statement: MacStatement }) {
  return values.length === 0 ? null : (
    <ul className="my-1 flex flex-wrap gap-1.5">
      {values.map((mark) => (
        <li
          key={mark.value}
          className={cn('rounded-md border px-1.5 font-mono text-[11.5px] break-all', marks[mark.state])}
        >
          {mark.value}
          {mark.differsFrom && ` ≠ ${mark.differsFrom}`}
          <span className="sr-only"> {inWords[mark.state]}</span>
        </li>
      ))}
    </ul>
  )
}
