import { handle } from '@/lib/access/handle'
import { versionNoteBody, versionParams } from '@/lib/api/configurations'
import { library } from '@/lib/library/library'
import { noteVersion } from '@/lib/library/note-version'

export const dynamic = 'force-dynamic'
export const runtime = 'nodejs'

/** Writes the note of a version, which is all of it that may change; 204, or 409 when it is another one than was read. */
export const PATCH = handle(
  { params: versionParams, body: versionNoteBody },
  async ({ params: { id, number }, body }) => {
    await noteVersion(await library(), id, number, body)
    return new Response(null, { status: 204 })
  },
)
