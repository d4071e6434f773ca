import { answerFor } from '@/lib/access/answer-for'
import { handle } from '@/lib/access/handle'
import { configurationParams } from '@/lib/api/configurations'
import { compareConfigurations } from '@/lib/library/compare'
import { notFound } from '@/lib/library/errors'
import { library } from '@/lib/library/library'
import { isListed } from '@/lib/library/list'

export const dynamic = 'force-dynamic'
export const runtime = 'nodejs'

/** Together: what this configuration and others do to each other; 304 when the caller has it. */
export const GET = handle({ params: configurationParams }, async ({ params, headers }) => {
  if (!(await isListed(await library(), params.id))) {
    throw notFound()
  }
  return answerFor(headers, await compareConfigurations(await library(), params.id))
})
