import { isAdmitted } from '@/lib/access/pass'
import { callbackPage } from './page-html'

export const dynamic = 'force-dynamic'
export const runtime = 'nodejs'

/** Where identity providers send the browser back to: answer in the query or the fragment. */
export const GET = (request: Request) => answer(request, null)

/** The same for an answer that the browser posts as a form (response_mode=form_post). */
export const POST = async (request: Request) => answer(request, await request.text())

function answer({ headers }: Request, form: string | null): Response {
  if (!isAdmitted(headers)) {
    return new Response('Start the server with "npm start".\n', { status: 403 })
  }
  // The gate puts the policy of this very answer on the request.
  const [, nonce = ''] = /'nonce-([\w+/=]+)'/.exec(headers.get('content-security-policy') ?? '') ?? []
  return new Response(callbackPage(nonce, form), { headers: { 'Content-Type': 'text/html; charset=utf-8' } })
}
