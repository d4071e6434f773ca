import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundle } from './bundle.mjs'

/** Starts Latchkey beside identity providers to try it with. All of it is on this machine and gone afterwards. */
async function main() {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-demo-'))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  // oidc-provider warns that a demo is not made for production, and about the release of Node.
  const { warn } = console
  console.warn = () => undefined
  const { prepareDemo } = await import(await bundle('demo'))
  // Jamf Connect's own redirect URI is on port 443, which an account without rights may not have.
  const redirectPort = (await freePort(443)) ?? (await freePort(0))
  const demo = await prepareDemo(folder, Number(redirectPort))
  console.warn = warn
  process.env.LATCHKEY_DATA = folder
  process.env.LATCHKEY_EGRESS_ALLOW = demo.allow
  process.env.LATCHKEY_CATCH_REDIRECT ||= '1'
  process.env.PORT ||= String((await freePort(3000)) ?? (await freePort(0)))
  delete process.env.LATCHKEY_SECRET_KEY
  console.log(`${demo.text}\n`)
  await import('./start.mjs')
}

/**
 * The port, or the one the system chose for 0; undefined when it is taken.
 * @param {number} port
 */
function freePort(port) {
  const server = createServer()
  return new Promise((resolve) => {
    server.once('error', () => resolve(undefined))
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' ? address?.port : undefined))
    })
  })
}

main().catch((error) => {
  const missing = error.code === 'ERR_MODULE_NOT_FOUND' && /oidc-provider/.test(error.message)
  console.error(missing ? 'The demo needs the development packages; run "npm ci" first.' : error)
  process.exit(1)
})
