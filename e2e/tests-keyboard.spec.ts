import type { Locator, Page } from '@playwright/test'
import { save, settingsOf, stored } from './app'
import { demoProfile, expect, openTests, result, test } from './tests-app'

test.use({ attempts: 2 })

/** Presses Tab until the element has the focus. */
async function tabTo(page: Page, wanted: Locator, key = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    if (await wanted.evaluate((element) => element === document.activeElement).catch(() => false)) {
      return
    }
    await page.keyboard.press(key)
  }
  throw new Error(`Not reached with ${key}: ${wanted}`)
}

test('a password is checked, and the success code added, without a mouse', async ({ page, world }) => {
  const id = await openTests(page, demoProfile(world, 'Second factor not listed'))
  await tabTo(page, page.getByRole('radio', { name: 'Discovery' }))
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('radio', { name: 'Password check (ROPG)' })).toBeChecked()
  await tabTo(page, page.getByRole('textbox', { name: 'User name' }))
  await page.keyboard.type('mia@acme.example')
  await page.keyboard.press('Tab')
  await page.keyboard.type('golden-goal')
  await page.keyboard.press('Enter')
  await expect(result(page)).toContainText('would call it wrong')
  await expect(page.getByLabel('Password', { exact: true })).toBeFocused()
  const add = page.getByRole('region', { name: 'Result' }).getByRole('button')
  await tabTo(page, add)
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByLabel('Password', { exact: true }), 'Shift+Tab')
  await page.keyboard.type('golden-goal')
  await page.keyboard.press('Enter')
  await expect(result(page)).toHaveText('Passed: The password is right')
  await save(page)
  const { content } = await stored(page, id)
  expect(settingsOf(content, 'com.jamf.connect.login')).toMatchObject({ ROPGSuccessCodes: ['AADSTS50076'] })
})
