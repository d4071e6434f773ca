import { handle } from '@/lib/access/handle'
import { runBody } from '@/lib/api/test-runs'
import { cancelRun } from '@/lib/runs/kept-runs'

export const dynamic = 'force-dynamic'
export const runtime = 'nodejs'

/** Cancels a run, whoever reads it. */
export const POST = handle({ body: runBody }, async ({ body, person }) => {
  cancelRun(body.id, person)
  return new Response(null, { status: 204 })
})
