import { sql } from 'kysely'
import { handle } from '@/lib/access/handle'
import { library } from '@/lib/library/library'

export const dynamic = 'force-dynamic'
export const runtime = 'nodejs'

/** Answers once the database does. */
export const GET = handle({}, async () => {
  const { db } = await library()
  await sql`select 1`.execute(db)
  return Response.json({ status: 'ok' })
})
