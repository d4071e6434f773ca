import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer, type Server } from 'node:https'
import { broughtField, callbackPath, maxFormBytes } from '@/lib/access/guard'
import { contentSecurityPolicy, securityHeaders } from '@/lib/access/headers'
import { urlIn } from '@/lib/schema/web-address'
import type { Listener, ListenerState } from '@/lib/testers/oidc/catchers'
import { allPending, findPending } from '@/lib/testers/oidc/pending'
import { readResponse } from '@/lib/testers/oidc/response'
import type { KeyAndCertificate } from './loopback-certificate'
import { answerTrouble, protocolLimits } from './protocol'

/**
 * Catches answers that identity providers send to a redirect URI of this machine, such as
 * https://127.0.0.1/jamfconnect, and sends the browser on to the page of `home` (Latchkey's own origin) that hands
 * them to the waiting page. Listens on 127.0.0.1 only, on the port of the redirect URI, from the first test on; serves
 * the paths of sign-ins that are under way, and no others.
 */
export function redirectListener(home: string): Listener & { readonly close: () => Promise<void> } {
  const servers = new Map<number, Promise<Server>>()
  let certificate: Promise<KeyAndCertificate> | undefined
  const open = async (port: number): Promise<Server> => {
    // What makes certificates is most of this program, and few starts of it need one.
    certificate ??= import('./loopback-certificate').then((made) => made.loopbackCertificate())
    // An answer in the query may be as long as a form.
    const limits = { ...protocolLimits, maxHeaderSize: maxFormBytes }
    const server = createServer({ ...(await certificate), ...limits }, (request, response) => {
      answer(request, response, home).catch(() => response.destroy())
    })
    answerTrouble(server, false)
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen(port, '127.0.0.1', resolve)
    })
    return server.unref()
  }
  const listen = async (redirectUri: URL): Promise<ListenerState> => {
    const port = Number(redirectUri.port || 443)
    const server = servers.get(port) ?? open(port)
    servers.set(port, server)
    try {
      await server
      return { listening: true }
    } catch (error) {
      servers.delete(port)
      return { listening: false, advice: adviceFor((error as NodeJS.ErrnoException).code, port) }
    }
  }
  const close = async () => {
    for (const server of servers.values()) {
      const open = await server.catch(() => null)
      open?.close()
      open?.closeAllConnections()
    }
  }
  return Object.assign(listen, { close })
}

function adviceFor(code: string | undefined, port: number): string {
  const otherwise = 'Until then, paste the final address.'
  switch (code) {
    case 'EACCES':
      return `Listening on port ${port} needs rights that the account of Latchkey does not have; start Latchkey with an account that has them. ${otherwise}`
    case 'EADDRINUSE':
      return `Port ${port} of 127.0.0.1 is taken by another program; stop it to have the answer caught. ${otherwise}`
    default:
      return `Port ${port} of 127.0.0.1 cannot be listened on. ${otherwise}`
  }
}

async function answer(request: IncomingMessage, response: ServerResponse, home: string): Promise<void> {
  const nonce = randomBytes(18).toString('base64')
  for (const [name, value] of Object.entries(securityHeaders(contentSecurityPolicy(nonce, false), false))) {
    response.setHeader(name, value)
  }
  response.setHeader('Cache-Control', 'no-store')
  const own = ownAddress(request)
  const url = own === null ? null : urlIn(request.url ?? '', own)
  const waiting = allPending(Date.now()).some(({ redirectUri }) => samePage(redirectUri, url))
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

/** The origin of the page that waits for an answer with this state; `home` when the state is in the fragment. */
function originFor(brought: { readonly address: string } | { readonly form: string }, home: string): string {
  const state = readResponse(brought)?.parameters.get('state') ?? ''
  const [only] = allPending(Date.now())
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
