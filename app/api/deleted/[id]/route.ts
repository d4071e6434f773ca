import { handle } from '@/lib/access/handle'
import { configurationParams } from '@/lib/api/configurations'
import { deleteForGood } from '@/lib/library/deleted'
import { library } from '@/lib/library/library'

export const dynamic = 'force-dynamic'
export const runtime = 'nodejs'

/** Removes a deleted configuration with all that belongs to it; 204. One that is not deleted is not found here. */
export const DELETE = handle({ params: configurationParams }, async ({ params }) => {
  await deleteForGood(await library(), params.id)
  return new Response(null, { status: 204 })
})
