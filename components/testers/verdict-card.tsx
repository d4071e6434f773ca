'use client'
import { useOpenProfile } from '@/components/open-profile/open-profile'
import { Button } from '@/components/ui/button'
import { notify } from '@/components/ui/toast'
import type { Outcome, Summary } from '@/lib/testers/report'
import { OutcomeMark } from './outcome-mark'

const marks: Record<Summary['verdict'], Outcome> = {
  passed: 'passed',
  warning: 'warning',
  failed: 'failed',
  cancelled: 'skipped',
}

/** One sentence a person would say, what it means, and the one thing to do next. */
export function VerdictCard({ summary }: { summary: Summary }) {
  const { profile } = useOpenProfile()
  const { repair } = summary
  return (
    <section aria-label="Result" className="rounded-xl border border-line bg-panel px-4 py-4">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <h2 className="flex min-w-0 flex-1 basis-64 items-start gap-2.5 text-[17px] leading-snug font-semibold">
          <span className="mt-0.5">
            <OutcomeMark outcome={marks[summary.verdict]} />
          </span>
          {summary.title}
        </h2>
        {repair && (
          <Button
            look="primary"
            className="max-w-full text-left !whitespace-normal"
            onClick={() => {
              profile.apply(repair.edits)
              notify(`${repair.title}: done.`, { action: { label: 'Undo', run: () => profile.undo() } })
            }}
          >
            {repair.title}
          </Button>
        )}
      </div>
      {summary.text && <p className="mt-1.5 max-w-prose text-ink-2">{summary.text}</p>}
    </section>
  )
}
