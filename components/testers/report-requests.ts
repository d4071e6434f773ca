import { json, request, root } from '@/components/library/requests'
import type { KeptReportList } from '@/lib/api/configurations'
import type { TestReport } from '@/lib/api/report'

const reportsOf = (id: string) => `${root}/${id}/reports`

export const listReports = (id: string) => request<KeptReportList>('GET', reportsOf(id))
export const keepReport = (id: string, report: TestReport) =>
  request<{ id: string }>('POST', reportsOf(id), json(report))
export const dropReport = (id: string, report: string) =>
  request<void>('DELETE', `${reportsOf(id)}/${report}`)
