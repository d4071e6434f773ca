import { randomBytes, randomUUID } from 'node:crypto'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { bodyTooLarge, guard, maxBodyBytes, type Refusal } from '@/lib/access/guard'
import { cacheControl, contentSecurityPolicy, isDroppedHeader, securityHeaders } from '@/lib/access/headers'
import { type Hosts, ownOrigin } from '@/lib/access/hosts'
import { isFromOwnMachine, markOwnMachine } from '@/lib/access/own-machine'
import { admit } from '@/lib/access/pass'
import { withKnownLength } from './body'
import { largeBodies, tooManyBodies } from './large-bodies'
import { refuse } from './refuse'

/** Four bodies of 8 MB are in memory at most, each twice while it is read; 60 more clients wait a minute at most. */
const enter = largeBodies(4, 60)

/** What stands behind the gate: the framework's request handler. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/**
 * The one way in. Puts the security headers on the answer, whoever writes it, turns foreign requests away, and hands
 * the others on with a nonce, without the headers they have no business sending, and marked as having come this way.
 */
export function gate(
  handler: Handler,
  hosts: Hosts,
  dev: boolean,
  publicFiles: ReadonlySet<string>,
): RequestListener {
  return (request, response) => {
    const policy = contentSecurityPolicy(randomBytes(18).toString('base64'), dev)
    protect(request, response, policy, hosts, publicFiles)
    pass(request, response, handler, policy, hosts).catch((error: unknown) => fail(request, response, error))
  }
}

async function pass(
  request: IncomingMessage,
  response: ServerResponse,
  handler: Handler,
  policy: string,
  hosts: Hosts,
): Promise<void> {
  const { method = '', url = '', headersDistinct: headers } = request
  const refusal = guard({ method, url, headers }, hosts)
  if (refusal !== null) {
    return refuse(request, response, refusal)
  }
  if (!(await enter(request, response))) {
    return response.closed ? undefined : refuse(request, response, tooManyBodies)
  }
  const known = await withKnownLength(request, maxBodyBytes)
  if (known === null) {
    return refuse(request, response, bodyTooLarge)
  }
  const ownMachine = isFromOwnMachine(request, hosts)
  for (const name of Object.keys(known.headers).filter(isDroppedHeader)) {
    delete known.headers[name]
  }
  known.headers['content-security-policy'] = policy
  admit(known.headers)
  if (ownMachine) {
    markOwnMachine(known.headers)
  }
  await handler(known, response)
}

/** Every header of an answer is sent through writeHead, also when nobody calls it. */
function protect(
  request: IncomingMessage,
  response: ServerResponse,
  policy: string,
  hosts: Hosts,
  publicFiles: ReadonlySet<string>,
): void {
  const origin = ownOrigin(hosts, request.headers.host ?? '')
  const headers = securityHeaders(policy, origin?.startsWith('https:') === true)
  const writeHead = response.writeHead.bind(response) as (...args: unknown[]) => ServerResponse
  response.writeHead = (...args: unknown[]) => {
    for (const [name, value] of Object.entries(headers)) {
      response.setHeader(name, value)
    }
    const theirs = response.getHeader('Cache-Control')
    const status = Number(args[0])
    const rule = cacheControl(request.url ?? '', status, theirs?.toString(), publicFiles)
    response.setHeader('Cache-Control', rule)
    return writeHead(...args)
  }
}

function fail(request: IncomingMessage, response: ServerResponse, error: unknown): void {
  if (request.destroyed && !request.complete) {
    return
  }
  const id = randomUUID()
  console.error(`Error ${id}:`, error)
  if (response.headersSent) {
    response.destroy()
    return
  }
  refuse(request, response, unexpected(id))
}

function unexpected(id: string): Refusal {
  const message = `Something went wrong on the server. Its log explains what, under ${id}.`
  return { status: 500, code: 'unexpected', message }
}
