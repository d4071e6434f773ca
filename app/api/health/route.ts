import { handle } from '@/lib/access/handle'
import { stopSignal } from '@/lib/access/stopping'
import type { Health } from '@/lib/api/problem'
import { libraryTrouble } from '@/lib/library/health'
import { library } from '@/lib/library/library'

export const dynamic = 'force-dynamic'
export const runtime = 'nodejs'

/** Whether configurations can be read and stored: 200, or 503 with the reason. */
export const GET = handle({}, async () => {
  const trouble = await libraryTrouble(await library())
  if (trouble === null && !stopSignal().aborted) {
    return Response.json({ status: 'ok' } satisfies Health)
  }
  const { code, message } = trouble ?? { code: 'stopping', message: 'Latchkey is being stopped.' }
  return Response.json({ status: 'unavailable', code, message } satisfies Health, { status: 503 })
})
