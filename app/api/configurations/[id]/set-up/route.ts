import { handle } from '@/lib/access/handle'
import { RequestError } from '@/lib/access/problem'
import { configurationParams } from '@/lib/api/configurations'
import { type DoneSteps, setUpBody } from '@/lib/api/set-up'
import { library } from '@/lib/library/library'
import { doneSteps, markStep } from '@/lib/library/set-up'
import { setUpGuide } from '@/lib/products/set-up'

export const dynamic = 'force-dynamic'
export const runtime = 'nodejs'

/** DoneSteps. */
export const GET = handle({ params: configurationParams }, async ({ params }) => {
  const done = await doneSteps(await library(), params.id)
  return Response.json({ done } satisfies DoneSteps)
})

/** Notes that a step is done, or that it is not after all; 204. */
export const PUT = handle({ params: configurationParams, body: setUpBody }, async ({ params, body }) => {
  // Whatever else has the form of a name would be kept for good.
  if (body.done && !setUpGuide(body.guide)?.steps.some(({ id }) => id === body.step)) {
    throw new RequestError(400, 'unknown-step', 'No set-up guide of this release has that step.')
  }
  await markStep(await library(), params.id, body, body.done)
  return new Response(null, { status: 204 })
})
