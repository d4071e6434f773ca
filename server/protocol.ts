import type { RequestListener, Server, ServerOptions } from 'node:http'
import { guard } from '@/lib/access/guard'
import { contentSecurityPolicy, securityHeaders } from '@/lib/access/headers'
import type { Hosts } from '@/lib/access/hosts'
import { refuseOnSocket } from './refuse'

/**
 * How long a client may take, in milliseconds, and how large a head may be, in bytes. Connections are looked at each
 * second, so that a limit is one. A missing Host is the guard's to refuse, as everything else is.
 */
export const protocolLimits: ServerOptions = {
  headersTimeout: 15_000,
  requestTimeout: 60_000,
  connectionsCheckingInterval: 1000,
  maxHeaderSize: 16_384,
  requireHostHeader: false,
}

type Trouble = { readonly status: number; readonly message: string }

const malformed: Trouble = { status: 400, message: 'The request is malformed.' }

const troubles: { readonly [code: string]: Trouble } = {
  HPE_HEADER_OVERFLOW: { status: 431, message: 'The headers of the request are too large.' },
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: 408,
    message: 'The request took too long: 15 seconds for its head, 60 seconds for all of it.',
  },
}

/** Answers what Node would answer by itself, with the headers of every other answer: `listener` is the gate. */
export function answerProtocol(server: Server, listener: RequestListener, hosts: Hosts): void {
  server.on('checkContinue', (request, response) => {
    const { method = '', url = '', headersDistinct: headers } = request
    if (guard({ method, url, headers }, hosts) === null) {
      response.writeContinue()
    }
    listener(request, response)
  })
  // A request with another Expect is answered as if it had none: RFC 9110, section 10.1.1, leaves that to the server.
  server.on('checkExpectation', listener)
  answerTrouble(server, hosts.home.startsWith('https:'))
}

/** Answers requests that cannot be read, or take too long. `https`: as securityHeaders takes it. */
export function answerTrouble(server: Server, https: boolean): void {
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    const headers = securityHeaders(contentSecurityPolicy('none', false), https)
    refuseOnSocket(socket, headers, troubles[error.code ?? ''] ?? malformed)
  })
}
