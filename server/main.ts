import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import next from 'next'
import { allowedHosts, type Hosts, isLoopback } from '@/lib/access/hosts'
import { completeEnvironment } from '@/lib/process/environment'
import { offerListener } from '@/lib/testers/oidc/catchers'
import { closeAll } from '@/lib/testers/okta-authn/transactions'
import { prepareData, releaseData } from './data'
import { expireDeleted } from './expire'
import { gate, type Handler } from './gate'
import { logRequests } from './log'
import { listen, tryPort } from './port'
import { answerProtocol, protocolLimits } from './protocol'
import { publicFiles } from './public-files'
import { redirectListener } from './redirect-listener'
import { readSettings, type Settings } from './settings'
import { stopOnSignal } from './stop'
import { onUpgrade } from './upgrade'

export { prepareData, readSettings, tryPort }

/**
 * Serves the app from `folder` until a signal stops it. `dev`: with the development server behind the gate.
 * Gives the address to open. Throws StartError when the port cannot be had.
 */
export async function serve(settings: Settings, folder: string, dev: boolean): Promise<string> {
  const server = createServer(protocolLimits)
  await listen(server, settings)
  const { port } = server.address() as AddressInfo
  // lib/egress keeps tests away from this server; with PORT=0 only the system knows the port.
  completeEnvironment({ PORT: String(port) })
  const hosts = allowedHosts(settings.host, port, settings.publicUrl)
  // The framework attaches its own upgrade handler to the server it is given; this one never listens.
  const upgrades = createServer()
  const app = next({ dev, dir: folder, hostname: settings.host, port, httpServer: upgrades })
  const ready = dev ? app.prepare() : quietly(() => app.prepare())
  const handler: Handler = async (request, response) => {
    await ready
    await app.getRequestHandler()(request, response)
  }
  attach(server, gate(handler, hosts, dev, publicFiles(folder)), hosts, settings)
  onUpgrade(server, hosts, dev ? upgrades : null)
  if (settings.catchRedirect !== 'never') {
    const asks = settings.catchRedirect === 'ask'
    offerListener(redirectListener(hosts.home, { asks, servedOn: port }))
  }
  stopOnSignal(server, () => closeAll().then(() => releaseData(settings)))
  await ready
  expireDeleted()
  return hosts.home
}

/** The framework reports on itself while it starts; the one line on standard output is ours. */
async function quietly(start: () => Promise<void>): Promise<void> {
  const { log } = console
  console.log = () => undefined
  try {
    await start()
  } finally {
    console.log = log
  }
}

function attach(server: Server, listener: ReturnType<typeof gate>, hosts: Hosts, settings: Settings): void {
  if (settings.logRequests) {
    server.on('request', logRequests)
  }
  if (!isLoopback(settings.host)) {
    console.error(
      'Everyone who can reach this server can read and change its configurations: there is no sign-in.',
    )
  }
  server.on('request', listener)
  answerProtocol(server, listener, hosts)
}
