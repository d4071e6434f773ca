import { handle } from '@/lib/access/handle'
import { fileAnswer } from '@/lib/access/labelled'
import { versionTag } from '@/lib/access/version-tag'
import { versionParams } from '@/lib/api/configurations'
import { library } from '@/lib/library/library'
import { readOneVersion } from '@/lib/library/versions'

export const dynamic = 'force-dynamic'
export const runtime = 'nodejs'

/** The bytes of one version, its number as ETag. */
export const GET = handle({ params: versionParams }, async ({ params: { id, number } }) => {
  const content = await readOneVersion(await library(), id, number)
  return fileAnswer(content, { ETag: versionTag(number) })
})
