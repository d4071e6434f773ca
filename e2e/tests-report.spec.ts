import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from '@playwright/test'
import { passwordOf } from '../demo/okta-authn'
import { bytesOf, downloadOf } from './app'
import {
  card,
  chooseTest,
  demoProfile,
  expect,
  openTests,
  result,
  runButton,
  sendPassword,
  startSignIn,
  test,
} from './tests-app'

const reports = (page: Page, id: string) => page.request.get(`/api/configurations/${id}/reports`)

test.describe('a report', () => {
  test.use({ attempts: 2 })

  test('is compared, exported, kept, opened again and deleted', async ({ page, world }) => {
    const id = await openTests(page, demoProfile(world, 'Everything works'), 'Password check (ROPG)')
    await sendPassword(page, 'ada@acme.example', 'not-the-engine')
    await expect(result(page)).toContainText('is wrong')
    await sendPassword(page, 'ada@acme.example', 'analytical-engine')
    await expect(result(page)).toHaveText('Passed: The password is right')
    const changed = card(page, 'Since the last run').getByRole('listitem')
    await expect(changed.filter({ hasText: 'The token endpoint issued tokens' })).toHaveText(
      /Failed: .*Passed: /,
    )

    const json = await downloadOf(page, () => page.getByRole('button', { name: 'JSON' }).click())
    expect(json.suggestedFilename()).toMatch(/^latchkey-ropg-\d{4}-\d\d-\d\d\.json$/)
    const report = JSON.parse(Buffer.from(await bytesOf(json)).toString())
    expect(report).toMatchObject({ kind: 'ropg', summary: { verdict: 'passed' } })
    expect(report.exchanges.map(({ name }: { name: string }) => name)).toContain('Token')

    const html = await downloadOf(page, () => page.getByRole('button', { name: 'HTML' }).click())
    const text = Buffer.from(await bytesOf(html)).toString()
    const copy = await page.context().newPage()
    await copy.setContent(text)
    await expect(copy.getByRole('heading', { level: 1 })).toHaveText('The password is right')
    await expect(copy.getByRole('table').first().getByRole('row')).not.toHaveCount(1)
    expect(text).toContain('curl')
    expect(text).not.toMatch(/<script|<link|src=/i)
    await copy.close()
    for (const file of [text, JSON.stringify(report)]) {
      expect(file).not.toMatch(/analytical-engine|not-the-engine|eyJ[\w-]+\.[\w-]+\./)
    }

    await page.getByRole('button', { name: 'Keep the report' }).click()
    const kept = card(page, 'Kept reports').getByRole('listitem')
    await expect(kept).toHaveCount(1)
    await page.reload()
    await expect(kept).toHaveCount(1)
    await chooseTest(page, 'Sign-in (OIDC)')
    await expect(card(page, 'Kept reports')).toHaveCount(0)
    await chooseTest(page, 'Password check (ROPG)')
    await kept.getByRole('button', { name: /The password is right/ }).click()
    await expect(card(page, 'Checks of the kept report')).toContainText('The token endpoint issued tokens')
    await expect(card(page, 'On the Mac, as kept')).toContainText('Account name')
    expect(await (await reports(page, id)).text()).not.toMatch(/analytical-engine|not-the-engine/)
    await kept.getByRole('button', { name: /^Delete the report of/ }).click()
    await expect(kept).toHaveCount(0)
    const list = await (await page.request.get('/api/configurations')).json()
    expect(list.configurations.find((row: { id: string }) => row.id === id)).toMatchObject({
      lastTest: null,
      tested: true,
    })
    expect((await (await reports(page, id)).json()).reports).toEqual([])
  })
})

