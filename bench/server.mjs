import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { build } from 'esbuild'
import { root } from '../scripts/sources.mjs'

/**
 * Starts a server process and waits until it answers 200. `stop` ends it with SIGTERM and gives its status or its signal.
 * @param {readonly string[]} command program and arguments
 * @param {{ url: string, cwd?: string, env?: Record<string, string> }} options `url` is asked until it answers
 */
export async function startServer([program, ...args], { url, cwd = root, env = {} }) {
  const started = performance.now()
  const child = spawn(program, args, {
    cwd,
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', (data) => {
    said += data
  })
  for (;;) {
    if (child.exitCode !== null || performance.now() - started > 60_000) {
      throw new Error(`${[program, ...args].join(' ')} did not start: ${said}`)
    }
    const status = await fetch(url).then(
      async (response) => {
        await response.arrayBuffer()
        return response.status
      },
      () => 0,
    )
    if (status === 200) {
      break
    }
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  const milliseconds = performance.now() - started
  const stop = () =>
    new Promise((resolve) => {
      child.once('exit', (code, signal) => resolve({ code, signal }))
      child.kill()
    })
  return { pid: child.pid, milliseconds, stop }
}

/**
 * Latchkey's production server over an empty library, at `origin`; `stop` removes the library.
 * @param {number} port
 * @param {Record<string, string>} [settings] further settings of the server
 * @param {readonly string[]} [under] a command that runs the one it is given, such as one that sets limits
 */
export async function startLatchkey(port, settings = {}, under = []) {
  const data = mkdtempSync(join(tmpdir(), 'latchkey-bench-'))
  const origin = `http://127.0.0.1:${port}`
  const server = await startServer([...under, process.execPath, `${root}scripts/start.mjs`], {
    url: `${origin}/`,
    env: { PORT: String(port), HOST: '127.0.0.1', LATCHKEY_DATA: data, ...settings },
  })
  const stop = async () => {
    const end = await server.stop()
    rmSync(data, { recursive: true, force: true })
    return end
  }
  return { ...server, origin, stop }
}

/** What a page tells of a configuration that nobody looks at. */
export const summary = { provider: null, domains: [], errors: 0, advice: 0 }

/**
 * The headers of a request whose body is the bytes of a profile. What the label says here is ASCII.
 * @param {object} label
 */
export const labelled = (label) => ({
  'Content-Type': 'application/octet-stream',
  'Latchkey-Label': JSON.stringify(label),
})

/**
 * Stores a profile in a running Latchkey and gives its id.
 * @param {string} origin
 * @param {string} name
 * @param {string} xml
 */
export async function store(origin, name, xml) {
  const response = await fetch(`${origin}/api/configurations`, {
    method: 'POST',
    headers: { Origin: origin, ...labelled({ name, summary }) },
    body: xml,
  })
  if (!response.ok) {
    throw new Error(`Latchkey did not take the profile: ${response.status} ${await response.text()}`)
  }
  return (await response.json()).id
}

/**
 * Serves pages of our own, at `origin`: the type and the body of the answer for each path; others are empty.
 * @param {Record<string, readonly [string, string | Uint8Array]>} answers
 */
export async function servePages(answers) {
  const server = createServer((request, response) => {
    const [type, body] = answers[new URL(request.url, 'http://127.0.0.1').pathname] ?? ['text/plain', '']
    response.writeHead(200, { 'Content-Type': type }).end(body)
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { origin: `http://127.0.0.1:${server.address().port}`, stop: () => server.close() }
}

/**
 * The script of a page, bundled as for production.
 * @param {string} entry path from the root of the repository
 */
export async function bundledScript(entry) {
  const { outputFiles } = await build({
    entryPoints: [`${root}${entry}`],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  })
  return outputFiles[0].contents
}

/**
 * What a TypeScript module exports.
 * @param {string} entry path from the root of the repository
 */
export async function importedModule(entry) {
  const folder = `${root}.cache/latchkey/bench`
  mkdirSync(folder, { recursive: true })
  const outfile = `${folder}/${basename(entry, '.ts')}.mjs`
  await build({ entryPoints: [`${root}${entry}`], outfile, bundle: true, format: 'esm', logLevel: 'error' })
  return import(outfile)
}
