import { handle } from '@/lib/access/handle'
import { configurationParams, marksBody } from '@/lib/api/configurations'
import { library } from '@/lib/library/library'
import { noteMarks } from '@/lib/library/marks'

export const dynamic = 'force-dynamic'
export const runtime = 'nodejs'

/** Notes how many issues the newest version has by the rules of now; 204 also when there is a newer one, or none any more. */
export const PUT = handle({ params: configurationParams, body: marksBody }, async ({ params, body }) => {
  await noteMarks(await library(), params.id, body)
  return new Response(null, { status: 204 })
})
