import { closeAll } from '@/lib/testers/okta-authn/transactions'
import { printable } from '../terminal/colours'
import { type Io, writeLine } from '../terminal/io'
import { personAt } from './person'
import { printerFor } from './printer'
import type { TestRequest } from './request'
import { runDiscovery } from './run-discovery'
import { runOidc } from './run-oidc'
import { runOkta } from './run-okta'
import { runRopg } from './run-ropg'
import { toolsFor } from './tools'

const tests = { discovery: runDiscovery, oidc: runOidc, ropg: runRopg, okta: runOkta } as const

/**
 * Runs a test, prints it while it runs, and gives the exit status. Ctrl-C cancels it and frees its sockets. Throws
 * CliError when it cannot be run.
 */
export async function runTest(request: TestRequest, io: Io): Promise<number> {
  const stop = new AbortController()
  const release = io.onInterrupt?.(() => stop.abort())
  try {
    const tools = toolsFor(io, stop.signal)
    const print = printerFor(request, io)
    const obstacle = await tests[request.kind](request, {
      io,
      tools,
      print,
      person: personAt(io, stop.signal),
    })
    await print.end()
    if (obstacle !== null) {
      await writeLine(io.stderr, `latchkey: ${printable(obstacle)}`)
    }
    return print.status(obstacle !== null)
  } finally {
    release?.()
    // Idle connections, and what a question left open at Okta.
    stop.abort()
    await closeAll()
  }
}
