import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findBrowser } from './browser.mjs'
import { root } from './sources.mjs'

/** Runs Playwright over the production build, with a data folder and a port of its own. Arguments are Playwright's. */
async function main() {
  const data = mkdtempSync(join(tmpdir(), 'latchkey-e2e-'))
  const env = {
    ...process.env,
    LATCHKEY_CHROMIUM: await findBrowser(),
    LATCHKEY_E2E_DATA: data,
    LATCHKEY_E2E_PORT: String(await freePort()),
  }
  const playwright = createRequire(import.meta.url).resolve('@playwright/test/cli')
  const args = [playwright, 'test', ...process.argv.slice(2)]
  try {
    const child = spawn(process.execPath, args, { cwd: root, env, stdio: 'inherit' })
    return await new Promise((resolve, reject) => child.once('error', reject).once('exit', resolve))
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
}

async function freePort() {
  const server = createServer()
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address !== null ? address.port : 0
}

main().then(
  (status) => process.exit(status ?? 1),
  (error) => {
    console.error(error.message)
    process.exit(1)
  },
)
