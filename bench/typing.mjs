import { readFileSync } from 'node:fs'
import { chromium } from 'playwright'
import { browserArguments, findBrowser } from '../scripts/browser.mjs'
import { root } from '../scripts/sources.mjs'
import { alternate, median, p95 } from './rounds.mjs'
import { bundledScript, importedModule, servePages, startLatchkey, store } from './server.mjs'
import { digits, table, verdict } from './table.mjs'

const KEYS = 400
const ROUNDS = 7
const PRESSES = 15
const TABS = ['Identity Provider', 'Login', 'Connect']
/** Machines differ, so the aims are ratios within one run: p95 over that of the floor, and that of the plain page over p95. */
const MOST_OF_FLOOR = 2.5
const LEAST_FASTER = 2
const PEER = 'react-hook-form and useWatch'
const FLOOR = 'one plain input'
export const ARGUMENTS = [
  ...browserArguments,
  // Frames as soon as they are ready: otherwise up to 16 ms of waiting for the display hide the difference.
  '--disable-frame-rate-limit',
  '--disable-gpu-vsync',
]

/**
 * Key press to painted preview, beside a plain page that does the same, in Markdown.
 * @param {(line: string) => void} say
 */
export async function benchTyping(say) {
  const xml = await configuredProfile(KEYS)
  const pages = await pagesBeside(xml)
  const latchkey = await startLatchkey(3400)
  const browser = await chromium.launch({ executablePath: await findBrowser(), args: ARGUMENTS })
  try {
    const id = await store(latchkey.origin, 'Typing', xml)
    const results = []
    for (const slower of [1, 4]) {
      say(`  typing, CPU ${slower} times slower`)
      const contestants = await open(browser, {
        editor: `${latchkey.origin}/configurations/${id}`,
        pages: pages.origin,
        slower,
      })
      results.push({ slower, taken: await alternate(ROUNDS, contestants.runs) })
      await contestants.close()
    }
    return report(results)
  } finally {
    await browser.close()
    await latchkey.stop()
    pages.stop()
  }
}

/**
 * The XML of a profile with this many configured keys.
 * @param {number} count
 */
export async function configuredProfile(count) {
  return (await importedModule('bench/typing/profile.ts')).configuredProfile(count)
}

async function pagesBeside(xml) {
  const page = (name) => readFileSync(`${root}bench/typing/${name}`)
  return servePages({
    '/peer': ['text/html', page('peer.html')],
    '/floor': ['text/html', page('floor.html')],
    '/peer.js': ['text/javascript', await bundledScript('bench/typing/peer.tsx')],
    '/profile.xml': ['text/xml', xml],
  })
}

async function open(browser, { editor, pages, slower }) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  await context.addInitScript(readFileSync(`${root}bench/typing/probe.js`, 'utf8'))
  const runs = new Map()
  for (const tab of TABS) {
    const page = await context.newPage()
    await page.goto(editor)
    await page.getByRole('tab', { name: tab, exact: true }).click()
    runs.set(`Latchkey, ${tab}`, await typist(page, '#tab-panel input[type="text"]', slower))
  }
  const peer = await context.newPage()
  await peer.goto(`${pages}/peer`)
  runs.set(PEER, await typist(peer, 'input[type="text"]', slower))
  const floor = await context.newPage()
  await floor.goto(`${pages}/floor`)
  runs.set(FLOOR, await typist(floor, 'input', slower))
  return { runs, close: () => context.close() }
}

/** A function that types into the first field of the page and gives the times of its key presses in milliseconds. */
export async function typist(page, selector, slower = 1) {
  const field = page.locator(selector).first()
  // As people do: with the pointer over the page, each frame that lays something out asks what is under it.
  await field.click()
  const session = await page.context().newCDPSession(page)
  // Only while it is its turn: a slowed page keeps a processor busy, also where nothing happens in it.
  const slow = (rate) => session.send('Emulation.setCPUThrottlingRate', { rate })
  const round = async () => {
    await page.bringToFront()
    await slow(slower)
    await field.focus()
    await page.keyboard.press('End')
    // Until what the page before had still to do, such as keeping its draft, is done.
    await page.waitForTimeout(1_200)
    await page.evaluate('window.presses.length = 0')
    for (let press = 1; press <= PRESSES; press++) {
      await page.keyboard.press('a')
      // As fast as people type, with a pause now and then in which the checks and the draft run.
      await page.waitForTimeout(press % 5 === 0 ? 350 : 110)
    }
    await page.waitForFunction(`window.presses.length >= ${PRESSES}`)
    await slow(1)
    return page.evaluate('window.presses')
  }
  await round()
  return round
}

function report(results) {
  const names = [...results[0].taken.keys()]
  const rows = names.map((name) => [
    name,
    ...results.flatMap(({ taken }) => [digits(median(taken.get(name))), digits(p95(taken.get(name)))]),
  ])
  const head = ['', ...results.flatMap(({ slower }) => [`×${slower}, p50 ms`, `×${slower}, p95 ms`])]
  const judged = results.flatMap(({ slower, taken }) =>
    names
      .filter((name) => name.startsWith('Latchkey'))
      .map((name) => {
        const time = p95(taken.get(name))
        const ofFloor = time / p95(taken.get(FLOOR))
        const faster = p95(taken.get(PEER)) / time
        return `${name}, CPU ×${slower}: p95 at most ${MOST_OF_FLOOR}× one plain input: ${verdict(ofFloor <= MOST_OF_FLOOR)} (${digits(ofFloor)}×); at least ${LEAST_FASTER}× faster than the plain page: ${verdict(faster >= LEAST_FASTER)} (${digits(faster)}×)`
      }),
  )
  return `## Typing\n\n${INTRODUCTION}\n\n${table(head, rows)}\n\n${judged.join('  \n')}`
}

const INTRODUCTION = `From the time stamp of the key press to after the paint that shows it (an animation frame and a message behind it),
in a profile with ${KEYS} configured keys, ${ROUNDS * PRESSES} key presses each, with the XML preview in view and the pointer on the field. "×4" slows the processor down
four times. The plain page has the same keys as fields of react-hook-form, \`useWatch\` over the form and an XML preview
through \`plist\`. The one plain input is the floor of browser and measurement. Frames are not held back for a display.`
