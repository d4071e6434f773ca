import { handle } from '@/lib/access/handle'
import { configurationParams, type VersionList, versionsQuery } from '@/lib/api/configurations'
import { library } from '@/lib/library/library'
import { listVersions } from '@/lib/library/versions'

export const dynamic = 'force-dynamic'
export const runtime = 'nodejs'

/** VersionList: a page of the versions, the newest first. */
export const GET = handle(
  { params: configurationParams, query: versionsQuery },
  async ({ params, query }) => {
    const body: VersionList = await listVersions(await library(), params.id, query.before)
    return Response.json(body)
  },
)
