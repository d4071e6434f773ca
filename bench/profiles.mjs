import { closeSync, fsyncSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright'
import { findBrowser } from '../scripts/browser.mjs'
import { root } from '../scripts/sources.mjs'
import { alternate, median, p95 } from './rounds.mjs'
import { startLatchkey, store } from './server.mjs'
import { digits, table, verdict } from './table.mjs'
import { ARGUMENTS, configuredProfile, typist } from './typing.mjs'

const KEYS = 400
const FEW_KEYS = 20
const ROUNDS = 4
/** Sizes of the file; each from 1 MB on holds images that make it so large. `most` is of one plain input, p95. */
const sizes = [
  { name: '25 KB', bytes: 0 },
  { name: '1 MB', bytes: 1_000_000, most: 4 },
  { name: '4 MB', bytes: 3_900_000, most: 10 },
]
const FLOOR = 'one plain input'
const BARE = 'fetch and fsync'
const MOST_OF_BARE = 3
const MOST_OF_FEW = 2

/**
 * Typing, saving and changing the tab in profiles of 25 KB to 4 MB, in Markdown.
 * @param {(line: string) => void} say
 */
export async function benchProfiles(say) {
  const full = await configuredProfile(KEYS)
  const latchkey = await startLatchkey(3440)
  const bare = await serveBare()
  const browser = await chromium.launch({ executablePath: await findBrowser(), args: ARGUMENTS })
  try {
    const address = async (name, xml) =>
      `${latchkey.origin}/configurations/${await store(latchkey.origin, name, xml)}`
    const files = await Promise.all(
      sizes.map(async (size) => {
        const xml = withImages(full, size.bytes)
        return { ...size, xml, address: await address(size.name, xml) }
      }),
    )
    const few = await address('few keys', await configuredProfile(FEW_KEYS))
    say('  typing')
    const typed = await inPages(browser, typists(files, bare.origin))
    say('  changing the tab')
    const changed = await inPages(browser, [
      [`${FEW_KEYS} keys`, few, tabChanger],
      ...files.map(({ name, address }) => [name, address, tabChanger]),
    ])
    say('  saving')
    const saved = await inPages(
      browser,
      files.flatMap(({ name, address, xml }) => [
        [name, address, saver],
        [`${name}, ${BARE}`, `${bare.origin}/`, (page) => sender(page, xml)],
      ]),
    )
    return report({ files, typed, changed, saved })
  } finally {
    await browser.close()
    await latchkey.stop()
    bare.stop()
  }
}

/** A profile with images beside its settings, as web clips have them: data in lines, as plutil writes it. */
function withImages(xml, bytes) {
  const missing = bytes - xml.length
  if (missing <= 0) {
    return xml
  }
  const count = 4
  const line = 68
  let seed = 1
  const letter = () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'[seed >> 25]
  }
  const image = () => {
    const lines = Math.floor(missing / count / (line + 1))
    return Array.from({ length: lines }, () => Array.from({ length: line }, letter).join('')).join('\n')
  }
  const clips = Array.from(
    { length: count },
    (_, at) => `<dict>
<key>PayloadType</key><string>com.apple.webClip.managed</string>
<key>PayloadVersion</key><integer>1</integer>
<key>PayloadIdentifier</key><string>com.example.clip${at}</string>
<key>PayloadUUID</key><string>5B1F0A52-4E5B-4B0C-9C5F-00000000000${at}</string>
<key>URL</key><string>https://help.example.com/${at}</string>
<key>Label</key><string>Help ${at}</string>
<key>Icon</key><data>
${image()}
</data>
</dict>
`,
  )
  const end = xml.lastIndexOf('</array>')
  const before = xml.indexOf('<key>PayloadContent</key>')
  const at = before < end ? xml.indexOf('<dict>', before) : -1
  return xml.slice(0, at) + clips.join('') + xml.slice(at)
}

const typists = (files, bare) => [
  ...files.map(({ name, address }) => [
    name,
    address,
    (page) => typist(page, '#tab-panel input[type="text"]'),
  ]),
  [FLOOR, `${bare}/`, (page) => typist(page, 'input')],
]

/** Opens a page for each contestant and lets them take turns. */
async function inPages(browser, contestants) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  await context.addInitScript(readFileSync(`${root}bench/typing/probe.js`, 'utf8'))
  const runs = new Map()
  for (const [name, address, contestant] of contestants) {
    const page = await context.newPage()
    await page.goto(address)
    const run = await contestant(page)
    runs.set(name, async () => {
      await page.bringToFront()
      return run()
    })
  }
  const taken = await alternate(ROUNDS, runs)
  await context.close()
  return taken
}