test.describe('Cancel', () => {
  test.use({ attempts: 1 })

  test('ends a test in each of its phases and frees its connection', async ({ page, world }) => {
    // Answers the document and is silent from then on, or is silent from the beginning.
    let silent = true
    const server = createServer((_, response) => {
      if (!silent) {
        response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(document))
        silent = true
      }
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const good = await (await fetch(`${world.provider.url}/.well-known/openid-configuration`)).text()
    const document = JSON.parse(good.replaceAll(world.provider.url, origin))
    const waiting = () =>
      new Promise<number>((resolve, reject) =>
        server.getConnections((error, count) => (error ? reject(error) : resolve(count))),
      )
    const cancelled = async () => {
      await expect.poll(waiting).toBeGreaterThan(0)
      await page.getByRole('main').getByRole('button', { name: 'Cancel' }).click()
      await expect(result(page)).toHaveText(/cancelled/)
      await expect(page.getByRole('button', { name: 'Running…' })).toHaveCount(0)
      await expect.poll(waiting).toBe(0)
    }
    try {
      await openTests(page, demoProfile(world, 'Everything works', { [world.provider.url]: origin }))
      await runButton(page).click()
      await cancelled()
      silent = false
      await runButton(page).click()
      await expect(card(page, 'Checks')).toContainText('The answer is a discovery document')
      await cancelled()
      await chooseTest(page, 'Sign-in (OIDC)')
      silent = true
      await startSignIn(page)
      await cancelled()
      await chooseTest(page, 'Password check (ROPG)')
      await sendPassword(page, 'ada@acme.example', 'analytical-engine')
      await cancelled()
    } finally {
      server.close()
      server.closeAllConnections()
    }
  })

  test('ends a sign-in that waits for a person', async ({ page, world }) => {
    await openTests(page, demoProfile(world, 'Everything works'), 'Sign-in (OIDC)')
    await startSignIn(page)
    await expect(card(page, 'Sign in')).toBeVisible()
    await page.getByRole('main').getByRole('button', { name: 'Cancel' }).click()
    await expect(result(page)).toHaveText(/cancelled/)
    await expect(card(page, 'Sign in')).toHaveCount(0)
    await startSignIn(page)
    await expect(card(page, 'Sign in')).toBeVisible()
  })

  test('ends the token request of a sign-in and frees its connection', async ({ page, world }) => {
    // Hands on what the provider says, and is silent at the token endpoint.
    let held = 0
    const server = createServer(async (request, response) => {
      if (request.url === '/token') {
        held += 1
        request.socket.once('close', () => {
          held -= 1
        })
        return
      }
      const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
      const text = await (await fetch(`${world.provider.url}${request.url}`)).text()
      response
        .writeHead(200, { 'Content-Type': 'application/json' })
        .end(text.replaceAll(world.provider.url, origin))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    try {
      const profile = demoProfile(world, 'Everything works', { [world.provider.url]: origin })
      await openTests(page, profile, 'Sign-in (OIDC)')
      await startSignIn(page)
      const link = await card(page, 'Sign in')
        .getByRole('link', { name: 'Open the sign-in page' })
        .getAttribute('href')
      const asked = new URL(link ?? '').searchParams
      const answer = `${asked.get('redirect_uri')}?code=made-up&state=${asked.get('state')}&iss=${encodeURIComponent(origin)}`
      await card(page, 'Sign in').getByRole('textbox').fill(answer)
      await card(page, 'Sign in').getByRole('button', { name: 'Go on' }).click()
      await expect.poll(() => held).toBe(1)
      await page.getByRole('main').getByRole('button', { name: 'Cancel' }).click()
      await expect(result(page)).toHaveText(/cancelled/)
      await expect.poll(() => held).toBe(0)
    } finally {
      server.close()
      server.closeAllConnections()
    }
  })

  test('ends a push that is polled', async ({ page, world }) => {
    await openTests(page, demoProfile(world, 'Okta · Authentication API'))
    const name = 'number@example.com'
    await sendPassword(page, name, passwordOf(name))
    await card(page, 'Choose a factor').getByRole('button', { name: 'Use this factor' }).click()
    await page.waitForRequest('**/api/tests/okta/answer')
    await page.waitForRequest((request) => request.postData()?.includes('"poll"') === true)
    await page.getByRole('main').getByRole('button', { name: 'Cancel' }).click()
    await expect(result(page)).toHaveText(/cancelled/)
    await expect.poll(() => world.okta.open(), { timeout: 8000 }).toBe(0)
  })
})
