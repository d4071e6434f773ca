import { createServer, type Server } from 'node:http'
import { type Settings, StartError } from './settings'

/** Makes `server` listen. Throws StartError when the address cannot be had. */
export async function listen(server: Server, { host, port }: Settings): Promise<void> {
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen(port, host, resolve)
    })
  } catch (cause) {
    throw new StartError(listenProblem((cause as NodeJS.ErrnoException).code, host, port), { cause })
  }
}

/** Throws StartError when the address cannot be had now; for before a build that takes its time. */
export async function tryPort(settings: Settings): Promise<void> {
  const server = createServer()
  await listen(server, settings)
  await new Promise((resolve) => server.close(resolve))
}

function listenProblem(code: string | undefined, host: string, port: number): string {
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} on ${host} is taken by another program; stop it or set PORT to a free one.`
    case 'EACCES':
      return `Port ${port} needs rights this account does not have; set PORT to a number from 1024 to 65535.`
    default:
      return `The server cannot listen on ${host}; set HOST to an address of this machine.`
  }
}
