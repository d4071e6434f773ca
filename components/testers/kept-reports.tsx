'use client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Trash2 } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { fullDate } from '@/components/ui/dates'
import type { TestKind, TestReport } from '@/lib/api/report'
import { Card } from './card'
import { OutcomeMark } from './outcome-mark'
import { ReportBody } from './report-body'
import { dropReport, listReports } from './report-requests'
import type { TestSpot } from './test-spot'

export const keptKey = (id: string) => ['reports', id] as const

const outcomes = { passed: 'passed', warning: 'warning', failed: 'failed', cancelled: 'skipped' } as const

/** Which text was tested, and as whom. */
function testedText({ configuration: { version, unsaved }, tested = [] }: TestReport): string {
  const user = tested.find(({ name }) => name === 'User name')?.value
  const text =
    version === null ? 'never saved' : `version ${version}${unsaved ? ' with unsaved changes' : ''}`
  return user === undefined ? text : `${text} · ${user}`
}

type KeptReportsProps = {
  id: string
  kind: TestKind
  spot: TestSpot
  onSpot: (spot: Partial<TestSpot>) => void
}

/** The runs that were kept with the configuration; each opens to its report, which has an address. */
export function KeptReports({ id, kind, spot: { report: open }, onSpot }: KeptReportsProps) {
  const { data } = useQuery({ queryKey: keptKey(id), queryFn: () => listReports(id) })
  const body = useRef<HTMLDivElement>(null)
  // The one that the page was opened with is below the fold.
  const asked = useRef(open)
  useEffect(() => {
    if (body.current && asked.current === open) {
      asked.current = null
      body.current.scrollIntoView({ block: 'start' })
    }
  })
  const client = useQueryClient()
  const drop = useMutation({
    mutationFn: (report: string) => dropReport(id, report),
    onSuccess: (_, report) => {
      if (report === open) {
        onSpot({ report: null })
      }
      return client.invalidateQueries({ queryKey: keptKey(id) })
    },
  })
  const kept = data?.reports.filter(({ report }) => report.kind === kind) ?? []
  const shown = kept.find((row) => row.id === open)?.report
  const gone = data !== undefined && open !== null && shown === undefined
  const unreadable = data?.unreadable ?? []
  if (kept.length === 0 && unreadable.length === 0 && !gone) {
    return null
  }
  return (
    <>
      <Card title="Kept reports">
        {gone && (
          <p role="status" className="px-4 py-2.5 text-ink-2">
            The report that this address names is not kept any more: somebody has deleted it.
          </p>
        )}
        <ul className="divide-y divide-line">
          {kept.map(({ id: row, report }) => (
            <li key={row} className="flex items-center gap-3 px-4 py-1.5">
              <OutcomeMark outcome={outcomes[report.summary.verdict]} />
              <button
                type="button"
                aria-expanded={open === row}
                onClick={() => onSpot({ report: open === row ? null : row })}
                className="min-w-0 flex-1 rounded text-left hover:underline"
              >
                <span className="block truncate font-medium">{report.summary.title}</span>
                <span className="text-xs text-ink-2">
                  {fullDate(new Date(report.at))} · {testedText(report)}
                </span>
              </button>
              <Button
                look="ghost"
                size="icon"
                aria-label={`Delete the report of ${fullDate(new Date(report.at))}`}
                onClick={() => drop.mutate(row)}
              >
                <Trash2 aria-hidden size={14} />
              </Button>
            </li>
          ))}
          {unreadable.map((row) => (
            <li key={row} className="flex items-center gap-3 px-4 py-1.5">
              <p className="min-w-0 flex-1 text-error">
                A kept report is damaged in the database and cannot be shown.
              </p>
              <Button
                look="ghost"
                size="icon"
                aria-label="Delete the damaged report"
                onClick={() => drop.mutate(row)}
              >
                <Trash2 aria-hidden size={14} />
              </Button>
            </li>
          ))}
        </ul>
      </Card>
      {shown && (
        <div ref={body} className="scroll-mt-4">
          <ReportBody report={shown} kept />
        </div>
      )}
    </>
  )
}
