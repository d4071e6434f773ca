import { handleStream } from '@/lib/access/handle-stream'
import { RequestError } from '@/lib/access/problem'
import { oktaAnswerBody } from '@/lib/api/test-requests'
import { keptRun } from '@/lib/runs/kept-runs'
import { brokenTest } from '@/lib/runs/tools'
import { ownerIn } from '@/lib/testers/okta-authn/owner-cookie'
import { answerOkta } from '@/lib/testers/okta-authn/test-okta'

export const dynamic = 'force-dynamic'
export const runtime = 'nodejs'

/** Goes on with a sign-in at Okta; TestEvents, one a line, the last "continue" or "done". */
export const POST = handleStream(
  oktaAnswerBody,
  async ({ body, headers, person, signal }) => {
    const { handle, action, factor, value } = body
    const owner = ownerIn(headers.get('cookie'))
    const answers = (end: AbortSignal) => {
      const items = answerOkta({ handle, owner, action, factor, value }, { now: Date.now, signal: end })
      if (items === null) {
        const message = 'This sign-in is over, or another browser began it. Run the test again.'
        throw new RequestError(404, 'no-such-sign-in', message)
      }
      return items
    }
    return { items: keptRun(body.run, { person, signal }, answers) }
  },
  brokenTest,
)
