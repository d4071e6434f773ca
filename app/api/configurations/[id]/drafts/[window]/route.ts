import { handle } from '@/lib/access/handle'
import { type Draft, draftBody, draftParams } from '@/lib/api/configurations'
import { readDraft, removeDraft, writeDraft } from '@/lib/library/drafts'
import { notFound } from '@/lib/library/errors'
import { library } from '@/lib/library/library'

export const dynamic = 'force-dynamic'
export const runtime = 'nodejs'

/** The Draft of one window. */
export const GET = handle({ params: draftParams }, async ({ params: { id, window } }) => {
  const draft = await readDraft(await library(), id, window)
  if (draft === null) {
    throw notFound()
  }
  const body: Draft = { base: draft.base, content: Buffer.from(draft.content).toString('base64') }
  return Response.json(body)
})

/** Keeps the unsaved changes of one window; 204. */
export const PUT = handle({ params: draftParams, body: draftBody }, async ({ params, body }) => {
  const content = Buffer.from(body.content, 'base64')
  await writeDraft(await library(), params.id, params.window, { base: body.base, content })
  return new Response(null, { status: 204 })
})

/** Forgets them; 204 also when there were none. */
export const DELETE = handle({ params: draftParams }, async ({ params: { id, window } }) => {
  await removeDraft(await library(), id, window)
  return new Response(null, { status: 204 })
})
