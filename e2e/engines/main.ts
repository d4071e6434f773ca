import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Driver } from './driver'
import { startFirefox } from './firefox'
import { author } from './journeys/author'
import { files } from './journeys/files'
import { finding } from './journeys/finding'
import { library } from './journeys/library'
import { look } from './journeys/look'
import type { Journey } from './journeys/parts'
import { signIn } from './journeys/sign-in'
import { Page } from './page'
import { startWebKit, type WebKitPrograms } from './webkit'
import { startWorld, type World } from './world'

const journeys: readonly Journey[] = [...author, ...files, ...finding, ...library, ...signIn, ...look]

/** Where the pictures of journeys that failed go. */
const pictures = join('test-results', 'engines')

export type Engines = { firefox: string; webkit: WebKitPrograms }
export type Engine = keyof Engines

/** Starts an engine with `folder` as its home. */
function start(engine: Engine, programs: Engines, folder: string): Promise<Driver> {
  return engine === 'firefox' ? startFirefox(programs.firefox, folder) : startWebKit(programs.webkit, folder)
}

/**
 * Makes every journey in an engine, over a library that is empty at first. Prints a line for each; gives how many failed.
 * @param only part of the names of the journeys to make
 */
export async function journeysIn(
  engine: Engine,
  programs: Engines,
  only: string,
  print: (line: string) => void,
) {
  const chosen = journeys.filter(({ name }) => name.includes(only))
  if (chosen.length === 0) {
    throw new Error(`No journey has “${only}” in its name.`)
  }
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-engine-'))
  const world = await startWorld(process.cwd())
  try {
    const driver = await start(engine, programs, folder)
    try {
      print(driver.version)
      const page = new Page(driver, world.url)
      await page.resize(1400, 900)
      let failed = 0
      for (const journey of chosen) {
        failed += (await make(journey, page, world, engine, print)) ? 0 : 1
      }
      return failed
    } finally {
      await driver.quit()
    }
  } finally {
    await world.end()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

async function make(
  { name, go }: Journey,
  page: Page,
  world: World,
  engine: Engine,
  print: (line: string) => void,
): Promise<boolean> {
  const began = Date.now()
  const seconds = () => ((Date.now() - began) / 1_000).toFixed(1)
  try {
    await go(page, world)
    const troubles = await page.troubles()
    if (troubles.length > 0) {
      throw new Error(`The page reports: ${troubles.join(' | ')}`)
    }
    print(`  ✓ ${name} (${seconds()} s)`)
    return true
  } catch (error) {
    print(`  ✗ ${name} (${seconds()} s)\n    ${error instanceof Error ? error.message : String(error)}`)
    mkdirSync(pictures, { recursive: true })
    const path = join(pictures, `${engine}-${name.replace(/\W+/g, '-').slice(0, 60)}.png`)
    await page.picture(path).catch(() => undefined)
    return false
  }
}
