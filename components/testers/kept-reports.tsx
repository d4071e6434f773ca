'use client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { TestKind, TestReport } from '@/lib/api/report'
import { Card } from './card'
import { DamagedRow, KeptRow } from './kept-row'
import { ReportBody } from './report-body'
import { KeptComparison } from './report-comparison'
import { reportNames } from './report-names'
import { dropReport, listReports } from './report-requests'
import type { TestSpot } from './test-spot'

export const keptKey = (id: string) => ['reports', id] as const

type KeptReportsProps = {
  id: string
  kind: TestKind
  spot: TestSpot
  onSpot: (spot: Partial<TestSpot>) => void
}

/** The earlier of two reports comes first. */
const inOrder = (one: TestReport, other: TestReport) =>
  Date.parse(one.at) <= Date.parse(other.at) ? { before: one, after: other } : { before: other, after: one }

/** The runs that were kept with the configuration; each opens to its report, which has an address. */
export function KeptReports({ id, kind, spot: { report: open, beside }, onSpot }: KeptReportsProps) {
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
      if (report === open || report === beside) {
        onSpot({ beside: null, ...(report === open ? { report: null } : {}) })
      }
      return client.invalidateQueries({ queryKey: keptKey(id) })
    },
  })
  const kept = data?.reports.filter(({ report }) => report.kind === kind) ?? []
  const shown = kept.find((row) => row.id === open)?.report
  const compared = kept.find((row) => row.id === beside)?.report
  const gone =
    data !== undefined &&
    ((open !== null && shown === undefined) || (beside !== null && compared === undefined))
  const names = reportNames(kept.map(({ report }) => report))
  const unreadable = data?.unreadable ?? []
  if (kept.length === 0 && unreadable.length === 0 && !gone) {
    return null
  }
  return (
    <>
      <Card
        title="Kept reports"
        detail={kept.length > 1 ? 'Open one to read it, or to compare another with it.' : undefined}
      >
        {gone && (
          <p role="status" className="px-4 py-2.5 text-ink-2">
            {beside === null ? 'The report' : 'A report'} that this address names is not kept any more:
            somebody has deleted it.
          </p>
        )}
        <ul className="divide-y divide-line">
          {kept.map(({ id: row, report }, index) => (
            <KeptRow
              key={row}
              report={report}
              name={names[index] ?? ''}
              open={open === row}
              beside={shown && open !== row ? beside === row : null}
              onOpen={() => onSpot({ report: open === row ? null : row, beside: null })}
              onCompare={() => onSpot({ beside: beside === row ? null : row })}
              onDrop={() => drop.mutate(row)}
            />
          ))}
          {unreadable.map((row, index) => (
            <DamagedRow
              key={row}
              name={index === 0 ? 'the damaged report' : `the damaged report (${index + 1})`}
              onDrop={() => drop.mutate(row)}
            />
          ))}
        </ul>
      </Card>
      {shown && (
        <div ref={body} className="scroll-mt-4">
          {compared ? (
            <KeptComparison {...inOrder(shown, compared)} onClose={() => onSpot({ beside: null })} />
          ) : (
            <ReportBody report={shown} kept />
          )}
        </div>
      )}
    </>
  )
}
