import type { Page } from '@playwright/test'
import { edit, expect, field, newProfileXml, openTab, test } from './app'
import { expectCleanIn } from './axe'

test.use({ viewport: { width: 320, height: 640 }, hasTouch: true })

/** What can be pressed or typed in and is in view, with its box; words in a sentence are as high as the sentence. */
const controls = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, input, select, textarea, [role=tab]')]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }))
      .map((element) => (element.matches('input[type=radio]') ? element.closest('label') : element))
      .filter((element) => element !== null)
      .filter((element) => !element.closest('p, .sr-only') && !element.matches('.sr-only'))
      .map((element) => ({
        name: element.getAttribute('aria-label') ?? element.textContent ?? '',
        box: element.getBoundingClientRect().toJSON() as DOMRect,
      }))
      .filter(({ box }) => box.height > 0 && box.bottom > 0 && box.top < innerHeight),
  )

test('the editor shows its first field above the middle of a small screen, and every control whole', async ({
  page,
}) => {
  await edit(page, newProfileXml('EntraID'))
  const { height = 0 } = (await page.getByRole('banner').boundingBox()) ?? {}
  expect(height).toBeLessThanOrEqual(57)
  const first = await page.locator('#tab-panel').locator('input, select').first().boundingBox()
  expect(first?.y).toBeLessThan(320)
  for (const tab of ['Identity Provider', 'Login', 'Connect', 'More']) {
    await openTab(page, tab)
    const all = await controls(page)
    expect(all.length).toBeGreaterThan(10)
    expect(all.filter(({ box }) => box.height < 43.5).map(({ name }) => name)).toEqual([])
    expect(all.filter(({ box }) => box.left < 0 || box.right > 320).map(({ name }) => name)).toEqual([])
  }
})

test('the search of the keys takes the row while it is used, and gives it back', async ({ page }) => {
  await edit(page, newProfileXml('EntraID'))
  const search = page.getByRole('searchbox', { name: 'Search the keys' })
  const section = page.getByRole('combobox', { name: 'Section' })
  expect((await search.boundingBox())?.width).toBe(44)
  await search.tap()
  await expect(section).toBeHidden()
  expect((await search.boundingBox())?.width).toBeGreaterThan(180)
  await search.fill('tenant')
  await search.blur()
  expect((await search.boundingBox())?.width).toBeGreaterThan(180)
  await search.fill('')
  await search.blur()
  await expect(section).toBeVisible()
  expect((await search.boundingBox())?.width).toBe(44)
})

test('what can be done with a configuration stands at the lower edge and covers nothing', async ({
  page,
}) => {
  await edit(page, newProfileXml('EntraID'))
  const client = field(page, 'OIDC Client ID')
  await client.fill('typed')
  await page.getByRole('button', { name: 'Undo', exact: true }).tap()
  await expect(client).toHaveValue('')
  await page.getByRole('button', { name: 'Redo', exact: true }).tap()
  await expect(client).toHaveValue('typed')
  const bar = await page.getByRole('button', { name: 'Undo', exact: true }).boundingBox()
  const form = await page.locator('#tab-panel').boundingBox()
  expect((form?.y ?? 0) + (form?.height ?? 0)).toBeLessThanOrEqual((bar?.y ?? 0) + 1)
  await page.getByRole('button', { name: 'XML, issues and login window' }).tap()
  await expect(page.getByRole('dialog').getByRole('region', { name: 'XML of the profile' })).toBeVisible()
  await expectCleanIn(page, 'narrow', 'sheet-panel')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Configurations', exact: true }).tap()
  await expect(page.getByRole('dialog').getByRole('navigation', { name: 'Configurations' })).toBeVisible()
  await expectCleanIn(page, 'narrow', 'sheet-list')
})
