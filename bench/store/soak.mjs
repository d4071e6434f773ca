import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { labelled, startLatchkey, store, summary } from '../server.mjs'

const PORT = 3478
const PEOPLE = 6
/** Part of the time that is not measured: caches fill, code is compiled. */
const WARM_UP = 0.25

/** Runs inside the server: writes memory and the delays of its loop once a second, whole or not at all. */
const monitor = `
import { renameSync, writeFileSync } from 'node:fs'
import { monitorEventLoopDelay } from 'node:perf_hooks'
const delay = monitorEventLoopDelay({ resolution: 10 })
delay.enable()
setInterval(() => {
  const p99 = delay.percentile(99) / 1e6
  delay.reset()
  const file = process.env.ENDURE_MONITOR
  writeFileSync(file + '.new', JSON.stringify({ p99, rss: process.memoryUsage().rss }))
  renameSync(file + '.new', file)
}, 1000).unref()
`

/**
 * A mixed load for some minutes: lists, pages, saves, drafts, stale saves, refused requests. The server must not grow, stall
 * or fail.
 * @param {{ minutes: number }} options
 * @param {(line: string) => void} say
 */
export async function endureSoak({ minutes }, say) {
  const program = join(tmpdir(), `latchkey-monitor-${process.pid}.mjs`)
  const seen = join(tmpdir(), `latchkey-monitor-${process.pid}.json`)
  writeFileSync(program, monitor)
  process.env.ENDURE_MONITOR = seen
  process.env.NODE_OPTIONS = `--import ${pathToFileURL(program).href}`
  const server = await startLatchkey(PORT)
  delete process.env.NODE_OPTIONS
  const end = Date.now() + minutes * 60_000
  const begin = Date.now()
  const samples = []
  const timer = setInterval(() => {
    // The first one may not be there yet.
    if (existsSync(seen)) {
      samples.push({ at: (Date.now() - begin) / (end - begin), ...JSON.parse(readFileSync(seen, 'utf8')) })
    }
  }, 1500)
  try {
    const counts = await Promise.all(Array.from({ length: PEOPLE }, () => person(server.origin, end)))
    return report(
      samples,
      counts.reduce((sum, count) => sum + count, 0),
      say,
    )
  } finally {
    clearInterval(timer)
    await server.stop()
    rmSync(program, { force: true })
    rmSync(seen, { force: true })
  }
}

/** One person's work until `end`; how many requests it was. Throws at an answer that should not be. */
async function person(origin, end) {
  let count = 0
  const ask = async (method, path, status, body, headers = {}) => {
    const init = { method, headers: { Origin: origin, 'Content-Type': 'application/json', ...headers } }
    const answer = await fetch(origin + path, body ? { ...init, body } : init)
    await answer.arrayBuffer()
    count += 1
    if (answer.status !== status) {
      throw new Error(`${method} ${path} was answered with ${answer.status}`)
    }
  }
  while (Date.now() < end) {
    const id = await store(origin, 'Soak', '<dict/>')
    const path = `/api/configurations/${id}`
    for (let base = 1; base <= 5; base += 1) {
      const content = 'x'.repeat(Math.random() * 40_000 + 1)
      const save = { ...labelled({ summary }), 'If-Match': `"${base}"` }
      await ask('PUT', `${path}/contents`, 200, content, save)
      await ask('PUT', `${path}/contents`, 412, content, save)
      await ask('PUT', `${path}/drafts/${id}`, 204, content, labelled({ base }))
      await ask('GET', path, 200)
      await ask('GET', `${path}/contents`, 200)
    }
    await ask('GET', '/api/configurations', 200)
    await ask('GET', `/configurations/${id}`, 200)
    await ask('GET', '/api/health', 200)
    await ask('POST', `${path}/reports`, 400, JSON.stringify({ kind: 'none' }))
    await ask('DELETE', path, 204)
  }
  return count
}

function report(samples, requests, say) {
  const warm = samples.filter(({ at }) => at > WARM_UP)
  const half = Math.floor(warm.length / 2)
  const rss = (part) => middle(part.map((sample) => sample.rss))
  const growth = rss(warm.slice(half)) / rss(warm.slice(0, half)) - 1
  const p99 = middle(warm.map((sample) => sample.p99))
  say(
    `${requests} requests; memory ${(100 * growth).toFixed(1)} % more in the second half of the time after the warm-up; delay of the loop, p99 of a second: ${p99.toFixed(0)} ms in the middle.`,
  )
  return growth < 0.05 && p99 < 50
}

function middle(numbers) {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]
}
