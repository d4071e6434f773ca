import { handleStream } from '@/lib/access/handle-stream'
import { ropgBody } from '@/lib/api/test-requests'
import { serverLedger } from '@/lib/runs/ledger'
import { notedRun } from '@/lib/runs/noted-run'
import { brokenTest, serverTools, settingsIn } from '@/lib/runs/tools'
import { testRopg } from '@/lib/testers/ropg/test-ropg'

export const dynamic = 'force-dynamic'
export const runtime = 'nodejs'

/** Sends a password once, as the background check of Jamf Connect does; TestEvents, one a line. */
export const POST = handleStream(
  ropgBody,
  async ({ body, signal, person }) => {
    const { app, userName, password, secretPlace } = body
    const settings = await settingsIn(body)
    const attempts = await serverLedger(person)
    const input = { settings, app, userName, password, ...(secretPlace === undefined ? {} : { secretPlace }) }
    return {
      items: await notedRun(body.run, { person, signal }, (end) =>
        testRopg(input, { ...serverTools(end), attempts }),
      ),
    }
  },
  brokenTest,
)
