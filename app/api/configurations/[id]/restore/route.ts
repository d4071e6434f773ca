import { handle } from '@/lib/access/handle'
import { configurationParams } from '@/lib/api/configurations'
import { restoreConfiguration } from '@/lib/library/change'
import { library } from '@/lib/library/library'

export const dynamic = 'force-dynamic'
export const runtime = 'nodejs'

/** Brings a deleted configuration back; its ConfigurationItem. */
export const POST = handle({ params: configurationParams }, async ({ params }) =>
  Response.json(await restoreConfiguration(await library(), params.id)),
)
