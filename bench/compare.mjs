import { readFileSync } from 'node:fs'
import { chromium } from 'playwright'
import { findBrowser } from '../scripts/browser.mjs'
import { root } from '../scripts/sources.mjs'
import { alternate, median, p95 } from './rounds.mjs'
import {
  bundledScript,
  importedModule,
  labelled,
  servePages,
  startLatchkey,
  store,
  summary,
} from './server.mjs'
import { digits, table, verdict } from './table.mjs'
import { ARGUMENTS } from './typing.mjs'

const LINES = 5_000
const ROUNDS = 10
const MOST = 50
const PEERS = { merge: '@codemirror/merge by itself', diff: 'diff, lines in one element' }

/**
 * From the choice of two versions to after the paint of what differs, in Markdown.
 * @param {(line: string) => void} say
 */
export async function benchCompare(say) {
  const files = await versionsOf(LINES)
  const pages = await pagesBeside(files)
  const latchkey = await startLatchkey(3450)
  const browser = await chromium.launch({ executablePath: await findBrowser(), args: ARGUMENTS })
  try {
    const id = await storeAll(latchkey.origin, files)
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
    await context.addInitScript(readFileSync(`${root}bench/compare/probe.js`, 'utf8'))
    const runs = new Map()
    const own = async (name, search, run) => {
      const page = await context.newPage()
      await page.goto(`${latchkey.origin}/configurations/${id}/history?from=1&to=2${search}`)
      runs.set(name, await run(page))
    }
    await own('Latchkey, by key', '', byKey)
    await own('Latchkey, by key, versions read for the first time', '', byKeyAfresh)
    await own('Latchkey, XML', '', byXml)
    for (const [peer, name] of Object.entries(PEERS)) {
      const page = await context.newPage()
      await page.goto(`${pages.origin}/?${peer}`)
      runs.set(name, await byButton(page))
    }
    say(`  comparing ${LINES} lines`)
    const taken = await alternate(ROUNDS, runs)
    return report(taken, files[0].split('\n').length)
  } finally {
    await browser.close()
    await latchkey.stop()
    pages.stop()
  }
}

/** The versions: each differs from the first one in 40 values, 10 keys that went and 10 that came. */
async function versionsOf(lines) {
  return (await importedModule('bench/compare/versions.ts')).versionsOf(lines, ROUNDS + 3)
}

async function storeAll(origin, [first, ...later]) {
  const id = await store(origin, 'Compared', first)
  for (const [index, xml] of later.entries()) {
    const answer = await fetch(`${origin}/api/configurations/${id}/contents`, {
      method: 'PUT',
      headers: { Origin: origin, 'If-Match': `"${index + 1}"`, ...labelled({ summary }) },
      body: xml,
    })
    if (!answer.ok) {
      throw new Error(`Latchkey did not take version ${index + 2}: ${answer.status}`)
    }
  }
  return id
}

async function pagesBeside([before, after]) {
  return servePages({
    '/': ['text/html', readFileSync(`${root}bench/compare/peers.html`)],
    '/peers.js': ['text/javascript', await bundledScript('bench/compare/peers.ts')],
    '/before.xml': ['text/xml', before],
    '/after.xml': ['text/xml', after],
  })
}

/** Chooses a version, and gives the time until its differences are painted. */
const chooser = (page) => async (number) => {
  await page.bringToFront()
  await page.evaluate(
    (text) => window.until('[aria-label="Comparison"] [role=status]', text),
    `version ${number}.`,
  )
  await page.getByLabel('To', { exact: true }).selectOption(`Version ${number}`)
  return taken(page)
}

async function byKey(page) {
  const choose = chooser(page)
  await choose(3)
  return async () => [await choose(2), await choose(3)]
}

async function byKeyAfresh(page) {
  const choose = chooser(page)
  let number = 3
  return () => choose(number++)
}

async function byXml(page) {
  const show = async (view, selector) => {
    await page.bringToFront()
    await page.evaluate((selector) => window.until(selector, ''), selector)
    await page.getByRole('radiogroup', { name: 'How the difference is shown' }).getByText(view).click()
    return taken(page)
  }
  const round = async () => {
    const time = await show('XML', '.cm-changedLine, .cm-deletedChunk')
    await show('Keys', '[aria-label="Comparison"] li')
    return time
  }
  await round()
  return round
}

async function byButton(page) {
  const round = async () => {
    await page.bringToFront()
    await page.evaluate(() => window.until('.cm-changedLine, .cm-deletedChunk, ins', ''))
    await page.getByRole('button', { name: 'Compare' }).click()
    const time = await taken(page)
    await page.getByRole('button', { name: 'Clear' }).click()
    return time
  }
  await round()
  return round
}

/** Asked from here: the page lets nothing be evaluated in it while it waits. */
async function taken(page) {
  for (;;) {
    const time = await page.evaluate('window.shownAfter')
    if (time !== null) {
      await page.waitForTimeout(300)
      return time
    }
    await page.waitForTimeout(10)
  }
}

function report(taken, lines) {
  const rows = [...taken].map(([name, times]) => [name, digits(median(times)), digits(p95(times))])
  const judged = rows
    .filter(([name]) => name.startsWith('Latchkey'))
    .map(
      ([name, half]) =>
        `${name}: at most ${MOST} ms at the median: ${verdict(Number(half) <= MOST)} (${half} ms)`,
    )
  return `## Comparing two profiles\n\n${introduction(lines)}\n\n${table(['', 'p50 ms', 'p95 ms'], rows)}\n\n${judged.join('  \n')}`
}

const introduction = (
  lines,
) => `From the press or choice to after the paint that shows what differs, in two versions of a profile of ${lines} lines, which
differ in 40 values, 10 keys that went and 10 that came. Where versions are read for the first time, the time holds fetching and reading the second
one. The peers compare the same texts, which they have already. Contestants take turns; frames are not held back for a display.`
