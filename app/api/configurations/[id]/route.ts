import { handle } from '@/lib/access/handle'
import { baseVersion, versionTag } from '@/lib/access/version-tag'
import { type Configuration, configurationParams, renameBody, saveBody } from '@/lib/api/configurations'
import { removeConfiguration, renameConfiguration } from '@/lib/library/change'
import { listDrafts } from '@/lib/library/drafts'
import { library } from '@/lib/library/library'
import { readConfiguration } from '@/lib/library/read'
import { saveVersion } from '@/lib/library/save'

export const dynamic = 'force-dynamic'
export const runtime = 'nodejs'

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')

/** The Configuration with its newest content, and which windows keep unsaved changes of it. */
export const GET = handle({ params: configurationParams }, async ({ params }) => {
  const { item, content } = await readConfiguration(await library(), params.id)
  const drafts = await listDrafts(await library(), params.id)
  const body: Configuration = { ...item, content: base64(content), drafts }
  return Response.json(body, { headers: { ETag: versionTag(item.version) } })
})

/** Saves a version on top of the one If-Match names; the ConfigurationItem, or 412 with a StaleProblem. */
export const PUT = handle(
  { params: configurationParams, body: saveBody },
  async ({ params, body, person, headers }) => {
    const base = baseVersion(headers)
    const { content, summary, note = null } = body
    const save = {
      id: params.id,
      base,
      content: Buffer.from(content, 'base64'),
      summary,
      note,
      author: person.id,
    }
    const item = await saveVersion(await library(), save)
    return Response.json(item, { headers: { ETag: versionTag(item.version) } })
  },
)

/** Renames; the ConfigurationItem. */
export const PATCH = handle({ params: configurationParams, body: renameBody }, async ({ params, body }) =>
  Response.json(await renameConfiguration(await library(), params.id, body.name)),
)

/** Takes the configuration off the list; 204. */
export const DELETE = handle({ params: configurationParams }, async ({ params }) => {
  await removeConfiguration(await library(), params.id)
  return new Response(null, { status: 204 })
})