/** Goes to the Login tab and back; times from the press to after the paint that shows the tab. */
async function tabChanger(page) {
  const tab = (name) => page.getByRole('tab', { name, exact: true })
  await tab('Login').click()
  await page.evaluate(() => {
    window.changes = []
    document.addEventListener(
      'click',
      (event) => {
        if (event.target.closest('[role=tab]')) {
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel()
            port1.onmessage = () => window.changes.push(performance.now() - event.timeStamp)
            port2.postMessage(null)
          })
        }
      },
      true,
    )
  })
  return async () => {
    await page.evaluate('window.changes.length = 0')
    for (const name of ['Connect', 'Login', 'Connect', 'Login']) {
      await tab(name).click()
      await page.locator(`#tab-panel[aria-label="${name}"]`).waitFor()
      await page.waitForTimeout(500)
    }
    return page.evaluate('window.changes')
  }
}

/** Changes a text and saves; times from the shortcut to the version that is told. */
async function saver(page) {
  const field = page.locator('#tab-panel input[type="text"]').first()
  await field.click()
  await page.evaluate(() => {
    window.saves = []
    let from = 0
    const onKeyDown = (event) => {
      if (event.ctrlKey && event.key === 's') {
        from = event.timeStamp
      }
    }
    document.addEventListener('keydown', onKeyDown, true)
    new MutationObserver(() => {
      const told = document.querySelector('header')?.textContent.match(/Saved\s*·\s*version \d+/)?.[0]
      if (from > 0 && told !== undefined && told !== window.told) {
        window.told = told
        window.saves.push(performance.now() - from)
        from = 0
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true })
  })
  return async () => {
    await field.focus()
    await page.keyboard.press('End')
    await page.keyboard.type('a')
    await page.waitForTimeout(1_500)
    await page.evaluate('window.saves.length = 0')
    await page.keyboard.press('Control+s')
    // Asked from here: the page lets nothing be evaluated in it.
    while ((await page.evaluate('window.saves.length')) === 0) {
      await page.waitForTimeout(20)
    }
    return page.evaluate('window.saves')
  }
}

/** The same bytes sent by `fetch` to a server that writes them durably and answers. */
async function sender(page, xml) {
  await page.evaluate((text) => {
    window.bytes = new TextEncoder().encode(text)
  }, xml)
  return () =>
    page.evaluate(async () => {
      const from = performance.now()
      const answer = await fetch('/keep', { method: 'POST', body: window.bytes })
      await answer.text()
      return performance.now() - from
    })
}

async function serveBare() {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-bench-bare-'))
  const floor = readFileSync(`${root}bench/typing/floor.html`)
  const server = createServer(async (request, response) => {
    if (request.method !== 'POST') {
      response.writeHead(200, { 'Content-Type': 'text/html' }).end(floor)
      return
    }
    const parts = []
    for await (const part of request) {
      parts.push(part)
    }
    const file = openSync(join(folder, 'kept'), 'w')
    writeSync(file, Buffer.concat(parts))
    fsyncSync(file)
    closeSync(file)
    response.end('kept')
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  const stop = () => {
    server.close()
    rmSync(folder, { recursive: true, force: true })
  }
  return { origin: `http://127.0.0.1:${server.address().port}`, stop }
}

function report({ files, typed, changed, saved }) {
  const cell = (times) => `${digits(median(times))} / ${digits(p95(times))}`
  const few = changed.get(`${FEW_KEYS} keys`)
  const rows = files.map(({ name, xml }) => [
    name,
    xml.split('\n').length,
    cell(typed.get(name)),
    cell(changed.get(name)),
    cell(saved.get(name)),
    cell(saved.get(`${name}, ${BARE}`)),
  ])
  const floor = p95(typed.get(FLOOR))
  const aims = files.flatMap(({ name, most }) => {
    const ofFloor = p95(typed.get(name)) / floor
    const ofFew = median(changed.get(name)) / median(few)
    const ofBare = median(saved.get(name)) / median(saved.get(`${name}, ${BARE}`))
    if (most === undefined) {
      return []
    }
    return [
      `typing p95 at most ${most} × one plain input: ${verdict(ofFloor <= most)} (${digits(ofFloor)} ×)`,
      `a tab at most ${MOST_OF_FEW} × that of ${FEW_KEYS} keys: ${verdict(ofFew <= MOST_OF_FEW)} (${digits(ofFew)} ×)`,
      `a save at most ${MOST_OF_BARE} × ${BARE}: ${verdict(ofBare <= MOST_OF_BARE)} (${digits(ofBare)} ×)`,
    ].map((aim) => `${name}: ${aim}`)
  })
  const head = ['p50 / p95, ms', 'lines', 'key press', 'tab', 'save', BARE]
  return `## Large profiles

${KEYS} configured keys; from 1 MB on four web clips with icons make the file so large. A key press as under "Typing"; a tab
from its press to after its paint; a save from its shortcut to the version that is told, after what was typed has been
kept as a draft. \`${BARE}\` sends the same bytes from a page to a server that writes them to a file and answers once they
are on the disk. Contestants take turns.

${table(head, rows)}

${FLOOR}: ${cell(typed.get(FLOOR))} ms; a tab of ${FEW_KEYS} keys: ${cell(few)} ms.

${aims.join('  \n')}`
}
