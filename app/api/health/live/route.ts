import { handle } from '@/lib/access/handle'
import type { Health } from '@/lib/api/problem'

export const dynamic = 'force-dynamic'
export const runtime = 'nodejs'

/** Answers while the process does, whatever the library is in. */
export const GET = handle({}, async () => Response.json({ status: 'ok' } satisfies Health))
