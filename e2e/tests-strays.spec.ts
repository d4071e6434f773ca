import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page } from '@playwright/test'
import Database from 'libsql'
import { ticketIdOf } from '../lib/testers/oidc/flow'
import {
  card,
  chooseTest,
  demoProfile,
  expect,
  openSignIn,
  openTests,
  result,
  signIn,
  startSignIn,
  test,
  type World,
} from './tests-app'

test.use({ ignoreHTTPSErrors: true })

const kind = 'Sign-in (OIDC)'
const passed = /^(Passed|Warning): The test user can sign in, as an administrator/
const caughtProfile = (world: World) =>
  demoProfile(world, 'Everything works', { 'https://127.0.0.1/jamfconnect': world.caught })
const link = (page: Page) => page.getByRole('link', { name: 'Open the sign-in page' })
const stateOf = async (page: Page) =>
  String(new URL((await link(page).getAttribute('href')) ?? '').searchParams.get('state'))

/** A page of another server of this host, which the browser sends the cookies of every port. */
async function otherServer() {
  const server = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html')
    response.end('<form method="post"><input name="latchkey-answer"></form>')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}/`, close: () => new Promise((resolve) => server.close(resolve)) }
}

test('a page on another port that knows the name of the cookie ends nobody’s sign-in', async ({
  page,
  world,
}) => {
  await openTests(page, caughtProfile(world), kind)
  await startSignIn(page)
  const id = ticketIdOf(await stateOf(page))
  expect((await page.context().cookies(`${world.url}/api/tests/oidc`)).map(({ name }) => name)).toContain(
    `latchkey-sign-in-${id}`,
  )
  const other = await otherServer()
  const stranger = await page.context().newPage()
  for (const made of [
    `code=x&state=${id}.a&state=b`,
    `code=x&code=y&state=${id}`,
    `error=a&error=b&state=${id}`,
    `response=a.b.c&state=${id}`,
  ]) {
    await stranger.goto(`${world.url}/callback?${made}`)
    await expect(stranger.getByRole('heading')).toHaveText('Back from the sign-in page')
    await stranger.goto(`${world.caught}?${made}`)
    await expect(stranger.getByRole('heading')).toHaveText('Back from the sign-in page')
  }
  for (const made of [`AADSTS50011: no such reply address, state=${id}`, `form:code=x&state=${id}&state=b`]) {
    await stranger.goto(other.url)
    await stranger.evaluate(
      ([target, answer]) => {
        const [form] = document.forms
        form?.querySelector('input')?.setAttribute('value', String(answer))
        form?.setAttribute('action', String(target))
        form?.submit()
      },
      [`${world.url}/callback`, made],
    )
    await expect(stranger.getByRole('heading')).toHaveText('Back from the sign-in page')
  }
  await stranger.close()
  await other.close()
  await expect(result(page)).toBeHidden()
  await expect(page.getByText('Failed:')).toHaveCount(0)
  await signIn(await openSignIn(page))
  await expect(result(page)).toHaveText(passed)
})

test('an answer in the fragment goes to the name its sign-in was begun under', async ({ page, world }) => {
  await openTests(page, caughtProfile(world), kind)
  const twin = await page.context().newPage()
  await twin.goto(page.url().replace('127.0.0.1', 'localhost'))
  await chooseTest(twin, kind)
  for (const each of [page, twin]) {
    await each.getByRole('combobox', { name: 'Response mode' }).selectOption('fragment')
    await startSignIn(each)
    await expect(card(each, 'Sign in')).toContainText('The answer arrives by itself.')
  }
  // The older of the two first, while both wait.
  await signIn(await openSignIn(page))
  await expect(result(page)).toHaveText(passed)
  const popup = await openSignIn(twin)
  await expect(result(twin)).toHaveText(passed)
  expect(new URL(popup.url()).hostname).toBe('localhost')
})

/** Addresses with a part of an answer in the history that a browser keeps in its profile. */
function keptAnswers(folder: string): string[] {
  const database = new Database(join(folder, 'Default', 'History'))
  const rows = database.prepare('SELECT url FROM urls').all() as { url: string }[]
  database.close()
  expect(rows.length).toBeGreaterThan(0)
  return rows.map(({ url }) => url).filter((url) => /[?&#](code|id_token)=|latchkey-answer/.test(url))
}

test('a browser keeps the address an answer came in, and nothing of one that came as a form', async ({
  playwright,
  world,
}) => {
  const { executablePath, args } = test.info().project.use.launchOptions ?? {}
  const kept = async (mode: string) => {
    const folder = mkdtempSync(join(tmpdir(), 'latchkey-history-'))
    const context: BrowserContext = await playwright.chromium.launchPersistentContext(folder, {
      ...(executablePath === undefined ? {} : { executablePath }),
      ...(args === undefined ? {} : { args }),
      baseURL: world.url,
      ignoreHTTPSErrors: true,
    })
    const page = await context.newPage()
    await openTests(page, caughtProfile(world), kind)
    await page.getByRole('combobox', { name: 'Response mode' }).selectOption(mode)
    await startSignIn(page)
    await signIn(await openSignIn(page))
    await expect(result(page)).toHaveText(passed)
    await context.close()
    try {
      return keptAnswers(folder)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }
  expect(await kept('form_post')).toEqual([])
  // What docs/decisions/0010 says: the browser has noted them before a page of ours could take them away.
  for (const mode of ['query', 'fragment']) {
    const addresses = await kept(mode)
    expect(addresses.map((address) => address.split(/[?#]/)[0])).toEqual([world.caught])
  }
})
