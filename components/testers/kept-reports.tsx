'use client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { fullDate } from '@/components/ui/dates'
import type { TestKind, TestReport } from '@/lib/api/report'
import { Card } from './card'
import { OutcomeMark } from './outcome-mark'
import { ReportBody } from './report-body'
import { dropReport, listReports } from './report-requests'

export const keptKey = (id: string) => ['reports', id] as const

const outcomes = { passed: 'passed', warning: 'warning', failed: 'failed', cancelled: 'skipped' } as const

/** Which text was tested, and as whom. */
function testedText({ configuration: { version, unsaved }, tested = [] }: TestReport): string {
  const user = tested.find(({ name }) => name === 'User name')?.value
  const text =
    version === null ? 'never saved' : `version ${version}${unsaved ? ' with unsaved changes' : ''}`
  return user === undefined ? text : `${text} · ${user}`
}

/** The runs that were kept with the configuration; each opens to its report. */
export function KeptReports({ id, kind }: { id: string; kind: TestKind }) {
  const { data } = useQuery({ queryKey: keptKey(id), queryFn: () => listReports(id) })
  const [open, setOpen] = useState<string | null>(null)
  const client = useQueryClient()
  const drop = useMutation({
    mutationFn: (report: string) => dropReport(id, report),
    onSuccess: () => client.invalidateQueries({ queryKey: keptKey(id) }),
  })
  const kept = data?.reports.filter(({ report }) => report.kind === kind) ?? []
  const shown = kept.find((row) => row.id === open)?.report
  const unreadable = data?.unreadable ?? []
  if (kept.length === 0 && unreadable.length === 0) {
    return null
  }
  return (
    <>
      <Card title="Kept reports">
        <ul className="divide-y divide-line">
          {kept.map(({ id: row, report }) => (
            <li key={row} className="flex items-center gap-3 px-4 py-1.5">
              <OutcomeMark outcome={outcomes[report.summary.verdict]} />
              <button
                type="button"
                aria-expanded={open === row}
                onClick={() => setOpen(open === row ? null : row)}
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
      {shown && <ReportBody report={shown} kept />}
    </>
  )
}
