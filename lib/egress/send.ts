import {
  Agent as HttpAgent,
  request as httpRequest,
  type IncomingMessage,
  type RequestOptions,
} from 'node:http'
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https'
import { isIP, type LookupFunction, type Socket } from 'node:net'
import { TLSSocket } from 'node:tls'
import { EgressError } from './errors'
import type { EgressPolicy } from './policy'
import type { Target } from './target'
import type { Trip } from './trip'

/** The connections of one Egress, never shared between two names. */
export type Agents = { readonly reusing: AgentPair; readonly fresh: AgentPair }

type AgentPair = { readonly http: HttpAgent; readonly https: HttpsAgent }

export type Outgoing = {
  readonly target: Target
  /** Vetted; no other is connected to. */
  readonly addresses: readonly string[]
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array | null
}

const idleMs = 1_000
const attemptMs = 500
const longestHeaders = 65_536
const mostHeaders = 200
const mostInterimAnswers = 10

/**
 * Questions that change nothing reuse a connection, which is closed after a second of idleness, before most providers
 * close theirs. A POST gets its own: a provider may close an idle connection in the moment it is used, and whether a
 * password was tried then is not known, so it cannot be sent again.
 */
export function openAgents(): Agents {
  const kept = { keepAlive: true, timeout: idleMs }
  return {
    reusing: { http: new HttpAgent(kept), https: new HttpsAgent(kept) },
    fresh: { http: new HttpAgent(), https: new HttpsAgent() },
  }
}

/** Whether a request may be sent again when its connection turns out to be closed. */
export function isRepeatable(method: string): boolean {
  return method === 'GET' || method === 'HEAD'
}

/** Closes every connection, idle or not. */
export function closeAgents({ reusing, fresh }: Agents): void {
  for (const agent of [reusing.http, reusing.https, fresh.http, fresh.https]) {
    agent.destroy()
  }
}

/** Sends a request and waits for the headers of the answer. Rejects with an error of Node, or an EgressError. */
export function send(
  outgoing: Outgoing,
  policy: EgressPolicy,
  agents: Agents,
  trip: Trip,
  onSocket: (reused: boolean) => void = () => undefined,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const { target, body } = outgoing
    const options = connection(outgoing, policy)
    const { http, https } = isRepeatable(outgoing.method) ? agents.reusing : agents.fresh
    const request = target.secure
      ? httpsRequest({ ...options, agent: https })
      : httpRequest({ ...options, agent: http })
    const abort = () => request.destroy(trip.signal.reason)
    let interim = 0
    request.maxHeadersCount = mostHeaders + 1
    request.on('socket', (socket) => {
      onSocket(request.reusedSocket)
      follow(socket, outgoing, trip)
    })
    request.on('information', () => {
      // Once: the parser tells every one it has already read.
      if (++interim === mostInterimAnswers) {
        request.destroy(new EgressError('too-many-headers', trip.phase, target.host))
      }
    })
    request.on('finish', () => trip.mark('sent'))
    request.on('error', (error) => reject(trip.signal.aborted ? trip.signal.reason : error))
    request.on('upgrade', (_, socket: Socket) => {
      socket.destroy()
      reject(new EgressError('bad-answer', trip.phase, target.host))
    })
    request.on('response', (answer) => {
      trip.signal.removeEventListener('abort', abort)
      trip.mark('firstByte')
      if (answer.rawHeaders.length / 2 > mostHeaders) {
        answer.destroy()
        reject(new EgressError('too-many-headers', trip.phase, target.host))
        return
      }
      // A fault of the parser within the body is told to the request only. It may come with the head in one packet,
      // before anybody reads the body: without a listener the answer would forget it.
      answer.on('error', () => undefined)
      request.on('error', (error) => answer.destroy(error))
      resolve(answer)
    })
    trip.signal.addEventListener('abort', abort)
    if (trip.signal.aborted) {
      abort()
    } else {
      request.end(body)
    }
  })
}

/** Marks the phases of a new connection as they pass, and checks that it ends where it was meant to. */
function follow(socket: Socket, { target, addresses }: Outgoing, trip: Trip): void {
  const ready = () => trip.enter('first-byte')
  if (!socket.connecting) {
    ready()
    return
  }
  trip.mark('connect')
  socket.once('connect', () => {
    const { remoteAddress } = socket
    if (socket instanceof TLSSocket) {
      trip.enter('tls')
    }
    if (remoteAddress === undefined) {
      // Reset already: the system no longer tells whom it was connected to.
      socket.destroy(new EgressError('reset', trip.phase, target.host))
    } else if (!addresses.includes(remoteAddress)) {
      socket.destroy(new EgressError('blocked-address', 'connect', target.host))
    } else if (socket instanceof TLSSocket) {
      trip.mark('tls')
      socket.once('secureConnect', ready)
    } else {
      ready()
    }
  })
}

function connection(outgoing: Outgoing, policy: EgressPolicy): RequestOptions {
  const { target, addresses, method, headers } = outgoing
  return {
    host: target.host,
    port: target.port,
    path: target.url.pathname + target.url.search,
    method,
    headers: { ...headers, Host: target.url.host },
    maxHeaderSize: longestHeaders,
    lookup: lookupIn(addresses),
    autoSelectFamilyAttemptTimeout: attemptMs,
    // SNI takes names only; an address is checked against the certificate all the same.
    ...(target.secure ? { servername: target.literal ? '' : target.host } : {}),
    ...(policy.authorities ? { secureContext: policy.authorities } : {}),
  } as RequestOptions
}

/** What `net.connect` calls for a name: gives the vetted addresses and asks nobody. It is not called for literals. */
function lookupIn(addresses: readonly string[]): LookupFunction {
  const answers = addresses.map((address) => ({ address, family: isIP(address) }))
  return (_, options, callback) => {
    const [first] = answers
    if (options.all) {
      process.nextTick(callback, null, answers)
    } else {
      process.nextTick(callback, null, first?.address ?? '', first?.family)
    }
  }
}
