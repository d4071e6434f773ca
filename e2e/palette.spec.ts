import type { Page } from '@playwright/test'
import { edit, expect, field, home, newProfileXml, opened, store, test, unique } from './app'
import { expectClean } from './axe'

const palette = (page: Page) => page.getByRole('dialog', { name: 'Find' })
const box = (page: Page) => palette(page).getByRole('combobox')
const selected = (page: Page) => palette(page).getByRole('option', { selected: true })

test('the palette opens a configuration, and offers it first the next time', async ({ page }) => {
  const name = unique('Globex palette')
  const { id } = await store(page, name, newProfileXml('EntraID'))
  await home(page)
  await page.keyboard.press('Control+k')
  await expect(box(page)).toBeFocused()
  await page.keyboard.type(name.split(' ').at(-1) ?? '')
  await expect(selected(page)).toContainText(name)
  await page.keyboard.press('Enter')
  await opened(page, name)
  await page.keyboard.press('Control+k')
  await expect(selected(page)).toContainText(name)
  await expect(palette(page).getByRole('group', { name: 'Recent' })).toContainText(name)
  const kept = await page.evaluate(() => JSON.stringify({ ...sessionStorage }))
  expect(kept).toContain(`configuration:${id}`)
  expect(kept).not.toContain(name)
})

test('the palette goes to a key of any tab, and to the reference where nothing is open', async ({ page }) => {
  await edit(page, newProfileXml('EntraID'))
  await page.keyboard.press('Control+k')
  await page.keyboard.type('DenyLocal')
  await expect(selected(page)).toContainText('DenyLocal')
  await page.keyboard.press('Enter')
  await expect(palette(page)).toHaveCount(0)
  await expect(page.getByRole('tab', { name: 'Login', exact: true })).toHaveAttribute('aria-selected', 'true')
  await expect(page.locator('[data-asked]')).toContainText('DenyLocal')
  await home(page)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('DenyLocal')
  await expect(selected(page)).toContainText('DenyLocal')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/reference\/login#login\/DenyLocal$/)
})

test('the palette is gone through with arrows, runs commands, and gives the focus back', async ({ page }) => {
  await edit(page, newProfileXml('EntraID'))
  await field(page, 'OIDC Client ID').focus()
  await page.keyboard.press('Control+k')
  const options = palette(page).getByRole('option')
  await expect(options.first()).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('ArrowUp')
  await expect(options.last()).toHaveAttribute('aria-selected', 'true')
  await expect(options.last()).toBeInViewport()
  await page.keyboard.press('ArrowDown')
  await expect(options.first()).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Escape')
  await expect(palette(page)).toHaveCount(0)
  await expect(field(page, 'OIDC Client ID')).toBeFocused()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('dark')
  await page.keyboard.press('Enter')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('system')
  await page.keyboard.press('Enter')
  // Else the shortcut would close this one.
  await expect(palette(page)).toHaveCount(0)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('export')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Export' })).toBeVisible()
  await page.keyboard.press('Control+k')
  await expect(palette(page)).toHaveCount(0)
})

test('axe finds nothing in the palette and the list of shortcuts', async ({ page }) => {
  await edit(page, newProfileXml('EntraID'))
  await page.keyboard.press('Control+k')
  await expect(box(page)).toBeFocused()
  await expectClean(page, 'palette')
  await page.keyboard.type('password')
  await expect(palette(page).getByRole('group', { name: 'Keys' })).toBeVisible()
  await expectClean(page, 'palette found')
  await page.keyboard.type(' nothing of this kind')
  await expect(palette(page)).toContainText('Nothing matches')
  await expectClean(page, 'palette empty')
  await page.keyboard.press('Escape')
  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Shortcuts' })).toBeVisible()
  await expectClean(page, 'shortcuts')
})

test('shortcuts of one key work outside of text, and can be turned off', async ({ page }) => {
  await edit(page, newProfileXml('EntraID'))
  const shortcuts = page.getByRole('dialog', { name: 'Shortcuts' })
  await field(page, 'OIDC Client ID').pressSequentially('n/t?')
  await expect(field(page, 'OIDC Client ID')).toHaveValue('n/t?')
  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('/')
  await expect(page.getByRole('searchbox', { name: 'Search the keys' })).toBeFocused()
  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('?')
  await shortcuts.getByText('Off', { exact: true }).click()
  await page.keyboard.press('Escape')
  await page.keyboard.press('?')
  await page.reload()
  await expect(field(page, 'OIDC Client ID')).toBeVisible()
  await page.keyboard.press('t')
  await expect(shortcuts).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Test', exact: true })).toHaveAttribute(
    'aria-pressed',
    'false',
  )
  await page.keyboard.press('Control+k')
  await expect(box(page)).toBeFocused()
})

test('a palette that is asked for while a choice still waits for its list is a new one, and the choice is carried out', async ({
  page,
}) => {
  let answer = () => {}
  const held = new Promise<void>((resolve) => {
    answer = resolve
  })
  await page.route('**/api/configurations?*', async (route) => {
    if (new URL(route.request().url()).searchParams.has('find')) {
      await held
    }
    await route.fulfill({ json: { configurations: [], total: 5000, place: null } })
  })
  await page.goto('/reference')
  await page.keyboard.press('Control+k')
  await expect(palette(page).getByRole('option').first()).toBeVisible()
  await page.keyboard.type('dark')
  await expect(selected(page)).toContainText('Dark colors')
  await page.keyboard.press('Enter')
  await expect(box(page)).toHaveValue('dark')
  await page.keyboard.press('Control+k')
  await expect(box(page)).toHaveValue('')
  await expect(box(page)).toBeFocused()
  await page.keyboard.type('light')
  answer()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(box(page)).toHaveValue('light')
  await page.keyboard.press('Enter')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light')
  await expect(palette(page)).toHaveCount(0)
})

test('the palette offers what can be done: Save with changes to save, Undo with something to undo, and a template where one is open', async ({
  page,
}) => {
  const name = unique('Offered')
  await edit(page, newProfileXml('EntraID'), name)
  const commands = palette(page).getByRole('group', { name: 'Commands' })
  const offered = (title: string) => commands.getByRole('option', { name: title, exact: false })
  await page.keyboard.press('Control+k')
  await expect(offered('Export…')).toBeVisible()
  for (const title of ['Save', 'Undo', 'Redo']) {
    await expect(offered(title)).toHaveCount(0)
  }
  await page.keyboard.type('use as a template')
  await page.keyboard.press('Enter')
  await expect(page.getByText(`“${name}” is a template`)).toBeVisible()
  await field(page, 'OIDC Client ID').fill('mine')
  await page.keyboard.press('Control+k')
  await expect(offered('Save')).toHaveCount(2)
  await expect(offered('Undo')).toHaveCount(1)
  await expect(palette(page).getByRole('option', { name: 'No longer a template' })).toHaveCount(1)
})
