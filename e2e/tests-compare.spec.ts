import type { Locator, Page } from '@playwright/test'
import { bytesOf, downloadOf } from './app'
import { expectClean, violationsIn } from './axe'
import {
  card,
  demoProfile,
  expect,
  openSignIn,
  openTests,
  result,
  runButton,
  sendPassword,
  signIn,
  startSignIn,
  test,
} from './tests-app'

const wellKnown = '/.well-known/openid-configuration'
const parameter = (page: Page, name: string) => new URL(page.url()).searchParams.get(name)
const verdict = (page: Page) => page.getByRole('region', { name: 'Result' })
const part = (within: Locator, title: string) =>
  within.locator('div', { has: within.page().locator(':scope > h3', { hasText: title }) })
const keep = async (page: Page) => {
  await page.getByRole('button', { name: 'Keep the report' }).click()
  await expect(page.getByRole('button', { name: 'Kept', exact: true })).toBeVisible()
}

test('after a repair another run is one press away, and both runs can be compared, at an address', async ({
  page,
  world,
}) => {
  test.slow()
  const { url } = world.provider
  await openTests(page, demoProfile(world, 'Everything works', { [`${url}${wellKnown}`]: url }))
  await runButton(page).click()
  await expect(result(page)).toHaveText(/^Failed: /)
  await keep(page)
  await verdict(page)
    .getByRole('button', { name: `Use ${url}${wellKnown}` })
    .click()
  const again = verdict(page).getByRole('button', { name: 'Fixed: run again' })
  await expect(again).toHaveClass(/bg-accent/)
  await expect(runButton(page)).not.toHaveClass(/bg-accent/)
  await expectClean(page, 'fixed')
  await again.click()
  await expect(result(page)).toHaveText(/^(Passed|Warning): /)
  const since = card(page, 'Since the last run')
  await expect(since.getByRole('listitem').first()).toHaveText(/Failed: .*(Passed|Warning): /)
  await expect(part(since, 'Tested differently')).toContainText(`${url}${wellKnown}`)
  await page.reload()
  await expect(part(since, 'Tested differently')).toContainText(`${url}${wellKnown}`)
  await keep(page)

  const rows = card(page, 'Kept reports').getByRole('listitem')
  await expect(rows).toHaveCount(2)
  await rows.first().getByRole('button', { expanded: false }).click()
  await rows
    .last()
    .getByRole('button', { name: /^Compare the report of/ })
    .click()
  const compared = card(page, 'Two reports compared')
  const sides = compared.getByRole('definition')
  await expect(sides.first()).toHaveText(/^Failed: /)
  await expect(sides.nth(1)).toHaveText(/^(Passed|Warning): /)
  await expect(compared.getByRole('listitem').first()).toHaveText(/Failed: .*(Passed|Warning): /)
  await expect(part(compared, 'Sent differently')).toContainText('Address')
  await expect.poll(() => parameter(page, 'with')).toMatch(/^[\da-f-]{36}$/)
  await expectClean(page, 'compared')
  await page.reload()
  await expect(compared).toBeInViewport()
  await page.goBack()
  await expect(compared).toHaveCount(0)
  await expect(card(page, 'Checks of the kept report')).toBeVisible()
  await page.goForward()
  await compared.getByRole('button', { name: 'Close the comparison' }).click()
  await expect(card(page, 'Checks of the kept report')).toBeVisible()
  await rows
    .last()
    .getByRole('button', { name: /^Compare the report of/ })
    .click()
  await rows
    .last()
    .getByRole('button', { name: /^Delete the report of/ })
    .click()
  await expect(rows).toHaveCount(1)
  await expect.poll(() => parameter(page, 'with')).toBeNull()
})

