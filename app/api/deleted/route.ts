import { handle } from '@/lib/access/handle'
import { deletedQuery } from '@/lib/api/configurations'
import { listDeleted } from '@/lib/library/deleted'
import { library } from '@/lib/library/library'

export const dynamic = 'force-dynamic'
export const runtime = 'nodejs'

/** DeletedList: a page of the deleted configurations, the one deleted last first. */
export const GET = handle({ query: deletedQuery }, async ({ query }) =>
  Response.json(await listDeleted(await library(), query.skip)),
)
