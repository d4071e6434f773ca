import { handle } from '@/lib/access/handle'
import { configurationParams, type KeptReportList, reportBody } from '@/lib/library/api'
import { library } from '@/lib/library/library'
import { keepReport, listReports } from '@/lib/library/reports'
import type { TestReport } from '@/lib/testers/report'

export const dynamic = 'force-dynamic'
export const runtime = 'nodejs'

/** KeptReportList. */
export const GET = handle({ params: configurationParams }, async ({ params }) => {
  const kept = await listReports(await library(), params.id)
  const reports = kept.map(({ id, content }) => ({
    id,
    report: JSON.parse(Buffer.from(content).toString()) as TestReport,
  }))
  return Response.json({ reports } satisfies KeptReportList)
})

/** Keeps a report with the configuration; 201 with its id. */
export const POST = handle({ params: configurationParams, body: reportBody }, async ({ params, body }) => {
  const id = await keepReport(await library(), params.id, Buffer.from(JSON.stringify(body)))
  return Response.json({ id }, { status: 201 })
})
