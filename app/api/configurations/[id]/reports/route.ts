import { handle } from '@/lib/access/handle'
import { configurationParams, type KeptReportList } from '@/lib/api/configurations'
import { library } from '@/lib/library/library'
import { reportBody } from '@/lib/library/report-schema'
import { keepReport, listReports } from '@/lib/library/reports'

export const dynamic = 'force-dynamic'
export const runtime = 'nodejs'

/** KeptReportList. */
export const GET = handle({ params: configurationParams }, async ({ params }) => {
  const kept = await listReports(await library(), params.id)
  const reports = kept.flatMap(({ id, report }) => (report === null ? [] : [{ id, report }]))
  const unreadable = kept.filter(({ report }) => report === null).map(({ id }) => id)
  return Response.json({ reports, unreadable } satisfies KeptReportList)
})

/** Keeps a report with the configuration; 201 with its id. */
export const POST = handle({ params: configurationParams, body: reportBody }, async ({ params, body }) => {
  const id = await keepReport(await library(), params.id, body)
  return Response.json({ id }, { status: 201 })
})
