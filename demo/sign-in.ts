import type { IncomingMessage, ServerResponse } from 'node:http'
import type Provider from 'oidc-provider'
import { signInPage } from './sign-in-page'
import { demoUser } from './users'

/** Path under which the provider sends a browser to sign in. */
export const signInPath = '/sign-in/'

/** Most bytes of a form. */
const maxForm = 10_000

/** Shows the sign-in page, and takes its form. A user with a second factor signs in all the same: the page is the demo's. */
export async function signIn(
  provider: Provider,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { uid } = await provider.interactionDetails(request, response)
  if (request.method !== 'POST') {
    return show(response, 200, signInPage(`${signInPath}${uid}`, null))
  }
  const form = new URLSearchParams(await readText(request))
  const user = demoUser(form.get('username') ?? '')
  if (user === undefined || user.password !== form.get('password')) {
    return show(response, 401, signInPage(`${signInPath}${uid}`, form.get('username') ?? ''))
  }
  const result = { login: { accountId: user.claims.sub, remember: false } }
  await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false })
}

function show(response: ServerResponse, status: number, page: string): void {
  const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'"
  response.writeHead(status, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': policy,
    'Cache-Control': 'no-store',
  })
  response.end(page)
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request) {
    length += chunk.length
    if (length > maxForm) {
      throw new RangeError('The form is too large.')
    }
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
