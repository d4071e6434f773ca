import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { qrPicture } from './okta/picture'
import { fault, type Reply, type StandInTransaction, stateReply } from './okta/replies'
import { activate, beginActivation, enroll, resend, step, verify } from './okta/transitions'
import { type StandInUser, standInUsers } from './okta/users'

/** A request the stand-in has answered. */
export type StandInCall = { readonly method: string; readonly path: string; readonly status: number }

export type OktaStandIn = {
  /** "http://127.0.0.1:4100". */
  readonly url: string
  /** Users by sign-in name; change them to script others. */
  readonly users: Record<string, StandInUser>
  readonly calls: readonly StandInCall[]
  /** Sign-ins that were neither finished nor cancelled. */
  readonly open: () => number
  readonly close: () => Promise<void>
}

type Body = Readonly<Record<string, unknown>>
type World = { readonly users: Record<string, StandInUser>; readonly live: Map<string, StandInTransaction> }

/** The password of a user once `givePasswords` has been called. */
export const passwordOf = (name: string) => `horse of ${name.split('@')[0]}`

/** Gives each user a password of its own: one password tried for many users looks like an attack, to Latchkey too. */
export function givePasswords(okta: OktaStandIn): void {
  for (const [name, user] of Object.entries(okta.users)) {
    okta.users[name] = { ...user, password: passwordOf(name) }
  }
}

/**
 * A small organization that answers like Okta's Authentication API, on loopback, for demonstrations and tests.
 * https://developer.okta.com/docs/reference/api/authn/
 */
export async function startOktaStandIn({ port = 0 }: { readonly port?: number } = {}): Promise<OktaStandIn> {
  const world: World = { users: { ...standInUsers }, live: new Map() }
  const calls: StandInCall[] = []
  const server = createServer((request, response) => {
    void answer(request, response, world).then(() => {
      calls.push({
        method: request.method ?? '',
        path: request.url ?? '',
        status: response.statusCode,
      })
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const { port: taken } = server.address() as AddressInfo
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return { url: `http://127.0.0.1:${taken}`, users: world.users, calls, open: () => world.live.size, close }
}

async function answer(request: IncomingMessage, response: ServerResponse, world: World): Promise<void> {
  let text = ''
  for await (const chunk of request) {
    text += chunk
  }
  const { url = '', method } = request
  const origin = `http://${request.headers.host}`
  const picture = method === 'GET' ? takePicture(url, world) : null
  if (picture !== null) {
    response.writeHead(200, { 'Content-Type': 'image/png' }).end(picture)
    return
  }
  const { status, body, headers } =
    method === 'POST' ? route(url, parse(text), origin, world) : fault(405, 'E0000022', 'Method not allowed.')
  response.writeHead(status, {
    'Content-Type': typeof body === 'string' ? 'text/html' : 'application/json',
    'X-Rate-Limit-Limit': '600',
    'X-Rate-Limit-Remaining': '598',
    'X-Rate-Limit-Reset': String(Math.ceil(Date.now() / 1000) + 60),
    ...headers,
  })
  response.end(typeof body === 'string' ? body : JSON.stringify(body))
}

/** A picture is handed out once. */
function takePicture(url: string, { live }: World): Buffer | null {
  const found = [...live.values()].find(({ qrPath }) => qrPath === url)
  if (found === undefined) {
    return null
  }
  delete found.qrPath
  return qrPicture(url)
}

function route(url: string, body: Body | null, origin: string, world: World): Reply {
  const path = url.split('?', 1)[0] ?? ''
  if (body === null) {
    return fault(400, 'E0000003', 'The request body was not well-formed.')
  }
  if (!path.startsWith('/api/v1/authn')) {
    return fault(404, 'E0000008', 'The requested path was not found')
  }
  if (path === '/api/v1/authn' && body.stateToken === undefined) {
    return signIn(body, origin, world)
  }
  const transaction = world.live.get(String(body.stateToken))
  if (transaction === undefined) {
    return fault(401, 'E0000011', 'Invalid token provided')
  }
  if (path === '/api/v1/authn/cancel') {
    world.live.delete(transaction.stateToken)
    return { status: 200, body: { relayState: null } }
  }
  if (transaction.user.quirk === 'expires') {
    world.live.delete(transaction.stateToken)
    return fault(401, 'E0000011', 'Invalid token provided')
  }
  const reply = move(path.slice('/api/v1/authn'.length), transaction, body)
  if (transaction.status === 'SUCCESS') {
    world.live.delete(transaction.stateToken)
  }
  return reply
}

function move(path: string, transaction: StandInTransaction, body: Body): Reply {
  const [, factor = '', rest = ''] = /^\/factors\/([\w-]+)\/(.+)$/.exec(path) ?? []
  switch (factor === '' ? path : rest) {
    case '':
      return stateReply(transaction)
    case 'verify':
      return verify(transaction, factor, body)
    case 'verify/resend':
      return resend(transaction)
    case '/factors':
      return enroll(transaction, body)
    case 'lifecycle/activate':
    case 'lifecycle/activate/poll':
      return activate(transaction, body)
    case '/previous':
      return step(transaction, 'previous')
    case '/skip':
      return step(transaction, 'skip')
    default:
      return fault(404, 'E0000008', 'The requested path was not found')
  }
}

function signIn(body: Body, origin: string, { users, live }: World): Reply {
  const login = String(body.username)
  const user = users[login]
  switch (user?.quirk) {
    case 'web-page':
      return { status: 200, body: '<!doctype html><title>Welcome</title><h1>Welcome</h1>' }
    case 'redirect':
      return { status: 302, body: '', headers: { Location: 'https://login.example.net/signin' } }
    case 'rate-limit':
      return {
        ...fault(429, 'E0000047', 'API call exceeded rate limit due to too many requests.'),
        headers: { 'X-Rate-Limit-Remaining': '0' },
      }
  }
  if (user === undefined || user.password !== body.password || user.status === 'HIDDEN_LOCK') {
    return fault(401, 'E0000004', 'Authentication failed')
  }
  const stateToken = `00${randomBytes(20).toString('hex')}`
  const elsewhere = user.quirk === 'foreign-links' ? 'https://okta.example.net' : origin
  const transaction = { stateToken, login, user, origin: elsewhere, status: user.status, polls: 0, sent: 0 }
  if (user.status !== 'SUCCESS' && user.status !== 'LOCKED_OUT') {
    live.set(stateToken, transaction)
  }
  const [halfway] = user.status === 'MFA_ENROLL_ACTIVATE' ? (user.factors ?? []) : []
  return halfway === undefined ? stateReply(transaction) : beginActivation(transaction, halfway)
}

function parse(text: string): Body | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Body) : null
  } catch {
    return null
  }
}
