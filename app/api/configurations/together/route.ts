import { answerFor } from '@/lib/access/answer-for'
import { handle } from '@/lib/access/handle'
import { compareConfigurations } from '@/lib/library/compare'
import { library } from '@/lib/library/library'

export const dynamic = 'force-dynamic'
export const runtime = 'nodejs'

/** Together: what the stored configurations do to each other; 304 when the caller has it. */
export const GET = handle({}, async ({ headers }) =>
  answerFor(headers, await compareConfigurations(await library())),
)
