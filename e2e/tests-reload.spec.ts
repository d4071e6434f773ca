import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from '@playwright/test'
import { passwordOf } from '../demo/okta-authn'
import { edit } from './app'
import { expectClean } from './axe'
import {
  addressOf,
  card,
  chooseTest,
  demoProfile,
  expect,
  openSignIn,
  openTests,
  paste,
  result,
  runButton,
  sendPassword,
  signIn,
  startSignIn,
  test,
} from './tests-app'

const parameter = (page: Page, name: string) => new URL(page.url()).searchParams.get(name)
const main = (page: Page) => page.getByRole('main')
const runNamed = (page: Page) => expect.poll(() => parameter(page, 'run')).toMatch(/^[\w-]{43}$/)

test('a test that runs is taken up after a reload, and can be cancelled', async ({ page, world }) => {
  // Answers the document and is silent from then on.
  let held = 0
  const server = createServer((request, response) => {
    if (request.url?.includes('openid-configuration')) {
      response.writeHead(200, { 'Content-Type': 'application/json' }).end(document)
      return
    }
    held += 1
    request.socket.once('close', () => {
      held -= 1
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const good = await (await fetch(`${world.provider.url}/.well-known/openid-configuration`)).text()
  const document = good.replaceAll(world.provider.url, origin)
  try {
    await openTests(page, demoProfile(world, 'Everything works', { [world.provider.url]: origin }))
    await runButton(page).click()
    await expect(card(page, 'Checks')).toContainText('The answer is a discovery document')
    await runNamed(page)
    await page.reload()
    await expect(card(page, 'Checks')).toContainText('The answer is a discovery document')
    await expect(page.getByRole('button', { name: 'Running…' })).toBeVisible()
    expect(held).toBe(1)
    await main(page).getByRole('button', { name: 'Cancel' }).click()
    await expect(result(page)).toHaveText(/cancelled/)
    await expect.poll(() => held).toBe(0)
    await page.reload()
    await expect(result(page)).toHaveText(/cancelled/)
  } finally {
    server.close()
    server.closeAllConnections()
  }
})

test.describe('a password', () => {
  test.use({ attempts: 1 })

  test('is sent once: a reload shows its result, and keeps the form but for the password', async ({
    page,
    world,
  }) => {
    await openTests(page, demoProfile(world, 'Everything works'), 'Password check (ROPG)')
    await sendPassword(page, 'ada@acme.example', 'analytical-engine')
    await expect(result(page)).toHaveText('Passed: The password is right')
    const facts = page.getByText('Password check (ROPG) · ada@acme.example')
    await expect(facts).toBeVisible()
    const sent: string[] = []
    page.on('request', (request) => sent.push(request.url()))
    await page.reload()
    await expect(result(page)).toHaveText('Passed: The password is right')
    await expect(facts).toBeVisible()
    await expect(card(page, 'Tested with')).toContainText('ada@acme.example')
    expect(sent.filter((url) => url.endsWith('/api/tests/ropg'))).toEqual([])
    await page.getByRole('button', { name: 'Change the values' }).click()
    await expect(page.getByRole('textbox', { name: 'User name' })).toHaveValue('ada@acme.example')
    await expect(page.getByLabel('Password', { exact: true })).toHaveValue('')
    expect(page.url()).not.toMatch(/ada|analytical/)
  })
})

test('a sign-in that waits for a person goes on after a reload', async ({ page, world }) => {
  const profile = demoProfile(world, 'Everything works', { 'https://127.0.0.1/jamfconnect': world.taken })
  await openTests(page, profile, 'Sign-in (OIDC)')
  await startSignIn(page)
  await expect(card(page, 'Sign in')).toBeVisible()
  await runNamed(page)
  await page.reload()
  const popup = await openSignIn(page)
  await signIn(popup)
  await paste(page, await addressOf(popup, world.taken))
  await expect(result(page)).toHaveText(/^(Passed|Warning): /)
  const verdict = await result(page).innerText()
  await page.reload()
  await expect(result(page)).toHaveText(verdict)
  await expect(card(page, 'ID token')).toBeVisible()
})

test('a question of Okta is asked again after a reload, and its sign-in ends with the page', async ({
  page,
  world,
}) => {
  await openTests(page, demoProfile(world, 'Okta · Authentication API'))
  await sendPassword(page, 'sms@example.com', passwordOf('sms@example.com'))
  await card(page, 'Choose a factor').getByRole('button', { name: 'Use this factor' }).click()
  await expect(page.getByRole('textbox', { name: 'Code', exact: true })).toBeVisible()
  await page.reload()
  await page.getByRole('textbox', { name: 'Code', exact: true }).fill('424242')
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(result(page)).toHaveText(/^Passed: The test user can sign in/)
  expect(world.okta.open()).toBe(0)
})

test('a run that the server does not know is told, and running it is the way on', async ({
  page,
  world,
  troubles,
}) => {
  troubles.expected.push(/404/)
  const id = await edit(page, demoProfile(world, 'Everything works'))
  await page.goto(`/configurations/${id}?test=discovery&run=${'A'.repeat(43)}`)
  await expect(main(page).getByRole('alert')).toContainText('The result of this test is not there any more')
  await expectClean(page, 'run-gone')
  await runButton(page).click()
  await expect(result(page)).toHaveText(/^(Passed|Warning): /)
  await expect.poll(() => parameter(page, 'run')).not.toBe('A'.repeat(43))
  const other = await edit(page, demoProfile(world, 'Everything works'))
  await page.goto(`/configurations/${id}?test=discovery`)
  await runButton(page).click()
  await runNamed(page)
  const run = parameter(page, 'run')
  await page.goto(`/configurations/${other}?test=discovery&run=${run}`)
  await expect(main(page).getByRole('alert')).toContainText('one of another configuration')
})

test('a kept report has an address that Back and reload keep', async ({ page, world }) => {
  await openTests(page, demoProfile(world, 'Everything works'))
  await runButton(page).click()
  await expect(result(page)).toHaveText(/^(Passed|Warning): /)
  await page.getByRole('button', { name: 'Keep the report' }).click()
  const kept = card(page, 'Kept reports').getByRole('listitem')
  await kept.getByRole('button', { expanded: false }).click()
  const body = card(page, 'Checks of the kept report')
  await expect(body).toBeVisible()
  await expect.poll(() => parameter(page, 'report')).toMatch(/^[\da-f-]{36}$/)
  await page.reload()
  await expect(body).toBeInViewport()
  await page.goBack()
  await expect(body).toHaveCount(0)
  await expect(kept).toHaveCount(1)
  await page.goForward()
  await expect(body).toBeVisible()
  await chooseTest(page, 'Sign-in (OIDC)')
  expect(parameter(page, 'report')).toBeNull()
  await page.goBack()
  await expect(body).toBeVisible()
  await expect(result(page)).toHaveText(/^(Passed|Warning): /)
  const address = page.url()
  await kept.getByRole('button', { name: /^Delete the report of/ }).click()
  await expect.poll(() => parameter(page, 'report')).toBeNull()
  await page.goto(address)
  await expect(card(page, 'Kept reports')).toContainText('not kept any more')
})
