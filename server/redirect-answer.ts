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
  const form = request.method === 'GET' ? null : await readForm(request)
  if (form === tooLarge || carriedBytes(form === null ? url.href : formAnswer(form)) > maxFormBytes) {
    response.writeHead(413, { 'Content-Type': 'text/plain; charset=utf-8', Connection: 'close' })
    response.end(`${tooLargeText}\n`)
    return
  }
  sendOn(response, {
    nonce,
    homes: homesFor(form === null ? { address: url.href } : { form }, url, home),
    form,
  })
}

const formAnswer = (form: string) => `form:${form}`

const tooLargeText = `This answer is too large: it may have ${maxFormBytes / 1024} KB, as it is sent on to Latchkey.`

/** The size of an answer in the form that carries it to /callback, which counts it in this way. */
function carriedBytes(answer: string): number {
  const lines = answer.replace(/\r\n?|\n/g, '\r\n')
  return new URLSearchParams({ [broughtField]: lines }).toString().length
}

/** Sign-ins whose answer is waited for here. */
export function caughtNow(): readonly PendingSignIn[] {
  return allPending(Date.now()).filter(({ caught }) => caught === true)
}

/** Where an answer is sent on to: an origin, and others that have it when its state is in the fragment, by id of the sign-in. */
type Homes = { readonly origin: string; readonly byId: Readonly<Record<string, string>> }

/**
 * The pages that wait for an answer at `url`. A state that the server does not get, because it is in the fragment, is
 * compared by the browser; without one the answer belongs to the newest sign-in there.
 */
function homesFor(
  brought: { readonly address: string } | { readonly form: string },
  url: URL,
  home: string,
): Homes {
  const state = readResponse(brought)?.parameters.get('state')
  const named = state === undefined ? null : findPending(state, Date.now())
  if (named !== null) {
    return { origin: named.home, byId: {} }
  }
  const here = caughtNow().filter(({ redirectUri }) => samePage(redirectUri, url))
  const byId = state === undefined ? Object.fromEntries(here.map((each) => [each.id, each.home])) : {}
  return { origin: here.at(-1)?.home ?? home, byId }
}

type Onward = {
  readonly nonce: string
  readonly homes: Homes
  /** The body of a form_post; null for an answer in the address, whose fragment only the browser has. */
  readonly form: string | null
}

/**
 * Hands the answer to the page that waits by a page of its own, which posts it as a form: a redirect would carry it in a
 * further address, and providers limit where their forms may be redirected to.
 */
function sendOn(response: ServerResponse, { nonce, homes, form }: Onward): void {
  const origins = [...new Set([homes.origin, ...Object.values(homes.byId)])].join(' ')
  const policy = contentSecurityPolicy(nonce, false).replace("form-action 'self'", `form-action ${origins}`)
  response.setHeader('Content-Security-Policy', policy)
  response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' })
  response.end(onwardPage(homes, form, nonce))
}

const escapeHtml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')

function onwardPage({ origin, byId }: Homes, form: string | null, nonce: string): string {
  const data = form === null ? '' : ` data-form="${escapeHtml(form)}"`
  const homes = escapeHtml(JSON.stringify(byId))
  return `<!doctype html>
<html lang="en"${data} data-homes="${homes}">
<meta charset="utf-8">
<title>Latchkey</title>
<form method="post" action="${escapeHtml(origin + callbackPath)}"><input type="hidden" name="${broughtField}"></form>
<p>One moment.</p>
<script nonce="${nonce}">${onwardScript}</script>
</html>
`
}

/** The id of a sign-in is made of its state as ticketIdOf() does. */
const onwardScript = `
const { form, homes } = document.documentElement.dataset
const target = document.forms[0]
const answer = form === undefined ? location.href : 'form:' + form
const states = new URLSearchParams(location.hash.slice(1)).getAll('state')
history.replaceState(null, '', location.pathname)
target.elements[0].value = answer
const idOf = async (state) => {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(state)))
  return btoa(String.fromCharCode(...digest)).replaceAll('+', '-').replaceAll('/', '_').slice(0, 12)
}
const send = async () => {
  const home = states.length === 1 ? JSON.parse(homes)[await idOf(states[0])] : undefined
  if (home !== undefined) {
    target.action = home + '${callbackPath}'
  }
  if (new URLSearchParams(new FormData(target)).toString().length > ${maxFormBytes}) {
    document.querySelector('p').textContent = '${tooLargeText}'
    return
  }
  target.submit()
}
send()
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

const tooLarge = Symbol('too large')

async function readForm(request: IncomingMessage): Promise<string | typeof tooLarge> {
  let form = ''
  for await (const chunk of request.setEncoding('latin1')) {
    form += chunk
    if (form.length > maxFormBytes) {
      return tooLarge
    }
  }
  return form
}
