'use client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { dropReport, listReports } from '@/components/library/requests'
import { Button } from '@/components/ui/button'
import { fullDate } from '@/components/ui/dates'
import type { TestKind, TestReport } from '@/lib/testers/report'
import { Card } from './card'
import { ExchangeCard } from './exchange-card'
import { FindingList } from './finding-list'
import { MacCard } from './mac-card'
import { OutcomeMark } from './outcome-mark'

export const keptKey = (id: string) => ['reports', id] as const

const outcomes = { passed: 'passed', warning: 'warning', failed: 'failed', cancelled: 'skipped' } as const

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
  if (kept.length === 0) {
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
                  {fullDate(new Date(report.at))} · version {report.configuration.version ?? 'unsaved'}
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
        </ul>
      </Card>
      {shown && <KeptReport report={shown} />}
    </>
  )
}

function KeptReport({ report }: { report: TestReport }) {
  return (
    <div className="grid items-start gap-4 columns:grid-cols-[minmax(0,5fr)_minmax(0,3fr)]">
      <FindingList title="Checks of the kept report" findings={report.findings} />
      <div className="min-w-0 space-y-4">
        {report.mac.length > 0 && <MacCard title="On the Mac, as kept" statements={report.mac} />}
        {report.exchanges.length > 0 && (
          <ExchangeCard title="Exchanges as kept" exchanges={report.exchanges} />
        )}
      </div>
    </div>
  )
}
