import { handle } from '@/lib/access/handle'
import { fileAnswer, labelled } from '@/lib/access/labelled'
import { baseVersion, versionTag } from '@/lib/access/version-tag'
import { configurationParams, saveLabel } from '@/lib/api/configurations'
import { library } from '@/lib/library/library'
import { readConfiguration } from '@/lib/library/read'
import { saveVersion } from '@/lib/library/save'

export const dynamic = 'force-dynamic'
export const runtime = 'nodejs'

/** The bytes of the newest version, its number as ETag. */
export const GET = handle({ params: configurationParams }, async ({ params }) => {
  const { item, content } = await readConfiguration(await library(), params.id)
  return fileAnswer(content, { ETag: versionTag(item.version) })
})

/** Saves a version on top of the one If-Match names; the ConfigurationItem, or 412 with a StaleProblem. */
export const PUT = handle(
  { params: configurationParams, body: labelled(saveLabel) },
  async ({ params, body: { bytes, label }, person, headers }) => {
    const { summary, note = null } = label
    const base = baseVersion(headers)
    const save = { id: params.id, base, content: bytes, summary, note, author: person.id }
    const item = await saveVersion(await library(), save)
    return Response.json(item, { headers: { ETag: versionTag(item.version) } })
  },
)
