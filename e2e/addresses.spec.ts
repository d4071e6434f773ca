import type { Page } from '@playwright/test'
import { edit, expect, field, newProfileXml, openForm, openTab, openXmlView, test, unique } from './app'

const parameters = (page: Page) => new URL(page.url()).search
const tab = (page: Page, name: string) => page.getByRole('tab', { name, exact: true })

test('every place has an address that Back and reload keep', async ({ page }) => {
  const name = unique('Places')
  await edit(page, newProfileXml('EntraID'), name)
  expect(parameters(page)).toBe('')
  await openTab(page, 'Login')
  await expect.poll(() => parameters(page)).toBe('?tab=login')
  await expect(page).toHaveTitle(`${name} · Login · Latchkey`)
  await page.getByRole('tab', { name: /^Issues/ }).click()
  await openXmlView(page)
  await expect.poll(() => parameters(page)).toBe('?tab=login&view=xml&side=issues')
  await expect(page).toHaveTitle(`${name} · XML · Latchkey`)
  await page.reload()
  await expect(page.getByRole('textbox', { name: 'XML of the profile' })).toBeVisible()
  await expect(page.getByRole('tab', { name: /^Issues/ })).toHaveAttribute('aria-selected', 'true')
  await page.goBack()
  await expect(tab(page, 'Login')).toHaveAttribute('aria-selected', 'true')
  await page.goBack()
  await expect(tab(page, 'Identity Provider')).toHaveAttribute('aria-selected', 'true')
  await page.goForward()
  await expect(tab(page, 'Login')).toHaveAttribute('aria-selected', 'true')
  await expect(page).toHaveTitle(`${name} · Login · Latchkey`)
})

test('the test that is open has an address', async ({ page }) => {
  await edit(page, newProfileXml('EntraID'))
  await page.getByRole('button', { name: 'Test', exact: true }).click()
  await expect.poll(() => parameters(page)).toBe('?test=discovery')
  await page.getByText('Password check (ROPG)').click()
  await expect.poll(() => parameters(page)).toBe('?test=ropg')
  await page.reload()
  await expect(page.getByRole('radio', { name: 'Password check (ROPG)' })).toBeChecked()
  await page.goBack()
  await expect(tab(page, 'Identity Provider')).toHaveAttribute('aria-selected', 'true')
})

test('a link to a key opens its tab, shows the field and marks it', async ({ page }) => {
  const id = await edit(page, newProfileXml('EntraID'))
  await page.goto(`/configurations/${id}?tab=nowhere&key=connect/PasswordPolicies/PolicyMessage&view=?`)
  const row = page.locator('[data-asked]')
  await expect(row).toHaveCount(1)
  await expect(row).toBeInViewport()
  await expect(tab(page, 'Connect')).toHaveAttribute('aria-selected', 'true')
  expect(await row.evaluate((element) => element.contains(document.activeElement))).toBe(true)
  await expect.poll(() => parameters(page)).toBe('?key=connect/PasswordPolicies/PolicyMessage')
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Shift+Tab')
  await expect(row).toHaveCount(0)
})

test('the help of a key copies a link that leads back to it', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const id = await edit(page, newProfileXml('EntraID'))
  await page.getByRole('button', { name: 'Help for OIDC Client ID' }).click()
  await page.getByRole('button', { name: 'Copy link to OIDCClientID' }).click()
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied).toBe(new URL(`/configurations/${id}?key=login/OIDCClientID`, page.url()).href)
  await page.goto('/')
  await page.goto(copied)
  await expect(field(page, 'OIDC Client ID')).toBeFocused()
})

test('no value and no unknown parameter stands in an address, and none of it asks the server', async ({
  page,
}) => {
  const id = await edit(page, newProfileXml('EntraID'))
  await page.goto(`/configurations/${id}?tab=%00&key=__proto__&test=rm&only=everything&side=<script>&q=typed`)
  await expect(field(page, 'OIDC Client ID')).toBeVisible()
  await expect.poll(() => parameters(page)).toBe('')
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await openTab(page, 'Connect')
  await openTab(page, 'Login')
  await openXmlView(page)
  await openForm(page)
  await page.goBack()
  expect(asked.filter((url) => url.includes(`/configurations/${id}`) && url.includes('_rsc'))).toEqual([])
  await openTab(page, 'Identity Provider')
  await field(page, 'OIDC Client ID').fill('value-of-mine')
  await page.getByRole('searchbox', { name: 'Search the keys' }).fill('value-of-mine')
  await expect.poll(() => parameters(page)).toContain('key=')
  expect(page.url()).not.toContain('value-of-mine')
})

test('a page that was asked for comes, whatever is taken in hand meanwhile', async ({ page }) => {
  await edit(page, newProfileXml('EntraID'))
  await page.route(
    (url) => url.searchParams.has('_rsc'),
    async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1_500))
      await route.continue()
    },
  )
  await page.keyboard.press('Control+k')
  await page
    .getByRole('combobox', { name: 'Find configurations, keys and commands' })
    .fill('All configurations')
  const asked = page.waitForRequest((request) => request.url().includes('_rsc'))
  await page.keyboard.press('Enter')
  await asked
  await field(page, 'OIDC Client ID').focus()
  await expect(page.getByRole('heading', { level: 1, name: 'Configurations' })).toBeVisible()
})
