import { handle } from '@/lib/access/handle'
import { oktaHoldBody } from '@/lib/api/test-requests'
import { ownerIn } from '@/lib/testers/okta-authn/owner-cookie'
import { holdOkta } from '@/lib/testers/okta-authn/test-okta'

export const dynamic = 'force-dynamic'
export const runtime = 'nodejs'

/** Says that the page of a sign-in at Okta goes away, perhaps to be loaded again, or that it is back. */
export const POST = handle({ body: oktaHoldBody }, async ({ body, headers }) => {
  holdOkta({ handle: body.handle, owner: ownerIn(headers.get('cookie')) }, body.here)
  return new Response(null, { status: 204 })
})
