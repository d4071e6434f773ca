import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { chromium } from 'playwright'
import { findBrowser } from '../scripts/browser.mjs'
import { buildBareApp, nextProgram } from './bare-app.mjs'
import { startLatchkey, startServer, store } from './server.mjs'
import { digits, table, verdict } from './table.mjs'
import { configuredProfile } from './typing.mjs'

const AIM = 210
const BARE_PORT = 3411

/**
 * The JavaScript that each page fetches before it rests, in Markdown.
 * @param {(line: string) => void} say
 */
export async function benchFirstLoad(say) {
  say('  building the bare app')
  const folder = buildBareApp()
  const bareOrigin = `http://127.0.0.1:${BARE_PORT}/`
  const bare = await startServer([process.execPath, nextProgram, 'start', '-p', String(BARE_PORT)], {
    url: bareOrigin,
    cwd: folder,
  })
  const latchkey = await startLatchkey(3400)
  const browser = await chromium.launch({ executablePath: await findBrowser(), args: ['--no-sandbox'] })
  try {
    const id = await store(latchkey.origin, 'First load', await configuredProfile(40))
    const routes = new Map([
      ['bare Next app', bareOrigin],
      ['home', `${latchkey.origin}/`],
      ['editor', `${latchkey.origin}/configurations/${id}`],
      ['key reference', `${latchkey.origin}/reference`],
      ['key reference of one domain', `${latchkey.origin}/reference/login`],
    ])
    const measured = []
    for (const [name, url] of routes) {
      say(`  first load, ${name}`)
      measured.push({ name, ...(await firstLoad(browser, url)) })
    }
    return report(measured)
  } finally {
    await browser.close()
    await latchkey.stop()
    await bare.stop()
  }
}

/** Every script that a fresh visit fetches: those in the page, and those that came before the network rested. */
async function firstLoad(browser, url) {
  const page = await (await browser.newContext()).newPage()
  const scripts = new Map()
  page.on('response', async (response) => {
    if (response.request().resourceType() === 'script') {
      scripts.set(response.url(), response.body())
    }
  })
  const html = await (await page.goto(url, { waitUntil: 'networkidle' })).text()
  await page.waitForTimeout(1500)
  // What comes now is no part of it, and would still be on its way when the page is closed.
  page.removeAllListeners('response')
  const sizes = await Promise.all(
    [...scripts].map(async ([address, body]) => {
      const path = new URL(address).pathname
      return { path, inPage: html.includes(path), ...compressed(await body) }
    }),
  )
  await page.context().close()
  return {
    critical: sizes.filter(({ inPage }) => inPage),
    later: sizes.filter(({ inPage }) => !inPage),
  }
}

function compressed(body) {
  return {
    gzip: gzipSync(body, { level: 9 }).length,
    brotli: brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length,
  }
}

const kilobytes = (sizes, format) => sizes.reduce((sum, size) => sum + size[format], 0) / 1024

function report(measured) {
  const rows = measured.map(({ name, critical, later }) => [
    name,
    digits(kilobytes(critical, 'brotli')),
    digits(kilobytes(critical, 'gzip')),
    later.length === 0 ? '0' : digits(kilobytes(later, 'brotli')),
    critical.length + later.length,
  ])
  const biggest = measured
    .find(({ name }) => name === 'editor')
    .critical.toSorted((left, right) => right.brotli - left.brotli)
    .slice(0, 6)
    .map(({ path, brotli }) => `${path.split('/').at(-1)} ${digits(brotli / 1024)}`)
  const editor = kilobytes(measured.find(({ name }) => name === 'editor').critical, 'brotli')
  const head = ['', 'in the page, KB brotli', 'KB gzip', 'before rest, KB brotli', 'files']
  return `## First-load JavaScript\n\n${INTRODUCTION}\n\n${table(head, rows)}\n\nEditor: at most ${AIM} KB brotli: ${verdict(editor <= AIM)} (${editor.toFixed(2)} KB). Its largest files: ${biggest.join(', ')}.`
}

const INTRODUCTION = `What Chromium fetches on a first visit, each file compressed again (brotli 11, gzip 9). "In the page" is what the page
names itself and cannot start without; "before rest" is what it fetches afterwards on its own, such as the rules that
check a profile. Scripts for browsers without modules are not fetched and not counted.`
