'use client'
import { useOpenProfile } from '@/components/open-profile/open-profile'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import type { MacStatement } from '@/lib/testers/report'
import { Card } from './card'

const marks = {
  matched: 'border-good bg-good-soft text-good',
  near: 'border-warning bg-warning-soft text-warning',
  plain: 'border-line text-ink-2',
} as const

const inWords = { matched: 'matches', near: 'almost matches', plain: '' } as const

/** What happens on the Mac, with the key and the claim behind each statement. */
export function MacCard({
  statements,
  title = 'On the Mac',
}: {
  statements: readonly MacStatement[]
  title?: string
}) {
  return (
    <Card title={title}>
      <dl className="divide-y divide-line px-4">
        {statements.map((statement) => (
          <div
            key={statement.topic}
            className="grid gap-x-4 gap-y-0.5 py-2.5 sm:grid-cols-[110px_minmax(0,1fr)]"
          >
            <dt className="text-ink-2">{statement.topic}</dt>
            <dd className="min-w-0">
              <p className="font-semibold break-words">{statement.value}</p>
              <Marks statement={statement} />
              <p className="text-xs break-words text-ink-2">{statement.because}</p>
              {!statement.certain && (
                <p className="text-xs text-warning">Not documented by Jamf; try it on a Mac.</p>
              )}
              <Keys statement={statement} />
            </dd>
          </div>
        ))}
      </dl>
    </Card>
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

function Keys({ statement: { keys, repair } }: { statement: MacStatement }) {
  const { profile, reveal } = useOpenProfile()
  return (
    <p className="flex flex-wrap gap-x-3 text-xs">
      {repair && (
        <Button
          look="link"
          className="min-h-6 !whitespace-normal"
          onClick={() => profile.apply(repair.edits)}
        >
          {repair.title}
        </Button>
      )}
      {keys.map(({ domain, path }) => (
        <Button
          key={path.join('/')}
          look="link"
          className="min-h-6 font-mono !text-[11px] !font-normal"
          onClick={() => reveal(domain, path)}
        >
          {path.at(-1)}
        </Button>
      ))}
    </p>
  )
}
