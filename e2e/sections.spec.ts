import type { Page } from '@playwright/test'
import { edit, expect, field, newProfileXml, openTab, test } from './app'
import { expectClean } from './axe'

const sections = (page: Page) => page.getByRole('navigation', { name: 'Sections' })
const section = (page: Page) => new URL(page.url()).searchParams.get('section')

test('the list of sections jumps, follows the scroll, and is in the address', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await edit(page, newProfileXml('EntraID'))
  await openTab(page, 'Connect')
  const links = sections(page).getByRole('link')
  await expect(links.first()).toHaveAttribute('aria-current', 'true')
  const last = links.last()
  const title = (await last.textContent()) ?? ''
  await last.click()
  await expect(page.getByRole('heading', { name: title, exact: true })).toBeInViewport()
  await expect(last).toHaveAttribute('aria-current', 'true')
  await expect.poll(() => section(page)).not.toBeNull()
  const there = section(page)
  await page.reload()
  await expect(page.getByRole('heading', { name: title, exact: true })).toBeInViewport()
  expect(section(page)).toBe(there)
  await page.locator('#tab-panel').hover()
  await page.mouse.wheel(0, -100_000)
  await expect(links.first()).toHaveAttribute('aria-current', 'true')
  await expect.poll(() => section(page)).toBeNull()
})

test('the list of sections is one stop of the keyboard, and leads into its section', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await edit(page, newProfileXml('EntraID'))
  await openTab(page, 'Login')
  const links = sections(page).getByRole('link')
  await links.first().focus()
  await page.keyboard.press('End')
  await expect(links.last()).toBeFocused()
  await page.keyboard.press('ArrowUp')
  const before = links.nth((await links.count()) - 2)
  await expect(before).toBeFocused()
  const title = (await before.textContent()) ?? ''
  await page.keyboard.press('Enter')
  const heading = page.getByRole('heading', { name: title, exact: true })
  await expect(heading).toBeFocused()
  await page.keyboard.press('Tab')
  const panel = page.locator('section').filter({ has: heading })
  expect(await panel.evaluate((element) => element.contains(document.activeElement))).toBe(true)
})

test('a choice takes the place of the list where there is no room beside the form', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 })
  await edit(page, newProfileXml('EntraID'))
  await openTab(page, 'Connect')
  await expect(sections(page)).toBeHidden()
  const choice = page.getByRole('combobox', { name: 'Section' })
  const title = (await choice.locator('option').last().textContent()) ?? ''
  await choice.selectOption(title)
  await expect(page.getByRole('heading', { name: title, exact: true })).toBeInViewport()
  await expect.poll(() => section(page)).not.toBeNull()
})

test('search and "Configured only" go over all tabs, grouped by tab', async ({ page }) => {
  await edit(page, newProfileXml('EntraID'))
  await openTab(page, 'Connect')
  await field(page, 'Network Check-in Frequency').fill('15')
  const search = page.getByRole('searchbox', { name: 'Search the keys' })
  await search.fill('client id')
  const found = page.getByRole('region', { name: 'What was found' })
  await expect(found.getByRole('heading', { level: 2, name: 'Identity Provider' })).toBeVisible()
  await expect(field(page, 'OIDC Client ID')).toBeVisible()
  await expectClean(page, 'found on all tabs')
  await search.fill('')
  await page.getByRole('button', { name: 'Configured only' }).click()
  for (const tab of ['Identity Provider', 'Connect', 'More']) {
    await expect(found.getByRole('heading', { level: 2, name: tab, exact: true })).toBeVisible()
  }
  await page.reload()
  await expect(found.getByRole('heading', { level: 2, name: 'Connect', exact: true })).toBeVisible()
  await found.getByRole('button', { name: 'Open Connect' }).click()
  await expect(page.getByRole('tabpanel', { name: 'Connect' })).toBeVisible()
  await search.fill('nothing at all matches')
  await page.getByRole('button', { name: 'Show all keys' }).click()
  await expect(page.getByRole('tabpanel', { name: 'Connect' })).toBeVisible()
})

test('what is typed into a field that was found stays there', async ({ page }) => {
  await edit(page, newProfileXml('EntraID'))
  await page.getByRole('searchbox', { name: 'Search the keys' }).fill('tenant')
  await page.getByRole('button', { name: 'Configured only' }).click()
  await page.getByRole('button', { name: 'Configured only' }).click()
  const tenant = field(page, 'Tenant')
  await tenant.pressSequentially('globex.example')
  await expect(tenant).toHaveValue('globex.example')
  await expect(tenant).toBeFocused()
})
