import { handle } from '@/lib/access/handle'
import { labelled } from '@/lib/access/labelled'
import { versionTag } from '@/lib/access/version-tag'
import { createLabel } from '@/lib/api/configurations'
import { listQuery } from '@/lib/api/list'
import { createConfiguration } from '@/lib/library/create'
import { library } from '@/lib/library/library'
import { listConfigurations } from '@/lib/library/list'

export const dynamic = 'force-dynamic'
export const runtime = 'nodejs'

/** ConfigurationList: a page of the configurations that hold the words, in the order that is asked for. */
export const GET = handle({ query: listQuery }, async ({ query }) =>
  Response.json(await listConfigurations(await library(), query)),
)

/** Stores bytes as a new configuration; 201 with its ConfigurationItem. */
export const POST = handle({ body: labelled(createLabel) }, async ({ body: { bytes, label }, person }) => {
  const from = { ...label, content: bytes, author: person.id }
  const item = await createConfiguration(await library(), from)
  const headers = { Location: `/api/configurations/${item.id}`, ETag: versionTag(item.version) }
  return Response.json(item, { status: 201, headers })
})
