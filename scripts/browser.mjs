import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const macApps = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** How tests and benchmarks start Chromium: it also runs in a container, and asks nobody but the page's own server. */
export const browserArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/**
 * The path of a Chromium: the one LATCHKEY_CHROMIUM names, Playwright's own, the system's, or one installed now.
 * Throws an Error with one sentence when there is none to be had.
 */
export async function findBrowser() {
  const chosen = process.env.LATCHKEY_CHROMIUM
  if (chosen) {
    if (!isProgram(chosen)) {
      throw new Error(`LATCHKEY_CHROMIUM is "${chosen}"; set it to the path of a Chromium or Chrome program.`)
    }
    return chosen
  }
  return (await installedBrowser()) ?? (await installBrowser())
}

async function installedBrowser() {
  const { chromium } = await import('playwright')
  return [chromium.executablePath(), ...onPath(names), ...macApps].find(isProgram)
}

async function installBrowser() {
  console.error('No Chromium found; installing one for the tests.')
  run('npx', ['playwright', 'install', '--with-deps', 'chromium'])
  const downloaded = await installedBrowser()
  if (downloaded) {
    return downloaded
  }
  aptInstall(['chromium'])
  const installed = await installedBrowser()
  if (!installed) {
    throw new Error(
      'No Chromium could be found or installed; install one and set LATCHKEY_CHROMIUM to its path.',
    )
  }
  return installed
}

/**
 * Installs packages of Debian or Ubuntu, where that can be done without a question.
 * @param {readonly string[]} packages
 */
export function aptInstall(packages) {
  const root = process.getuid?.() === 0 ? [] : ['sudo', '-n']
  run(...command([...root, 'apt-get', 'update']))
  run(...command([...root, 'apt-get', 'install', '-y', '--no-install-recommends', ...packages]))
}

/** @returns {[string, string[]]} */
function command([program = '', ...args]) {
  return [program, args]
}

/** Whether it worked shows in what is there afterwards. */
function run(program, args) {
  spawnSync(program, args, { stdio: ['ignore', 2, 2], timeout: 600_000 })
}

/**
 * Where programs would be that the shell finds by name.
 * @param {readonly string[]} programs
 */
export function onPath(programs) {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => programs.map((name) => join(folder, name)))
}

/** Whether a file is there and can be run. @param {string} path */
export function isProgram(path) {
  try {
    accessSync(path, constants.X_OK)
    return existsSync(path)
  } catch {
    return false
  }
}
