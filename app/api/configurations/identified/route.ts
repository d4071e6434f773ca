import { handle } from '@/lib/access/handle'
import { identifiedBody } from '@/lib/api/configurations'
import { identified } from '@/lib/library/identified'
import { library } from '@/lib/library/library'

export const dynamic = 'force-dynamic'
export const runtime = 'nodejs'

/** Which configurations have one of these identifiers: Identified. It writes nothing but what it has read of them. */
export const POST = handle({ body: identifiedBody }, async ({ body: { identifiers } }) =>
  Response.json(await identified(await library(), identifiers)),
)
