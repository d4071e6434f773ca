import { handle } from '@/lib/access/handle'
import { versionTag } from '@/lib/access/version-tag'
import { type ConfigurationList, createBody } from '@/lib/api/configurations'
import { createConfiguration } from '@/lib/library/create'
import { library } from '@/lib/library/library'
import { listConfigurations } from '@/lib/library/list'

export const dynamic = 'force-dynamic'
export const runtime = 'nodejs'

/** ConfigurationList. */
export const GET = handle({}, async () => {
  const configurations = await listConfigurations(await library())
  return Response.json({ configurations } satisfies ConfigurationList)
})

/** Stores a new configuration; 201 with its ConfigurationItem. */
export const POST = handle({ body: createBody }, async ({ body, person }) => {
  const content = Buffer.from(body.content, 'base64')
  const item = await createConfiguration(await library(), { ...body, content, author: person.id })
  const headers = { Location: `/api/configurations/${item.id}`, ETag: versionTag(item.version) }
  return Response.json(item, { status: 201, headers })
})
