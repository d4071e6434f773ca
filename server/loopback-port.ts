import { connect, type Server, type Socket } from 'node:net'

const loopback = '127.0.0.1'

/** Makes a server listen at an address. */
export type Bind = (server: Server, port: number, address: string) => Promise<void>

/** Throws what the system answers: EADDRINUSE, EACCES. */
export const bind: Bind = (server, port, address) =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, address, () => {
      server.off('error', reject)
      resolve()
    })
  })

/**
 * Makes `server` listen on 127.0.0.1. `everyAddress`: where the account may not, on all addresses, closing at once what does
 * not come from this machine. macOS since 10.14 gives a plain account ports below 1024 in this way only; Apple does
 * not document it, who tried it says so: github.com/apple/container/issues/1985, github.com/nodejs/help/issues/2984.
 * Throws what the system answers; EADDRINUSE also where another program has the port of 127.0.0.1 for itself.
 */
export async function listenOnLoopback(
  server: Server,
  port: number,
  { everyAddress, bind: bindTo = bind }: { readonly everyAddress: boolean; readonly bind?: Bind },
): Promise<void> {
  try {
    return await bindTo(server, port, loopback)
  } catch (error) {
    if (!everyAddress || (error as NodeJS.ErrnoException).code !== 'EACCES') {
      throw error
    }
  }
  server.on('connection', (socket: Socket) => {
    if (!isWithinMachine(socket)) {
      socket.destroy()
    }
  })
  await bindTo(server, port, '0.0.0.0')
  if (!(await isReached(server, port))) {
    server.close()
    throw Object.assign(new Error('Another program has this port.'), { code: 'EADDRINUSE' })
  }
}

function isWithinMachine({ localAddress, remoteAddress }: Socket): boolean {
  return localAddress === loopback && remoteAddress?.startsWith('127.') === true
}

/** A program that listens on 127.0.0.1 alone is preferred to one that listens everywhere, and would get the answers. */
async function isReached(server: Server, port: number): Promise<boolean> {
  const arrived = new Set<number | undefined>()
  const note = ({ remotePort }: Socket) => void arrived.add(remotePort)
  server.on('connection', note)
  const trial = connect(port, loopback)
  try {
    await new Promise((resolve, reject) => {
      trial.once('connect', resolve)
      trial.once('error', reject)
    })
    for (let turn = 0; turn < 50 && !arrived.has(trial.localPort); turn += 1) {
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
    return arrived.has(trial.localPort)
  } catch {
    return false
  } finally {
    server.off('connection', note)
    trial.destroy()
  }
}
