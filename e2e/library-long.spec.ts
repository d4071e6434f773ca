import type { Page } from '@playwright/test'
import { providerRows } from '../lib/products/jamf-connect/providers/provider-rows'
import { edit, expect, field, home, newProfileXml, test, unique } from './app'

const TOTAL = 20_000
const list = (page: Page) => page.getByRole('navigation', { name: 'Configurations' })
const link = (page: Page, name: string) => list(page).getByRole('link', { name: new RegExp(`^${name} `) })
const idOf = (place: number) => `00000000-0000-4000-8000-${String(place).padStart(12, '0')}`

/** Answers for a library of 20,000, of which every tenth holds a word that is looked for; gives what was asked. */
async function answerForMany(page: Page, place: number | null = null): Promise<URLSearchParams[]> {
  const asked: URLSearchParams[] = []
  await page.route('**/api/configurations?*', (route) => {
    const query = new URL(route.request().url()).searchParams
    asked.push(query)
    const total = query.has('find') ? TOTAL / 10 : TOTAL
    const skip = Number(query.get('skip') ?? 0)
    const rows = Math.max(0, Math.min(Number(query.get('take') ?? 50), total - skip))
    const at = '2026-11-02T08:00:00.000Z'
    const configurations = Array.from({ length: rows }, (_, row) => ({
      id: idOf(skip + row),
      name: `${query.get('find') ?? 'Site'} ${skip + row}`,
      provider: 'Microsoft Entra ID',
      domains: [],
      errors: 2,
      advice: 3,
      version: 1,
      createdAt: at,
      updatedAt: at,
      unsaved: row === 1,
      tags: [],
      note: null,
    }))
    return route.fulfill({ json: { configurations, total, place } })
  })
  return asked
}

test('of a long list only what is in view is in the page, and keys lead through all of it', async ({
  page,
}) => {
  await answerForMany(page)
  await home(page)
  await expect(link(page, 'Site 0')).toBeVisible()
  await link(page, 'Site 0').focus()
  await page.keyboard.press('ArrowDown')
  await expect(link(page, 'Site 1')).toBeFocused()
  await page.keyboard.press('End')
  await expect(link(page, `Site ${TOTAL - 1}`)).toBeFocused()
  await expect(link(page, `Site ${TOTAL - 1}`)).toBeInViewport()
  expect(await list(page).getByRole('listitem').count()).toBeLessThan(60)
  await page.keyboard.press('PageUp')
  await expect(link(page, `Site ${TOTAL - 1}`)).not.toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.locator(':focus')).toHaveAccessibleName(/^Actions for Site/)
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'New', exact: true })).toBeFocused()
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Home')
  await expect(link(page, 'Site 0')).toBeFocused()
})

test('what is looked for is asked of the server once typing rests', async ({ page }) => {
  const asked = await answerForMany(page)
  await home(page)
  const find = page.getByRole('searchbox', { name: 'Find a configuration' })
  await find.pressSequentially('Lisbon', { delay: 20 })
  await expect(link(page, 'Lisbon 0')).toBeVisible()
  const words = asked.map((query) => query.get('find')).filter((word) => word !== null)
  expect(words.length).toBeLessThanOrEqual(3)
  expect(words.at(-1)).toBe('Lisbon')
})

test('a row names the provider first, counts errors and advice apart, and marks what is not saved', async ({
  page,
}) => {
  await answerForMany(page)
  await home(page)
  const rows = list(page).getByRole('listitem')
  await expect(rows.first()).toContainText(/Entra ID· 2 Nov/)
  await expect(rows.first()).toContainText('2 errors')
  await expect(rows.first()).toContainText('3 pieces of advice')
  await expect(rows.nth(1)).toContainText('unsaved changes')
  await expect(rows.first()).not.toContainText('unsaved changes')
})

test('no provider is cut off in the list, beside a date, the mark of a draft or two counts of issues', async ({
  page,
}) => {
  const titles = Object.values(providerRows).map(({ label }) => label)
  const at = '2026-11-02T08:00:00.000Z'
  const of = (provider: string, row: number) => ({
    ...{ id: idOf(row), name: `Site ${row}`, provider, domains: [], errors: 2, advice: 3, version: 1 },
    ...{ createdAt: at, updatedAt: at, unsaved: row % 2 === 1, tags: [], note: null },
  })
  const configurations = [...titles, ...titles.toReversed(), ...titles, titles[0] ?? ''].map(of)
  await page.route('**/api/configurations?*', (route) =>
    route.fulfill({ json: { configurations, total: configurations.length, place: null } }),
  )
  await page.setViewportSize({ width: 1440, height: 4000 })
  await home(page)
  const shown = list(page).locator('[data-provider]')
  await expect(shown).toHaveCount(configurations.length)
  const cut = await shown.evaluateAll((all) =>
    all.filter((each) => each.scrollWidth > each.clientWidth).map((each) => each.textContent),
  )
  expect(cut).toEqual([])
})

test('the field for another name stays with what was typed when its row leaves the window', async ({
  page,
  troubles,
}) => {
  troubles.expected.push(/503/)
  await answerForMany(page)
  const refused = { code: 'storage-full', message: 'The disk is full.' }
  await page.route(`**/api/configurations/${idOf(3)}`, (route) =>
    route.fulfill({ status: 503, json: refused }),
  )
  await home(page)
  await link(page, 'Site 3').press('F2')
  const typed = page.getByRole('textbox', { name: 'Name of the configuration' })
  await typed.fill('Half a na')
  await typed.press('Enter')
  await expect(page.getByText('The disk is full.')).toBeVisible()
  await link(page, 'Site 0').focus()
  await page.keyboard.press('End')
  await expect(link(page, `Site ${TOTAL - 1}`)).toBeFocused()
  await expect(typed).toHaveValue('Half a na')
  await page.keyboard.press('Home')
  await expect(typed).toBeInViewport()
  await typed.press('Escape')
  await expect(link(page, 'Site 3')).toBeFocused()
})

test('the configuration that is open is in view, wherever it stands in the list', async ({ page }) => {
  await answerForMany(page, 12_345)
  await edit(page, newProfileXml('EntraID'))
  await expect(link(page, 'Site 12345')).toBeInViewport()
})

test('a configuration is marked while it has changes that are not saved', async ({ page }) => {
  const name = unique('Drafted')
  await edit(page, newProfileXml('EntraID'), name)
  const row = list(page).getByRole('listitem').filter({ hasText: name })
  await expect(row).toBeVisible()
  await field(page, 'OIDC Client ID').fill('not saved')
  await expect(row).toContainText('unsaved changes')
  await page.reload()
  await expect(row).toContainText('unsaved changes')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(row).not.toContainText('unsaved changes')
})

test('New is reached in a few Tabs from the first control of the list', async ({ page }) => {
  await answerForMany(page)
  await home(page)
  await page.getByRole('searchbox', { name: 'Find a configuration' }).focus()
  let presses = 0
  for (; presses < 10; presses += 1) {
    const there = await page
      .getByRole('button', { name: 'New', exact: true })
      .evaluate((button) => button === document.activeElement)
    if (there) {
      break
    }
    await page.keyboard.press('Tab')
  }
  expect(presses).toBeLessThanOrEqual(5)
})
