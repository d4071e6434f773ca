import { handleStream } from '@/lib/access/handle-stream'
import { oktaBody } from '@/lib/api/test-requests'
import { serverLedger } from '@/lib/runs/ledger'
import { notedRun } from '@/lib/runs/noted-run'
import { brokenTest, serverTools, settingsIn } from '@/lib/runs/tools'
import { newOwner, ownerIn } from '@/lib/testers/okta-authn/owner-cookie'
import { testOkta } from '@/lib/testers/okta-authn/test-okta'

export const dynamic = 'force-dynamic'
export const runtime = 'nodejs'

/** Sends a password to Okta once, as the login window does; TestEvents, one a line, the last "continue" or "done". */
export const POST = handleStream(
  oktaBody,
  async ({ body, headers, signal, person }) => {
    const { app, userName, password } = body
    const settings = await settingsIn(body)
    const attempts = await serverLedger(person)
    const known = ownerIn(headers.get('cookie'))
    const { owner, line } =
      known === ''
        ? newOwner(headers.get('origin')?.startsWith('https:') === true)
        : { owner: known, line: null }
    const input = { settings, app, userName, password, owner }
    return {
      items: await notedRun(body.run, { person, signal }, (end) =>
        testOkta(input, { ...serverTools(end), attempts }),
      ),
      headers: line === null ? [] : [['Set-Cookie', line] as const],
    }
  },
  brokenTest,
)