test.describe('two sign-ins', () => {
  test.use({ ignoreHTTPSErrors: true })

  test('are compared by who signed in: on the Mac and in the token', async ({ page, world }) => {
    const profile = demoProfile(world, 'Everything works', { 'https://127.0.0.1/jamfconnect': world.caught })
    await openTests(page, profile, 'Sign-in (OIDC)')
    await startSignIn(page)
    await signIn(await openSignIn(page))
    await expect(result(page)).toContainText('as an administrator')
    await keep(page)
    // It stands on the line of the run, above all that was found.
    const above = await page.getByRole('button', { name: 'Kept', exact: true }).boundingBox()
    expect(above?.y).toBeLessThan((await verdict(page).boundingBox())?.y ?? 0)
    await startSignIn(page)
    await page.context().clearCookies({ name: /session|demo/i })
    await signIn(await openSignIn(page), 'ben', 'wooden-clock')
    await expect(result(page)).toContainText('standard user')
    await keep(page)
    const since = card(page, 'Since the last run')
    await expect(part(since, 'On the Mac')).toContainText('Standard')
    const rows = card(page, 'Kept reports').getByRole('listitem')
    await expect(rows).toHaveCount(2)
    const names = await rows
      .getByRole('button', { name: /^Delete the report of/ })
      .evaluateAll((buttons) => buttons.map((button) => button.getAttribute('aria-label')))
    expect(new Set(names).size).toBe(2)
    await rows.first().getByRole('button', { expanded: false }).click()
    await rows
      .last()
      .getByRole('button', { name: /^Compare the report of/ })
      .click()
    const compared = card(page, 'Two reports compared')
    await expect(part(compared, 'On the Mac').getByRole('term')).toContainText([
      'Account name',
      'Rights',
      'Groups',
    ])
    await expect(part(compared, 'Claims of the ID token')).toContainText('Mac Admins')
    await expect(part(compared, 'Claims of the ID token').getByRole('term')).not.toContainText(['nonce'])
    await expect(compared).not.toContainText('no check came out differently')
    await expect(compared).not.toContainText('code_challenge')
    await expect(compared).not.toContainText('nonce=')
    await expectClean(page, 'compared-sign-ins')
  })
})

test.describe('an exported report', () => {
  test.use({ attempts: 1 })

  test('reads on paper, in the dark and on a phone, without a cut word', async ({ page, world }) => {
    await openTests(page, demoProfile(world, 'Everything works'), 'Password check (ROPG)')
    await sendPassword(page, 'ada@acme.example', 'not-this-engine')
    await expect(result(page)).toContainText('is wrong')
    const html = await downloadOf(page, () => page.getByRole('button', { name: 'HTML' }).click())
    const text = Buffer.from(await bytesOf(html)).toString()
    expect(text).not.toMatch(/not-this-engine|eyJ[\w-]+\.[\w-]+\./)
    const copy = await page.context().newPage()
    const asked: string[] = []
    copy.on('request', (request) => asked.push(request.url()))
    await copy.setContent(text)
    await expect(copy.getByRole('row', { name: /Test user/ })).toContainText('ada@acme.example')
    await expect(copy.getByRole('row', { name: /Date and time/ })).toContainText(/\d\d:\d\d:\d\d (UTC|GMT)/)
    for (const colorScheme of ['light', 'dark'] as const) {
      await copy.emulateMedia({ colorScheme })
      expect([colorScheme, ...(await violationsIn(copy, colorScheme === 'dark'))]).toEqual([colorScheme])
    }
    for (const width of [320, 390, 1440]) {
      await copy.setViewportSize({ width, height: 900 })
      const over = await copy.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect([width, over]).toEqual([width, 0])
    }
    await copy.emulateMedia({ media: 'print', colorScheme: 'dark' })
    expect(await copy.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(
      'rgb(255, 255, 255)',
    )
    const sheets = Buffer.from(await copy.pdf({ preferCSSPageSize: true })).toString('latin1')
    const [, , width, height] =
      /MediaBox ?\[([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+)\]/.exec(sheets)?.slice(1).map(Number) ?? []
    expect([Math.round(width ?? 0), Math.round(height ?? 0)]).toEqual([595, 842])
    expect(asked).toEqual([])
    await copy.close()
  })
})
