import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { type AddressInfo, createServer as createNetServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { demoConfigurations } from '../demo/configurations'
import { type RunningServer, startIdentityProvider } from '../demo/identity-provider'
import { givePasswords, type OktaStandIn, startOktaStandIn } from '../demo/okta-authn'
import { freePort } from '../server/fixtures/free-port'
import { test as base, edit, expect, unique } from './app'
import { ownServer } from './loopback'

/** A Latchkey that may reach 127.0.0.1, and identity providers there. All are thrown away at the end. */
export type World = {
  readonly url: string
  readonly provider: RunningServer
  readonly okta: OktaStandIn
  /** Redirect URI on a free port: registered, and this Latchkey listens there while a sign-in is tried. */
  readonly caught: string
  /** Redirect URI on a port that another program has: registered, and nobody answers there. */
  readonly taken: string
  /** LATCHKEY_CATCH_REDIRECT of this Latchkey. */
  readonly catchRedirect: string
  /** Passwords that this Latchkey may still try: it counts them by the hour. */
  left: number
  /** Everything in its data folder, and what it wrote to both outputs, byte for character. */
  readonly kept: () => string
}

/** Passwords an administrator may try in an hour. */
const attemptsPerServer = 20

const servers: ChildProcess[] = []
const folders: string[] = []
const closers: (() => Promise<void>)[] = []
let current: World | null = null

type Fixtures = {
  /** How many passwords a test tries. */
  attempts: number
  /** LATCHKEY_CATCH_REDIRECT; empty where the person at the screen is asked. */
  catchRedirect: string
  world: World
}

/** A test against a Latchkey of its own, which has not tried too many passwords yet. */
export const test = base.extend<Fixtures, { rooms: undefined }>({
  attempts: [0, { option: true }],
  catchRedirect: ['1', { option: true }],
  rooms: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from it
    async ({}, use) => {
      await use(undefined)
      await Promise.all(servers.splice(0).map(stop))
      await Promise.all(closers.splice(0).map((close) => close()))
      for (const folder of folders.splice(0)) {
        rmSync(folder, { recursive: true, force: true })
      }
    },
    { scope: 'worker', auto: true },
  ],
  world: async ({ attempts, catchRedirect }, use) => {
    if (current === null || current.left < attempts || current.catchRedirect !== catchRedirect) {
      current = await newWorld(catchRedirect)
    }
    current.left -= attempts
    await use(current)
  },
  baseURL: async ({ world }, use) => use(world.url),
})

async function newWorld(catchRedirect: string): Promise<World> {
  const [port, redirectPort] = await Promise.all([freePort(), freePort()])
  const url = `http://127.0.0.1:${port}`
  const caught = `https://127.0.0.1:${redirectPort}/jamfconnect`
  const taken = `https://127.0.0.1:${await occupiedPort()}/jamfconnect`
  const [provider, okta] = await Promise.all([
    startIdentityProvider({ redirectUris: [caught, taken] }),
    startOktaStandIn(),
  ])
  closers.push(provider.close, okta.close)
  givePasswords(okta)
  const kept = await startLatchkey(port, catchRedirect)
  return { url, provider, okta, caught, taken, catchRedirect, left: attemptsPerServer, kept }
}

