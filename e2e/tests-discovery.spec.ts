import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { freePort } from '../server/fixtures/free-port'
import { field, save, settingsOf, stored } from './app'
import { card, check, demoProfile, expect, openTests, result, runButton, test, type World } from './tests-app'

const closers: (() => void)[] = []
test.afterEach(() => {
  for (const close of closers.splice(0)) {
    close()
  }
})

/** A server that is no identity provider, or a bad one; gives its address. */
async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closers.push(() => {
    server.close()
    server.closeAllConnections()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const json =
  (document: unknown, status = 200): RequestListener =>
  (_, response) =>
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(document))

/** The configuration that works, with another discovery URL. */
const pointedAt = (world: World, url: string) =>
  demoProfile(world, 'Everything works', { [`${world.provider.url}/.well-known/openid-configuration`]: url })

const wellKnown = '/.well-known/openid-configuration'

test('a provider that fits is found, with its keys and the exchanges', async ({ page, world }) => {
  await openTests(page, demoProfile(world, 'Everything works'))
  await runButton(page).click()
  await expect(result(page)).toHaveText(/^(Passed|Warning): /)
  for (const title of [
    'The identity provider answers',
    'The issuer matches the address',
    'The authorization code flow is offered',
    'PKCE with S256 is offered',
    'The signing keys can be used',
    'The clocks agree',
  ]) {
    await expect(check(page, title)).toContainText('Passed:')
  }
  const exchanges = card(page, 'Exchanges').getByRole('listitem')
  await expect(exchanges).toContainText([/Discovery/, /Signing keys/])
  await exchanges.first().locator('summary').first().click()
  await expect(exchanges.first()).toContainText(`GET ${world.provider.url}${wellKnown}`)
})

test('a wrong path is named, and the field opens from the finding', async ({ page, world }) => {
  await openTests(page, demoProfile(world, 'Wrong discovery URL'))
  await runButton(page).click()
  await expect(result(page)).toHaveText(/^Failed: /)
  const finding = check(page, 'There is no document at the address')
  await expect(finding).toContainText('404')
  await expect(check(page, 'The answer is a discovery document')).toContainText('Skipped:')
  await finding.getByRole('button', { name: 'Show OIDCDiscoveryURL' }).click()
  await expect(field(page, 'Discovery URL')).toBeFocused()
  // The report waits while the field is mended.
  await page.getByRole('button', { name: 'Test', exact: true }).click()
  await expect(finding).toBeVisible()
})

test('the issuer in place of the document is repaired by one click, in both keys', async ({
  page,
  world,
}) => {
  const id = await openTests(page, pointedAt(world, world.provider.url))
  await runButton(page).click()
  await expect(result(page)).toHaveText(/^Failed: /)
  const address = `${world.provider.url}${wellKnown}`
  await page
    .getByRole('main')
    .getByRole('button', { name: `Use ${address}` })
    .click()
  await runButton(page).click()
  await expect(result(page)).toHaveText(/^(Passed|Warning): /)
  await save(page)
  const { content } = await stored(page, id)
  expect(settingsOf(content, 'com.jamf.connect.login')).toMatchObject({ OIDCDiscoveryURL: address })
  expect(settingsOf(content, 'com.jamf.connect')).toMatchObject({ IdPSettings: { DiscoveryURL: address } })
})

test('each main failure says at the check that fails what was found', async ({ page, world }) => {
  const { url: issuer } = world.provider
  const good = (await (await fetch(`${issuer}${wellKnown}`)).json()) as Record<string, unknown>
  const cases: readonly (readonly [string, string | RegExp])[] = [
    [`http://127.0.0.1:${await freePort()}${wellKnown}`, /refuse|connect/i],
    [
      await serve((_, response) => response.writeHead(302, { Location: `${issuer}${wellKnown}` }).end()),
      '302',
    ],
    [await serve((_, response) => response.writeHead(500).end()), 'has a problem of its own'],
    [
      await serve((_, response) =>
        response.writeHead(200, { 'Content-Type': 'text/html' }).end('<h1>Hi</h1>'),
      ),
      'A web page',
    ],
    [await serve(json({ issuer })), 'jwks_uri'],
    [await serve(json(good)), issuer],
    ['http://10.0.0.1/.well-known/openid-configuration', /LATCHKEY_EGRESS_ALLOW|not open|allow/i],
    ['http://169.254.169.254/latest/meta-data', /never|not|forbid/i],
  ]
  for (const [address, told] of cases) {
    await openTests(page, pointedAt(world, address))
    await runButton(page).click()
    await expect(result(page), address).toHaveText(/^Failed: /)
    const failed = card(page, 'Checks').locator('li:not(:has(li))').filter({ hasText: 'Failed:' }).first()
    await expect(failed, address).toContainText(told)
  }
})

test('keys that cannot be used are named', async ({ page, world }) => {
  const good = (await (await fetch(`${world.provider.url}${wellKnown}`)).json()) as Record<string, unknown>
  let origin = ''
  origin = await serve((request, response) =>
    request.url === '/jwks'
      ? json({ keys: [] })(request, response)
      : json({ ...good, issuer: origin, jwks_uri: `${origin}/jwks` })(request, response),
  )
  await openTests(page, pointedAt(world, `${origin}${wellKnown}`))
  await runButton(page).click()
  await expect(result(page)).toHaveText(/^Failed: /)
  await expect(check(page, 'The signing keys cannot be used')).toContainText('No keys')
})

test('without a provider the test says which key is missing', async ({ page, world }) => {
  const profile = demoProfile(world, 'Everything works').replace(
    /<key>OIDCDiscoveryURL<\/key>\s*<string>[^<]*<\/string>/,
    '',
  )
  await openTests(page, profile)
  await runButton(page).click()
  await expect(result(page)).toHaveText(/^Failed: /)
  const finding = check(page, 'The address of the discovery document is not known')
  await expect(finding).toContainText('Enter the discovery URL of your identity provider.')
  await finding.getByRole('button', { name: 'Show OIDCDiscoveryURL' }).click()
  // The menu bar app has its own, so there are two; that of the login window is asked for.
  await expect(field(page, 'Discovery URL').first()).toBeFocused()
})
