import type { Page } from '@playwright/test'
import {
  bytesOf,
  downloadOf,
  edit,
  expect,
  field,
  home,
  newProfileXml,
  openTab,
  settingsOf,
  tabTo,
  test,
  unique,
} from './app'

const focused = (page: Page) => page.locator(':focus')

test('a configuration is made, edited, saved and exported without a mouse', async ({ page }) => {
  const name = unique('Keys')
  await home(page)
  await page.keyboard.press('Tab')
  await expect(focused(page)).toHaveText('Skip to the content')
  await expect(focused(page)).toBeInViewport()
  await page.keyboard.press('Enter')
  const make = page.getByRole('button', { name: 'New configuration' })
  await tabTo(page, make)
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'New configuration' })
  await tabTo(page, dialog.getByRole('radio').first())
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowDown')
  await tabTo(page, dialog.getByRole('textbox', { name: 'Name' }))
  await page.keyboard.type(name)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  await tabTo(page, field(page, 'OIDC Client ID'))
  await page.keyboard.type('typed')
  await tabTo(page, page.getByRole('tab', { name: 'Identity Provider' }), 'Shift+Tab')
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('tab', { name: 'Login', exact: true })).toBeFocused()
  const group = page
    .locator('[data-field]')
    .filter({ hasText: 'OIDCUsePassthroughAuth' })
    .getByRole('radiogroup')
  await tabTo(page, group.getByRole('radio', { name: 'Not configured' }))
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Control+s')
  await expect(page.getByText(/^Saved · version 2$/)).toBeVisible()
  await page.keyboard.press('Control+e')
  const exporting = page.getByRole('dialog', { name: 'Export' })
  await tabTo(page, exporting.getByRole('button', { name: 'Download', exact: true }))
  const bytes = await bytesOf(await downloadOf(page, () => page.keyboard.press('Enter')))
  expect(settingsOf(bytes, 'com.jamf.connect.login')).toMatchObject({
    OIDCProvider: 'EntraID',
    OIDCClientID: 'typed',
    OIDCUsePassthroughAuth: true,
  })
})

test('a dialog opens at its first field, at the one that is chosen among radio buttons', async ({ page }) => {
  await edit(page, newProfileXml('EntraID'))
  await page.keyboard.press('Control+e')
  const exporting = page.getByRole('dialog', { name: 'Export' })
  await expect(exporting.getByRole('textbox').first()).toBeFocused()
  await page.keyboard.press('Escape')
  await page.keyboard.press('?')
  const shortcuts = page.getByRole('dialog', { name: 'Shortcuts' })
  await expect(shortcuts.getByRole('radio', { checked: true })).toBeFocused()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'New', exact: true }).click()
  const creating = page.getByRole('dialog', { name: 'New configuration' })
  await expect(creating.getByRole('textbox', { name: 'Name' })).toBeFocused()
})

test('a dialog gives the focus back to what opened it, however it is closed', async ({ page }) => {
  await edit(page, newProfileXml('EntraID'))
  for (const [opener, title] of [
    [page.getByRole('button', { name: 'Export…' }), 'Export'],
    [page.getByRole('button', { name: 'New', exact: true }), 'New configuration'],
    [page.getByRole('button', { name: 'Import', exact: true }), 'Import profiles'],
  ] as const) {
    const dialog = page.getByRole('dialog', { name: title })
    for (const close of [
      () => page.keyboard.press('Escape'),
      () => dialog.getByRole('button', { name: 'Close', exact: true }).first().click(),
    ]) {
      await opener.focus()
      await page.keyboard.press('Enter')
      await expect(dialog).toBeVisible()
      await close()
      await expect(dialog).toHaveCount(0)
      await expect(opener).toBeFocused()
    }
  }
})

test('the focus is visible on everything that can have it', async ({ page }) => {
  await edit(page, newProfileXml('Custom'))
  const bare: string[] = []
  for (const tab of ['Identity Provider', 'Login', 'Connect', 'More']) {
    await openTab(page, tab)
    bare.push(...(await withoutVisibleFocus(page)))
  }
  await page.getByRole('tab', { name: /^Issues/ }).click()
  bare.push(...(await withoutVisibleFocus(page)))
  await page.getByRole('button', { name: 'Export…' }).click()
  bare.push(...(await withoutVisibleFocus(page)))
  expect(bare).toEqual([])
})

/** Elements that look the same with and without the focus that the keyboard gives. */
async function withoutVisibleFocus(page: Page): Promise<string[]> {
  await page.keyboard.press('Shift')
  return page.evaluate(() => {
    const scope = document.querySelector('dialog[open]') ?? document.body
    const look = (element: Element) => {
      // What shows the focus may be the element or something around it.
      const chain: string[] = []
      for (let at: Element | null = element, depth = 0; at && depth < 3; at = at.parentElement, depth++) {
        const style = getComputedStyle(at)
        chain.push(
          style.outlineStyle === 'none'
            ? 'none'
            : `${style.outlineStyle} ${style.outlineWidth} ${style.outlineColor}`,
        )
      }
      return chain.join(' | ')
    }
    const all = scope.querySelectorAll<HTMLElement>(
      'a[href], button:not(:disabled), input, select, textarea, summary, [tabindex="0"]:not([role=tablist])',
    )
    return [...all]
      .filter(
        (element) =>
          element.tabIndex >= 0 && element.checkVisibility() && element.getClientRects().length > 0,
      )
      .flatMap((element) => {
        ;(document.activeElement as HTMLElement | null)?.blur()
        const before = look(element)
        element.focus({ focusVisible: true, preventScroll: true } as FocusOptions)
        const after = look(element)
        return document.activeElement === element && before === after
          ? [`${element.tagName} ${element.getAttribute('aria-label') ?? element.textContent ?? element.id}`]
          : []
      })
  })
}

test('removing and moving rows of a list keeps the focus in the list', async ({ page }) => {
  await edit(page, newProfileXml('EntraID'))
  await openTab(page, 'Login')
  const list = page
    .locator('[data-field]')
    .filter({ hasText: 'Admin Roles' })
    .filter({ hasText: 'OIDCAdmin' })
    .first()
  await list.getByRole('button', { name: /^Add / }).first().press('Enter')
  await page.keyboard.type('one')
  await page.keyboard.press('Enter')
  await page.keyboard.type('two')
  const inside = () => list.evaluate((element) => element.contains(document.activeElement))
  await list.getByRole('button', { name: /^Move .* 2 up$/ }).press('Enter')
  expect(await inside()).toBe(true)
  await list.getByRole('button', { name: /^Remove .* 2$/ }).press('Enter')
  await expect(list.getByRole('textbox')).toHaveCount(1)
  expect(await inside()).toBe(true)
  await list.getByRole('button', { name: /^Remove .* 1$/ }).press('Enter')
  await expect(list.getByRole('textbox')).toHaveCount(0)
  expect(await inside()).toBe(true)
})

test('the palette shows no keys that are switched off', async ({ page }) => {
  await page.goto('/')
  const opened = async () => {
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: 'Find configurations, keys and commands' }).fill('shortcuts')
    return page.getByRole('option', { name: /shortcuts/i }).first()
  }
  await expect(await opened()).toContainText('?')
  await page.evaluate(() => localStorage.setItem('latchkey-single-keys', 'off'))
  await page.reload()
  await expect(await opened()).not.toContainText('?')
})
