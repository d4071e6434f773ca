import { handle } from '@/lib/access/handle'
import { configurationParams, draftBody } from '@/lib/library/api'
import { removeDraft, writeDraft } from '@/lib/library/drafts'
import { library } from '@/lib/library/library'

export const dynamic = 'force-dynamic'
export const runtime = 'nodejs'

/** Keeps the unsaved changes of the configuration; 204. */
export const PUT = handle({ params: configurationParams, body: draftBody }, async ({ params, body }) => {
  const content = Buffer.from(body.content, 'base64')
  await writeDraft(await library(), params.id, { base: body.base, content })
  return new Response(null, { status: 204 })
})

/** Forgets them; 204 also when there were none. */
export const DELETE = handle({ params: configurationParams }, async ({ params }) => {
  await removeDraft(await library(), params.id)
  return new Response(null, { status: 204 })
})
