import { handle } from '@/lib/access/handle'
import { reportParams } from '@/lib/api/configurations'
import { library } from '@/lib/library/library'
import { dropReport } from '@/lib/library/reports'

export const dynamic = 'force-dynamic'
export const runtime = 'nodejs'

/** Deletes a kept report; 204 also when it is gone already. */
export const DELETE = handle({ params: reportParams }, async ({ params }) => {
  await dropReport(await library(), params.id, params.report)
  return new Response(null, { status: 204 })
})
