import type { Locator, Page } from '@playwright/test'
import { edit, expect, field, home, newProfileXml, opened, stored, test, unique } from './app'
import { expectCleanIn } from './axe'

/** Windows of 1440 × 900 and 1280 × 1024 at 400 %. */
const windows = [
  { width: 360, height: 225 },
  { width: 320, height: 256 },
] as const

const acts = ['Undo', 'Redo', 'Reset', 'Test', 'Export…', 'XML, issues and login window']

/** The parts of a control, from its upper to its lower edge, at which something else is drawn. */
const covered = (control: Locator) =>
  control.evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect()
    return [0.1, 0.3, 0.5, 0.7, 0.9].filter((part) => {
      const hit = document.elementFromPoint(left + width / 2, top + height * part)
      return hit === null || !element.contains(hit)
    })
  })

async function expectBarFree(page: Page): Promise<void> {
  for (const name of acts) {
    const button = page.getByRole('banner').getByRole('button', { name, exact: true })
    expect(await covered(button), name).toEqual([])
  }
}

test('on a low window nothing lies over the bar at the lower edge, and the page scrolls to everything', async ({
  page,
}) => {
  const name = unique('Low')
  const id = await edit(page, newProfileXml('EntraID'), name)
  const other = await page.context().newPage()
  await other.goto(page.url())
  await opened(other, name)
  await field(other, 'OIDC Client ID').fill('left behind')
  await expect.poll(async () => (await stored(other, id)).draft).toContain('left behind')
  await other.close()
  await page.reload()
  await expect(page.getByRole('region', { name: 'Changes of another window' })).toBeVisible()
  for (const size of windows) {
    await page.setViewportSize(size)
    await expectBarFree(page)
    const bar = await page.getByRole('button', { name: 'Undo', exact: true }).boundingBox()
    const section = page.getByRole('combobox', { name: 'Section' })
    for (const control of [section, field(page, 'OIDC Client ID')]) {
      await control.focus()
      const box = await control.boundingBox()
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(bar?.y ?? 0)
      expect(await covered(control)).toEqual([])
      await expectBarFree(page)
    }
    // Most of what is not the bar is the form, once somebody is in it.
    await section.selectOption({ index: 1 })
    const heading = page.locator('[data-panel] h2').nth(1)
    await expect.poll(async () => (await heading.boundingBox())?.y).toBeLessThan(30)
  }
  await expectCleanIn(page, 'narrow', 'low')
  for (const view of ['XML', 'Form']) {
    await page.getByRole('group', { name: 'View' }).getByRole('button', { name: view }).click()
    await expectBarFree(page)
  }
  await page.getByRole('button', { name: 'Test', exact: true }).click()
  await page.getByRole('button', { name: 'Back to the form' }).focus()
  await expectBarFree(page)
})

/** Fields and buttons of a dialog that are not whole in view when they have the focus. */
async function cutInside(dialog: Locator): Promise<string[]> {
  const cut: string[] = []
  for (const control of await dialog.locator('input, select, textarea, button').all()) {
    if (await control.isEnabled()) {
      await control.evaluate((element) => {
        const shown = element.closest('label') ?? element
        ;(element as HTMLElement).focus()
        shown.scrollIntoView({ block: 'nearest' })
      })
      const lost = await control.evaluate((element) => {
        const { left, top, right, bottom } = (element.closest('label') ?? element).getBoundingClientRect()
        const ends = [top + 3, bottom - 3].map((y) => document.elementFromPoint((left + right) / 2, y))
        return bottom - top < 150 && ends.some((hit) => !(element.closest('label') ?? element).contains(hit))
      })
      if (lost) {
        cut.push((await control.getAttribute('aria-label')) ?? (await control.textContent()) ?? '')
      }
    }
  }
  return cut
}

/** What share of the window the scrolling part of a dialog has. */
const scrolling = (dialog: Locator, height: number) =>
  dialog.evaluate((element, all) => {
    const within = [...element.querySelectorAll('*')].filter(
      (each) => /auto|scroll/.test(getComputedStyle(each).overflowY) && each.scrollHeight > each.clientHeight,
    )
    return Math.max(0, ...within.map((each) => each.clientHeight)) / all
  }, height)

test('on a low window the head and the buttons of a dialog scroll with what they belong to', async ({
  page,
}) => {
  await edit(page, newProfileXml('EntraID'))
  for (const size of windows) {
    await page.setViewportSize(size)
    await page.getByRole('button', { name: 'Export…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Export' })
    await expect(dialog.getByRole('button', { name: 'Download', exact: true })).toBeAttached()
    expect(await scrolling(dialog, size.height)).toBeGreaterThan(0.85)
    expect(await cutInside(dialog)).toEqual([])
    if (size.width === 320) {
      await expectCleanIn(page, 'narrow', 'low-export')
    }
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'XML, issues and login window' }).click()
    const sheet = page.getByRole('dialog')
    await expect(sheet.getByRole('region', { name: 'XML of the profile' })).toBeVisible()
    expect(await scrolling(sheet, size.height)).toBeGreaterThan(0.95)
    await page.keyboard.press('Escape')
  }
})

test('on a low window a new configuration is made with every field in view', async ({ page }) => {
  await page.setViewportSize(windows[0])
  await home(page)
  await page.keyboard.press('n')
  const dialog = page.getByRole('dialog', { name: 'New configuration' })
  await expect(dialog.getByRole('textbox').first()).toBeFocused()
  await expect(dialog.getByRole('textbox').first()).toBeInViewport({ ratio: 1 })
  expect(await scrolling(dialog, windows[0].height)).toBeGreaterThan(0.85)
  expect(await cutInside(dialog)).toEqual([])
})

test('the number of issues lies over nothing in the bar, however many they are', async ({ page }) => {
  const misspelt = Array.from({ length: 150 }, (_, at) => `<key>OIDCClientlD${at}</key><true/>`).join('')
  await edit(
    page,
    newProfileXml('EntraID').replace('<key>OIDCProvider</key>', `${misspelt}<key>OIDCProvider</key>`),
  )
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 640 })
    const button = page.getByRole('banner').getByRole('button', { name: 'XML, issues and login window' })
    const count = await button.getByText('99+').boundingBox()
    const icon = await button.locator('svg').boundingBox()
    const whole = await button.boundingBox()
    expect(count?.x).toBeGreaterThanOrEqual((icon?.x ?? 0) + (icon?.width ?? 0))
    expect((count?.x ?? 0) + (count?.width ?? 0)).toBeLessThanOrEqual((whole?.x ?? 0) + (whole?.width ?? 0))
  }
})