async function startLatchkey(port: number, catchRedirect: string): Promise<() => string> {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-tests-'))
  folders.push(folder)
  const env = {
    ...process.env,
    ...ownServer(port, folder),
    LATCHKEY_CATCH_REDIRECT: catchRedirect,
    SSH_CONNECTION: '',
  }
  const child = spawn(process.execPath, ['scripts/start.mjs'], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  servers.push(child)
  let said = ''
  for (const output of [child.stdout, child.stderr]) {
    output.on('data', (chunk: Buffer) => {
      said += chunk.toString('latin1')
    })
  }
  await new Promise<void>((resolve, reject) => {
    child.stdout.once('data', () => resolve())
    child.once('exit', () => reject(new Error(`Latchkey did not start: ${said}`)))
  })
  return () => said + filesIn(folder)
}

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    .join('\n')

async function stop(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await ended
}

async function occupiedPort(): Promise<number> {
  const server = createNetServer((socket) => socket.destroy())
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closers.push(async () => void server.close())
  return (server.address() as AddressInfo).port
}

/** The profile of a configuration of the demo for this world; text in it can be exchanged. */
export function demoProfile(
  world: World,
  name: string,
  changes: Readonly<Record<string, string>> = {},
): string {
  const found = demoConfigurations(world.provider.url, world.okta.url).find((each) => each.name === name)
  expect(found, name).toBeDefined()
  const text = new TextDecoder().decode(found?.content.content)
  return Object.entries(changes).reduce((before, [from, to]) => {
    expect(before, from).toContain(from)
    return before.replaceAll(from, to)
  }, text)
}

/** Opens a profile in the editor and its tests; gives the id of the configuration. */
export async function openTests(page: Page, profile: string, kind?: string): Promise<string> {
  const id = await edit(page, profile, unique('Tested'))
  await page.getByRole('button', { name: 'Test', exact: true }).click()
  if (kind !== undefined) {
    await chooseTest(page, kind)
  }
  return id
}

/** Chooses one of the tests by its name. */
export async function chooseTest(page: Page, kind: string): Promise<void> {
  const tests = page.getByRole('group', { name: 'Test' })
  await tests.locator('label', { hasText: kind }).click()
  await expect(tests.getByRole('radio', { name: kind })).toBeChecked()
}

/** The sentence a test ends with. */
export const result = (page: Page) => page.getByRole('region', { name: 'Result' }).getByRole('heading')

/** A card of the report. */
export const card = (page: Page, title: string) => page.getByRole('region', { name: title, exact: true })

/** A check of the report, by its title. */
export const check = (page: Page, title: string): Locator =>
  card(page, 'Checks')
    .locator('li:not(:has(li))')
    .filter({ has: page.getByText(title, { exact: true }) })

/** A statement about the Mac: the value and its reasons. */
export const onTheMac = (page: Page, topic: string): Locator =>
  card(page, 'On the Mac')
    .locator('dl > div')
    .filter({ has: page.locator('dt', { hasText: topic }) })
    .locator('dd')

/** Shows the form of a test again that has run. */
export async function unfold(page: Page): Promise<void> {
  const change = page.getByRole('button', { name: 'Change the values', expanded: false })
  if ((await change.count()) > 0) {
    await change.click()
  }
}

/** Starts the sign-in with the values of its form. */
export async function startSignIn(page: Page): Promise<void> {
  await unfold(page)
  await page.getByRole('button', { name: 'Start the sign-in' }).click()
}

/** Opens the sign-in page of the identity provider, which is a window of its own. */
export async function openSignIn(page: Page): Promise<Page> {
  const opened = page.context().waitForEvent('page')
  await page.getByRole('link', { name: 'Open the sign-in page' }).click()
  return opened
}

/** What the address bar shows, also when the page could not be opened. */
export async function addressOf(popup: Page, start: string): Promise<string> {
  let address = ''
  await expect(async () => {
    // A page that could not be opened is another one for the protocol.
    const session = await popup.context().newCDPSession(popup)
    const { entries, currentIndex } = await session.send('Page.getNavigationHistory')
    address = entries[currentIndex]?.url ?? ''
    expect(address).toContain(start)
  }).toPass({ timeout: 10_000 })
  return address
}

/** Brings something back from the sign-in page by hand. */
export async function paste(page: Page, address: string): Promise<void> {
  await page.getByRole('textbox', { name: /[Pp]aste/ }).fill(address)
  await page.getByRole('button', { name: 'Go on' }).click()
}

/** Signs in at the demo identity provider. */
export async function signIn(popup: Page, user = 'ada', password = 'analytical-engine'): Promise<void> {
  await popup.getByLabel('User name').fill(user)
  await popup.getByLabel('Password').fill(password)
  await popup.getByRole('button', { name: 'Sign in' }).click()
}

/** The button that runs discovery, for the first time or again. */
export const runButton = (page: Page) => page.getByRole('button', { name: /^Run (the test|again)$/ })

/** Sends a user name and a password. */
export async function sendPassword(page: Page, userName: string, password: string): Promise<void> {
  await unfold(page)
  await page.getByRole('textbox', { name: 'User name' }).fill(userName)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: /^(Check the password|Sign in)$/ }).click()
}

export { expect }
