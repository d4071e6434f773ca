import { createServer, type Server } from 'node:https'
import type { Socket } from 'node:net'
import { maxFormBytes } from '@/lib/access/guard'
import { httpsPort } from '@/lib/schema/web-address'
import type { Listener, ListenerState } from '@/lib/testers/oidc/catchers'
import { adviceFor, ownPort, tooManyPorts } from './listening-advice'
import type { KeyAndCertificate } from './loopback-certificate'
import { type Bind, listenOnLoopback } from './loopback-port'
import { answerTrouble, protocolLimits } from './protocol'
import { answerRedirect, caughtNow } from './redirect-answer'

type Options = {
  /** The person at the screen has to agree first. */
  readonly asks: boolean
  /** The port that Latchkey itself is served on. */
  readonly servedOn?: number
  /** Milliseconds after which is looked whether anybody waits. */
  readonly every?: number
  /** The account may have ports below 1024 on all addresses only. */
  readonly everyAddress?: (port: number) => boolean
  readonly bind?: Bind
}

/** Most ports that are listened on at once; each sign-in that waits needs one, and most need the same. */
const mostPorts = 8

/**
 * Catches answers that identity providers send to a redirect URI of this machine, such as
 * https://127.0.0.1/jamfconnect, and sends the browser on to the page of `home` (Latchkey's own origin) that hands
 * them to the waiting page. Takes connections of this machine only, on the port of the redirect URI, for as long as a sign-in
 * waits there; serves the paths of such sign-ins, and no others.
 */
export function redirectListener(
  home: string,
  { asks, servedOn, every = 1000, everyAddress = needsEveryAddress, bind }: Options,
): Listener & { readonly close: () => Promise<void> } {
  const servers = new Map<number, Promise<Opened>>()
  let certificate: Promise<KeyAndCertificate> | undefined
  let watch: NodeJS.Timeout | undefined
  const open = async (port: number): Promise<Opened> => {
    if (port === servedOn || servers.size >= mostPorts) {
      throw Object.assign(new Error('No listener.'), { code: port === servedOn ? ownPort : tooManyPorts })
    }
    // What makes certificates is most of this program, and few starts of it need one.
    certificate ??= import('./loopback-certificate').then((made) => made.loopbackCertificate())
    const server = redirectServer(home, await certificate)
    const sockets = socketsOf(server)
    await listenOnLoopback(server, port, { everyAddress: everyAddress(port), ...(bind ? { bind } : {}) })
    return { server: server.unref(), sockets }
  }
  const shut = async (port: number) => {
    const opening = servers.get(port)
    servers.delete(port)
    const opened = await opening?.catch(() => null)
    opened?.server.close()
    // Also those that have not said anything yet: nobody may be answered later.
    for (const socket of opened?.sockets ?? []) {
      socket.destroy()
    }
  }
  /** Nobody who waits says when he goes: a sign-in comes back, is cancelled, or is over after ten minutes. */
  const look = () => {
    const wanted = new Set(caughtNow().map(({ redirectUri }) => httpsPort(redirectUri)))
    for (const port of [...servers.keys()].filter((each) => !wanted.has(each))) {
      void shut(port)
    }
    if (wanted.size === 0) {
      clearInterval(watch)
      watch = undefined
    }
  }
  const listen = async (redirectUri: URL): Promise<ListenerState> => {
    look()
    const port = httpsPort(redirectUri)
    const server = servers.get(port) ?? open(port)
    servers.set(port, server)
    watch ??= setInterval(look, every).unref()
    try {
      await server
      return { listening: true }
    } catch (error) {
      servers.delete(port)
      return { listening: false, advice: adviceFor((error as NodeJS.ErrnoException).code, port) }
    }
  }
  const offer = (redirectUri: URL) => ({
    everyAddress: everyAddress(httpsPort(redirectUri)),
  })
  const close = async () => {
    clearInterval(watch)
    await Promise.all([...servers.keys()].map(shut))
  }
  return { asks, offer, listen, close }
}

type Opened = { readonly server: Server; readonly sockets: ReadonlySet<Socket> }

/** The connections of a server that are open, from before their handshake on. */
function socketsOf(server: Server): ReadonlySet<Socket> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  return sockets
}

function redirectServer(home: string, certificate: KeyAndCertificate): Server {
  // An answer in the query may be as long as a form.
  const limits = { ...protocolLimits, maxHeaderSize: maxFormBytes }
  const server = createServer({ ...certificate, ...limits }, (request, response) => {
    answerRedirect(request, response, home).catch(() => response.destroy())
  })
  answerTrouble(server, false)
  return server
}

function needsEveryAddress(port: number): boolean {
  return process.platform === 'darwin' && port < 1024 && process.getuid?.() !== 0
}
