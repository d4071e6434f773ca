import { handleStream } from '@/lib/access/handle-stream'
import { runBody } from '@/lib/api/test-runs'
import { followRun } from '@/lib/runs/kept-runs'
import { brokenTest } from '@/lib/runs/tools'

export const dynamic = 'force-dynamic'
export const runtime = 'nodejs'

/** A run that was started before: RunLines, one a line, until it ends or asks for something. */
export const POST = handleStream(
  runBody,
  async ({ body, person, signal }) => ({ items: followRun(body.id, person, signal) }),
  brokenTest,
)
