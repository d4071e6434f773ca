import type { IncomingMessage, Server } from 'node:http'
import { guard } from '@/lib/access/guard'
import { contentSecurityPolicy, securityHeaders } from '@/lib/access/headers'
import { type Hosts, ownOrigin } from '@/lib/access/hosts'
import { refuseOnSocket } from './refuse'

/**
 * Refuses every request to change the protocol. In development, lets the page's own hot-reload socket through to
 * `development`, the server the framework listens to.
 */
export function onUpgrade(server: Server, hosts: Hosts, development: Server | null): void {
  server.on('upgrade', (request, socket, head) => {
    if (development !== null && isOwnPage(request, hosts)) {
      development.emit('upgrade', request, socket, head)
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
