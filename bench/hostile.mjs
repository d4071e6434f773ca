import { fork } from 'node:child_process'
import { buildModules } from '../scripts/bundle.mjs'
import { root } from '../scripts/sources.mjs'
import { median, quantile } from './rounds.mjs'
import { labelled, startLatchkey, store, summary } from './server.mjs'
import { digits, table, verdict } from './table.mjs'

const folder = `${root}.cache/latchkey/bench/egress`
const PORT = 3430
const AT_ONCE = 20
const AIM = 100
/** How long health and saves are measured, each time, in milliseconds. */
const WATCH = 20_000

/**
 * How fast a server answers others while it runs tests against hostile identity providers, in Markdown.
 * @param {(line: string) => void} say
 */
export async function benchHostile(say) {
  const ports = await hostileServers()
  const server = await startLatchkey(PORT, { LATCHKEY_EGRESS_ALLOW: '127.0.0.1' })
  try {
    const id = await store(server.origin, 'Saved meanwhile', profile(1))
    const calm = await watch(server.origin, id, [])
    say(`  calm: save p99 ${digits(quantile(calm.save, 0.99))} ms`)
    const busy = await watch(server.origin, id, ports.list)
    say(`  beside ${AT_ONCE} hostile tests: save p99 ${digits(quantile(busy.save, 0.99))} ms`)
    return report(calm, busy)
  } finally {
    ports.stop()
    await server.stop()
  }
}

async function hostileServers() {
  const entries = [`${root}bench/egress/servers.ts`, `${root}lib/egress/fixtures/hostile-servers.ts`]
  await buildModules({
    entryPoints: entries,
    outdir: folder,
    outbase: root,
    outExtension: { '.js': '.mjs' },
  })
  const { hostileServers: kinds } = await import(`${folder}/lib/egress/fixtures/hostile-servers.mjs`)
  const child = fork(`${folder}/bench/egress/servers.mjs`, [kinds.map((_, index) => index).join(',')])
  const { ports } = await new Promise((resolve, reject) => {
    child.once('message', resolve)
    child.once('exit', () => reject(new Error('The hostile servers ended early.')))
  })
  return { list: ports, stop: () => child.kill() }
}

/** Asks for health and saves in turn for a while, beside tests against the servers at `ports`. */
async function watch(origin, id, ports) {
  const until = performance.now() + WATCH
  const took = { health: [], save: [], tests: 0 }
  const attackers = ports.length === 0 ? [] : Array.from({ length: AT_ONCE }, (_, n) => attack(n))
  async function attack(n) {
    for (let turn = n; performance.now() < until; turn += AT_ONCE) {
      await tested(origin, ports[turn % ports.length])
      took.tests += 1
    }
  }
  let version = await newest(origin, id)
  while (performance.now() < until) {
    took.health.push(await timed(() => fetch(`${origin}/api/health`)))
    took.save.push(await timed(() => save(origin, id, version)))
    version += 1
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  await Promise.all(attackers)
  return took
}

async function timed(ask) {
  const began = performance.now()
  const response = await ask()
  await response.arrayBuffer()
  if (!response.ok) {
    throw new Error(`The server answered ${response.status}.`)
  }
  return performance.now() - began
}

async function newest(origin, id) {
  return (await (await fetch(`${origin}/api/configurations/${id}`)).json()).version
}

function save(origin, id, version) {
  return fetch(`${origin}/api/configurations/${id}/contents`, {
    method: 'PUT',
    headers: { Origin: origin, 'If-Match': `"${version}"`, ...labelled({ summary }) },
    body: profile(version),
  })
}

async function tested(origin, port) {
  const content = Buffer.from(profile(port, `http://127.0.0.1:${port}/.well-known/openid-configuration`))
  const response = await fetch(`${origin}/api/tests/discovery`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: origin },
    body: JSON.stringify({ content: content.toString('base64') }),
  })
  await response.text()
}

/** A property list of the login window; `mark` makes one differ from another. */
function profile(mark, address = 'https://idp.example.com/.well-known/openid-configuration') {
  return `<?xml version="1.0" encoding="UTF-8"?>
<plist version="1.0"><dict>
<key>OIDCProvider</key><string>Custom</string>
<key>OIDCDiscoveryURL</key><string>${address}</string>
<key>OIDCClientID</key><string>client-${mark}</string>
</dict></plist>
`
}

function report(calm, busy) {
  const row = (name, times) => [
    name,
    times.length,
    digits(median(times)),
    digits(quantile(times, 0.99)),
    digits(Math.max(...times)),
  ]
  const rows = [
    row('health, nothing else', calm.health),
    row(`health, beside ${AT_ONCE} hostile tests`, busy.health),
    row('save, nothing else', calm.save),
    row(`save, beside ${AT_ONCE} hostile tests`, busy.save),
  ]
  const met = quantile(busy.health, 0.99) < AIM && quantile(busy.save, 0.99) < AIM
  return `## Others, while identity providers are hostile

${busy.tests} discovery tests ran to their end, ${AT_ONCE} at a time, against every kind of hostile answer, while one client asked for
health and saved a version in turn. Milliseconds.

${table(['request', 'times', 'median', 'p99', 'longest'], rows)}

p99 of both under ${AIM} ms beside hostile tests: ${verdict(met)}.`
}
