import { handle } from '@/lib/access/handle'
import { versionTag } from '@/lib/access/version-tag'
import { type Configuration, changeBody, configurationParams } from '@/lib/api/configurations'
import { removeConfiguration, renameConfiguration, tagConfiguration } from '@/lib/library/change'
import { listDrafts } from '@/lib/library/drafts'
import { library } from '@/lib/library/library'
import { readItem } from '@/lib/library/read'

export const dynamic = 'force-dynamic'
export const runtime = 'nodejs'

/** The Configuration: what the list knows of it, its tags, and which windows keep unsaved changes of it. */
export const GET = handle({ params: configurationParams }, async ({ params }) => {
  const item = await readItem(await library(), params.id)
  const drafts = await listDrafts(await library(), params.id)
  const body: Configuration = { ...item, drafts }
  return Response.json(body, { headers: { ETag: versionTag(item.version) } })
})

/** Renames, or sets tags and note; the ConfigurationItem. */
export const PATCH = handle({ params: configurationParams, body: changeBody }, async ({ params, body }) =>
  Response.json(
    'name' in body
      ? await renameConfiguration(await library(), params.id, body.name)
      : await tagConfiguration(await library(), params.id, body),
  ),
)

/** Takes the configuration off the list; 204. */
export const DELETE = handle({ params: configurationParams }, async ({ params }) => {
  await removeConfiguration(await library(), params.id)
  return new Response(null, { status: 204 })
})
