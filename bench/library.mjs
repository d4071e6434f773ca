import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright'
import { findBrowser } from '../scripts/browser.mjs'
import { buildModules } from '../scripts/bundle.mjs'
import { root } from '../scripts/sources.mjs'
import { alternate, median, p95 } from './rounds.mjs'
import { startLatchkey } from './server.mjs'
import { digits, table, verdict } from './table.mjs'

const SIZES = [100, 1000, 10_000, 100_000]
const OPENED = [100, 20_000]
const ROUNDS = 25
/** Requests of one turn; the first after another library's turn is left out. */
const TURN = 4
const VISITS = 5
const GROWTH = 3
const SLOWER = 1.5
const MOST_ROWS = 300
const MOST_HEAP = 60

/** What is asked, by name; `last` is where the last page begins. */
const questions = {
  'first page': () => '',
  'last page': (size) => `skip=${size - 50}`,
  'sorted by name': () => 'sort=name',
  'sorted by issues': () => 'sort=issues',
  'sorted by provider, last page': (size) => `sort=provider&skip=${size - 50}`,
  'filter that many hold': () => 'find=berlin',
  'filter that one holds': () => 'find=needle',
}

/**
 * The list of a library as it grows: what is asked of the server, and what a page with it needs, in Markdown.
 * @param {(line: string) => void} say
 */
export async function benchLibrary(say) {
  const outdir = `${root}.cache/bench-library`
  await buildModules({
    entryPoints: [`${root}bench/library/fill.ts`],
    outdir,
    outExtension: { '.js': '.mjs' },
  })
  const { fill } = await import(`${outdir}/fill.mjs`)
  const libraries = new Map()
  const folders = []
  try {
    for (const [index, size] of [...new Set([...SIZES, ...OPENED])].entries()) {
      say(`  library of ${size}`)
      const folder = mkdtempSync(join(tmpdir(), 'latchkey-bench-library-'))
      folders.push(folder)
      await fill(folder, size)
      libraries.set(size, await startLatchkey(3420 + index, { LATCHKEY_DATA: folder }))
    }
    const asked = await askAll(libraries, say)
    const visited = await visitAll(libraries, say)
    return report(asked, visited)
  } finally {
    for (const library of libraries.values()) {
      await library.stop()
    }
    for (const folder of folders) {
      rmSync(folder, { recursive: true, force: true })
    }
  }
}

async function askAll(libraries, say) {
  const asked = new Map()
  for (const [name, parameters] of Object.entries(questions)) {
    say(`  ${name}`)
    const contestants = new Map(
      SIZES.map((size) => {
        const address = `${libraries.get(size).origin}/api/configurations?${parameters(size)}`
        return [size, () => turn(address)]
      }),
    )
    // Versions of these pages are tried once.
    await alternate(2, contestants)
    asked.set(name, await alternate(ROUNDS, contestants))
  }
  return asked
}

async function turn(address) {
  const times = []
  for (let request = 0; request < TURN; request++) {
    const started = performance.now()
    const response = await fetch(address)
    await response.arrayBuffer()
    if (!response.ok) {
      throw new Error(`${address} answers ${response.status}.`)
    }
    times.push(performance.now() - started)
  }
  return times.slice(1)
}

async function visitAll(libraries, say) {
  const browser = await chromium.launch({ executablePath: await findBrowser(), args: ['--no-sandbox'] })
  try {
    const kept = new Map(OPENED.map((size) => [size, []]))
    const contestants = new Map(
      OPENED.map((size) => [
        size,
        async () => {
          const seen = await visit(browser, libraries.get(size).origin)
          kept.get(size).push(seen)
          return seen.milliseconds
        },
      ]),
    )
    say('  opening the page')
    const times = await alternate(VISITS, contestants)
    return OPENED.map((size) => ({ size, time: median(times.get(size)), ...kept.get(size).at(-1) }))
  } finally {
    await browser.close()
  }
}

/** A first visit: until rows are in the table and beside it, then what the page holds. */
async function visit(browser, origin) {
  const page = await (await browser.newContext()).newPage()
  const started = performance.now()
  await page.goto(`${origin}/`)
  await page.locator('nav[aria-label="Configurations"] li a').first().waitFor()
  await page.locator('main a[href^="/configurations/"]').first().waitFor()
  const milliseconds = performance.now() - started
  const rows = await page.locator('nav[aria-label="Configurations"] li, main tbody tr').count()
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  await session.send('HeapProfiler.collectGarbage')
  const { metrics } = await session.send('Performance.getMetrics')
  const value = (name) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN
  await page.context().close()
  return { milliseconds, rows, nodes: value('Nodes'), heap: value('JSHeapUsedSize') / 2 ** 20 }
}

function report(asked, visited) {
  const growths = [...asked.values()].map((taken) => p95(taken.get(SIZES.at(-1))) / p95(taken.get(SIZES[0])))
  const rows = [...asked].map(([name, taken], index) => [
    name,
    ...SIZES.map((size) => `${digits(median(taken.get(size)))} / ${digits(p95(taken.get(size)))}`),
    `${digits(growths[index])} ×`,
  ])
  const head = ['p50 / p95, ms', ...SIZES.map((size) => size.toLocaleString('en')), 'growth of p95']
  const [few, many] = visited
  const slower = many.time / few.time
  const pages = table(
    ['configurations', 'until rows are there, ms', 'rows', 'nodes', 'heap, MB'],
    visited.map(({ size, time, rows: drawn, nodes, heap }) => [
      size.toLocaleString('en'),
      digits(time),
      drawn,
      nodes,
      digits(heap),
    ]),
  )
  const worst = Math.max(...growths)
  return `## Large libraries

${INTRODUCTION}

${table(head, rows)}

p95 at 100,000 at most ${GROWTH} × that at 100: ${verdict(worst <= GROWTH)} (${digits(worst)} × at worst).

${pages}

20,000 open in at most ${SLOWER} × the time of 100: ${verdict(slower <= SLOWER)} (${digits(slower)} ×). At most ${MOST_ROWS} rows
in the page: ${verdict(many.rows <= MOST_ROWS)} (${many.rows}). At most ${MOST_HEAP} MB of heap: ${verdict(many.heap <= MOST_HEAP)} (${digits(many.heap)} MB).

Load of the machine at the end, over one and five minutes: ${loadavg().slice(0, 2).map(digits).join(', ')}.`
}

const INTRODUCTION = `Pages of 50 configurations, asked of the server over HTTP, which counts, finds and sorts in the database; libraries take
turns. Then the start page in Chromium, with the list beside it; heap after garbage was collected.`
