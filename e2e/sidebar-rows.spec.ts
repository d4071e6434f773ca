import type { Page } from '@playwright/test'
import { expect, home, newProfileXml, opened, store, test, unique } from './app'

const rows = (page: Page) => page.locator('nav[aria-label="Configurations"] li')

/** Every row begins where the one above it ends. */
const expectApart = (page: Page) =>
  expect
    .poll(() =>
      rows(page).evaluateAll((all) => {
        const boxes = all.map((each) => each.getBoundingClientRect()).toSorted((a, b) => a.top - b.top)
        return boxes.filter(({ top }, at) => at > 0 && Math.abs(top - (boxes[at - 1]?.bottom ?? 0)) > 1)
          .length
      }),
    )
    .toBe(0)

test('a row with tags keeps its height wherever it moves in the list', async ({ page }) => {
  const tagged = unique('Tagged')
  const { id } = await store(page, tagged, newProfileXml('EntraID'))
  await page.request.patch(`/api/configurations/${id}`, { data: { tags: ['template', 'pilot', 'Berlin'] } })
  await home(page)
  await expect(rows(page).filter({ hasText: 'pilot' }).first()).toBeVisible()
  await expectApart(page)
  await page.getByRole('button', { name: 'New', exact: true }).click()
  const name = unique('Above it')
  await page.getByRole('textbox', { name: 'Name' }).fill(name)
  await page.getByRole('button', { name: 'Create' }).click()
  await opened(page, name)
  await expect(rows(page).filter({ hasText: name })).toBeVisible()
  await expectApart(page)
  await rows(page).filter({ hasText: name }).hover()
  await page.getByRole('button', { name: `Actions for ${name}` }).click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await expect(rows(page).filter({ hasText: name })).toHaveCount(0)
  await expectApart(page)
})

test('a long name ends before the marks of the configuration as it is being edited', async ({ page }) => {
  const name = unique('A name that is far too long for the column that it stands in')
  const xml = newProfileXml('EntraID').replace(
    '<key>OIDCProvider</key>',
    '<key>OIDCClientIDD</key><string>x</string><key>OIDCProvider</key>',
  )
  const { id } = await store(page, name, xml)
  await page.goto(`/configurations/${id}`)
  await opened(page, name)
  const row = rows(page).filter({ hasText: name })
  await page.mouse.move(0, 0)
  const error = row.getByText(/^\d+ errors?$/).locator('..')
  await expect(error).toBeVisible()
  await expect(row.getByText(/^\d+ pieces? of advice$/)).toHaveCount(1)
  const title = await row.locator('a > span').first().boundingBox()
  expect((title?.x ?? 0) + (title?.width ?? 0)).toBeLessThanOrEqual((await error.boundingBox())?.x ?? 0)
})
