import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { broughtField, callbackPath, maxFormBytes } from '@/lib/access/guard'
import { contentSecurityPolicy, securityHeaders } from '@/lib/access/headers'
import { urlIn } from '@/lib/schema/web-address'
import { allPending, findPending, type PendingSignIn } from '@/lib/testers/oidc/pending'
import { readResponse } from '@/lib/testers/oidc/response'

/** Answers a browser that an identity provider has sent to a redirect URI of this machine. */
export async function answerRedirect(
  request: IncomingMessage,
  response: ServerResponse,
  home: string,
): Promise<void> {
  const nonce = randomBytes(18).toString('base64')
  for (const [name, value] of Object.entries(securityHeaders(contentSecurityPolicy(nonce, false), false))) {
    response.setHeader(name, value)
  }
  response.setHeader('Cache-Control', 'no-store')
  const own = ownAddress(request)
  const url = own === null ? null : urlIn(request.url ?? '', own)
  const waiting = caughtNow().some(({ redirectUri }) => samePage(redirectUri, url))
  if (url === null || !waiting || !/^(GET|POST)$/.test(request.method ?? '')) {
    response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' })
    response.end('Nobody waits for an answer here.\n')
    return
  }
  if (request.method === 'GET') {
    sendOn(response, { nonce, origin: originFor({ address: url.href }, home), form: null })
    return
  }
  const form = await readForm(request)
  if (form === null) {
    response.writeHead(413).end()
    return
  }
  sendOn(response, { nonce, origin: originFor({ form }, home), form })
}

/** Sign-ins whose answer is waited for here. */
export function caughtNow(): readonly PendingSignIn[] {
  return allPending(Date.now()).filter(({ caught }) => caught === true)
}

/** The port at which the answer of a sign-in arrives. */
export function portOf({ redirectUri }: Pick<PendingSignIn, 'redirectUri'>): number {
  return Number(new URL(redirectUri).port || 443)
}

/** The origin of the page that waits for an answer with this state; `home` when the state is in the fragment. */
function originFor(brought: { readonly address: string } | { readonly form: string }, home: string): string {
  const state = readResponse(brought)?.parameters.get('state') ?? ''
  const [only] = caughtNow()
  return findPending(state, Date.now())?.home ?? only?.home ?? home
}

type Onward = {
  readonly nonce: string
  /** Of the page that waits. */
  readonly origin: string
  /** The body of a form_post; null for an answer in the address, whose fragment only the browser has. */
  readonly form: string | null
}

/**
 * Hands the answer to the page of `origin` by a page of its own, which posts it as a form: an address would stay in the
 * history of the browser with the code in it. No redirect: it would be such an address, and providers limit where their
 * forms may be redirected to.
 */
function sendOn(response: ServerResponse, { nonce, origin, form }: Onward): void {
  const policy = contentSecurityPolicy(nonce, false).replace("form-action 'self'", `form-action ${origin}`)
  response.setHeader('Content-Security-Policy', policy)
  response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' })
  response.end(onwardPage(`${origin}${callbackPath}`, form, nonce))
}

const escapeHtml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')

function onwardPage(target: string, form: string | null, nonce: string): string {
  const data = form === null ? '' : ` data-form="${escapeHtml(form)}"`
  return `<!doctype html>
<html lang="en"${data}>
<meta charset="utf-8">
<title>Latchkey</title>
<form method="post" action="${escapeHtml(target)}"><input type="hidden" name="${broughtField}"></form>
<p>One moment.</p>
<script nonce="${nonce}">${onwardScript}</script>
</html>
`
}

const onwardScript = `
const { form } = document.documentElement.dataset
document.forms[0].elements[0].value = form === undefined ? location.href : 'form:' + form
history.replaceState(null, '', location.pathname)
document.forms[0].submit()
`

/** The address of this listener as the request names it; null for any other host, so that no name can be rebound to it. */
function ownAddress({ headers }: IncomingMessage): string | null {
  const { host = '' } = headers
  return /^127\.0\.0\.1(:\d{1,5})?$/.test(host) ? `https://${host}` : null
}

function samePage(redirectUri: string, url: URL | null): boolean {
  const wanted = urlIn(redirectUri)
  return wanted !== null && wanted.origin === url?.origin && wanted.pathname === url.pathname
}

async function readForm(request: IncomingMessage): Promise<string | null> {
  let form = ''
  for await (const chunk of request.setEncoding('latin1')) {
    form += chunk
    if (form.length > maxFormBytes) {
      return null
    }
  }
  return form
}
