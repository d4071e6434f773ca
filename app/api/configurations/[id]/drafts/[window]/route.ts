import { handle } from '@/lib/access/handle'
import { labelled, labelledAnswer } from '@/lib/access/labelled'
import { draftLabel, draftParams } from '@/lib/api/configurations'
import { readDraft, removeDraft, writeDraft } from '@/lib/library/drafts'
import { notFound } from '@/lib/library/errors'
import { library } from '@/lib/library/library'

export const dynamic = 'force-dynamic'
export const runtime = 'nodejs'

/** The draft of one window, and in its label the version it began from and the note of a save that has not succeeded. */
export const GET = handle({ params: draftParams }, async ({ params: { id, window } }) => {
  const draft = await readDraft(await library(), id, window)
  if (draft === null) {
    throw notFound()
  }
  return labelledAnswer(draft.content, { base: draft.base, ...(draft.note && { note: draft.note }) })
})

/** Keeps the unsaved changes of one window; 204. */
export const PUT = handle(
  { params: draftParams, body: labelled(draftLabel) },
  async ({ params: { id, window }, body: { bytes, label } }) => {
    await writeDraft(await library(), id, window, { ...label, content: bytes })
    return new Response(null, { status: 204 })
  },
)

/** Forgets them; 204 also when there were none. */
export const DELETE = handle({ params: draftParams }, async ({ params: { id, window } }) => {
  await removeDraft(await library(), id, window)
  return new Response(null, { status: 204 })
})
