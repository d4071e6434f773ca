import { execFileSync } from 'node:child_process'
import { buildBareApp, nextProgram } from './bare-app.mjs'
import { alternate, median, p95 } from './rounds.mjs'
import { startLatchkey, startServer } from './server.mjs'
import { digits, table, verdict } from './table.mjs'

const ROUNDS = 7
/** The start of Latchkey over that of `next start`, in one run. */
const AIM = 1.4
const REQUESTS = 200
const PORT = 3421

/**
 * Cold start and memory beside a bare Next app, in Markdown.
 * @param {(line: string) => void} say
 */
export async function benchStart(say) {
  say('  building the bare app')
  const cwd = buildBareApp()
  const url = `http://127.0.0.1:${PORT}/`
  const env = { PORT: String(PORT) }
  const memory = new Map()
  const run = (name, start) => async () => {
    const server = await start()
    await requests(server.origin ? `${server.origin}/` : url)
    memory.set(name, [...(memory.get(name) ?? []), residentMegabytes(server.pid)])
    await server.stop()
    say(`  ${name}: ${server.milliseconds.toFixed(0)} ms`)
    return server.milliseconds
  }
  const contestants = {
    Latchkey: () => startLatchkey(3400),
    'bare, next start': () =>
      startServer([process.execPath, nextProgram, 'start', '-p', String(PORT)], { url, cwd }),
    'bare, own server': () => startServer([process.execPath, 'server.mjs'], { url, cwd, env }),
  }
  const times = await alternate(
    ROUNDS,
    new Map(Object.entries(contestants).map(([name, start]) => [name, run(name, start)])),
  )
  return report(times, memory)
}

/** Ten at a time, as a browser or two would. */
async function requests(url) {
  for (let sent = 0; sent < REQUESTS; sent += 10) {
    await Promise.all(Array.from({ length: 10 }, async () => (await fetch(url)).arrayBuffer()))
  }
}

/** Resident memory of a process and everything it started. */
function residentMegabytes(pid) {
  const lines = execFileSync('ps', ['-e', '-o', 'pid=,ppid=,rss='], { encoding: 'utf8' })
  const processes = lines
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
  const family = new Set([pid])
  for (let grown = 0; grown !== family.size; ) {
    grown = family.size
    for (const [own, parent] of processes) {
      if (family.has(parent)) {
        family.add(own)
      }
    }
  }
  const kilobytes = processes.filter(([own]) => family.has(own)).reduce((sum, [, , rss]) => sum + rss, 0)
  return kilobytes / 1024
}

function report(times, memory) {
  const bare = median(times.get('bare, next start'))
  const rows = [...times].map(([name, taken]) => [
    name,
    digits(median(taken)),
    digits(p95(taken)),
    `${digits(median(taken) / bare)}×`,
    digits(median(memory.get(name))),
  ])
  const head = ['', 'first 200, p50 ms', 'p95 ms', 'of next start', `MB after ${REQUESTS} requests`]
  const ratio = median(times.get('Latchkey')) / bare
  return `## Start and memory\n\n${INTRODUCTION}\n\n${table(head, rows)}\n\nStart: at most ${AIM}× next start: ${verdict(ratio <= AIM)} (${digits(ratio)}×).`
}

const INTRODUCTION = `From starting the process to its first answer 200, and the resident memory of the process with its children after
${REQUESTS} requests of its first page. Latchkey starts with an empty library: it opens SQLite, makes its tables and its key, and
looks whether the build is that of its sources. The bare app is one page with one client component, rendered per request.`
