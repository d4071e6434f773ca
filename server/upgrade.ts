import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { guard } from '@/lib/access/guard'
import { contentSecurityPolicy, securityHeaders } from '@/lib/access/headers'
import { type Hosts, ownOrigin } from '@/lib/access/hosts'
import { refuseOnSocket } from './refuse'

type Upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => Promise<void>

/** Refuses every request to change the protocol; in development, lets the page's own hot-reload socket through. */
export function onUpgrade(server: Server, hosts: Hosts, development: Upgrade | null): void {
  server.on('upgrade', (request, socket, head) => {
    if (development !== null && isOwnPage(request, hosts)) {
      development(request, socket, head).catch(() => socket.destroy())
      return
    }
    const { method = '', url = '', headersDistinct: headers } = request
    const refusal = guard({ method, url, headers }, hosts)
    const origin = ownOrigin(hosts, request.headers.host ?? '')
    const policy = contentSecurityPolicy('none', false)
    if (refusal === null) {
      socket.destroy()
    } else {
      refuseOnSocket(socket, securityHeaders(policy, origin?.startsWith('https:') === true), refusal)
    }
  })
}

function isOwnPage({ headers }: IncomingMessage, hosts: Hosts): boolean {
  const origin = ownOrigin(hosts, headers.host ?? '')
  return origin !== null && headers.origin === origin
}
