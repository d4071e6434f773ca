'use client'
import type { TestReport } from '@/lib/api/report'
import { Card } from './card'
import { OutcomeMark } from './outcome-mark'

/** What changed since the run before: checks that came out differently. */
export function ReportComparison({ before, after }: { before: TestReport; after: TestReport }) {
  const changed = after.findings
    .map((finding) => ({ finding, was: before.findings.find(({ check }) => check === finding.check) }))
    .filter(({ finding, was }) => was && was.outcome !== finding.outcome)
  return (
    <Card
      title="Since the last run"
      detail={changed.length === 0 ? 'no check came out differently' : undefined}
    >
      {changed.length > 0 && (
        <ul className="divide-y divide-line">
          {changed.map(({ finding, was }) => (
            <li key={finding.check} className="flex items-center gap-2 px-4 py-2">
              {was && <OutcomeMark outcome={was.outcome} />}
              <span aria-hidden className="text-ink-3">
                →
              </span>
              <OutcomeMark outcome={finding.outcome} />
              <span className="min-w-0 flex-1">{finding.title}</span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
