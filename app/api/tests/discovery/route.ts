import { handleStream } from '@/lib/access/handle-stream'
import { discoveryBody } from '@/lib/api/test-requests'
import { notedRun } from '@/lib/runs/noted-run'
import { brokenTest, serverTools, settingsIn } from '@/lib/runs/tools'
import { testDiscovery } from '@/lib/testers/discovery/test-discovery'

export const dynamic = 'force-dynamic'
export const runtime = 'nodejs'

/** Tries the discovery document of a configuration; TestEvents, one a line. */
export const POST = handleStream(
  discoveryBody,
  async ({ body, person, signal }) => {
    const settings = await settingsIn(body)
    return {
      items: await notedRun(body.run, { person, signal }, (end) =>
        testDiscovery({ settings }, serverTools(end)),
      ),
    }
  },
  brokenTest,
)
