import type { Page } from '@playwright/test'
import { expect, home, newProfileXml, opened, store, storedNames, test, unique } from './app'

const FILES = 8
/** The file that is under way when somebody ends the import. */
const HELD = 3

/** Opens the dialog with files of a name that no other test uses; `held` is over when the file under way may be stored. */
async function pickMany(page: Page, held: Promise<void>) {
  const name = unique('Many')
  let asked = 0
  await page.route('**/api/configurations', async (route) => {
    if (route.request().method() === 'POST' && ++asked === HELD) {
      await held
    }
    await route.continue()
  })
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Import profiles' })
  await dialog.getByLabel('Profiles to import').setInputFiles(
    Array.from({ length: FILES }, (_, at) => ({
      name: `many-${at}.mobileconfig`,
      mimeType: 'application/octet-stream',
      buffer: Buffer.from(newProfileXml('EntraID', `${name} ${at}`)),
    })),
  )
  const button = dialog.getByRole('button', { name: `Import ${FILES} configurations` })
  await expect(button).toBeEnabled()
  return { name, dialog, button }
}

const storedOf = async (page: Page, name: string) =>
  (await storedNames(page)).filter((each) => each.startsWith(`${name} `)).length
const notice = (page: Page, text: RegExp | string) =>
  page.getByRole('status').locator('div', { hasText: text })

for (const [way, close] of [
  ['Cancel', (page: Page) => page.getByRole('button', { name: 'Cancel' }).click()],
  ['Escape', (page: Page) => page.keyboard.press('Escape')],
  ['Close', (page: Page) => page.getByRole('button', { name: 'Close', exact: true }).click()],
] as const) {
  test(`${way} ends an import after the file that is under way, says what is stored, and Undo takes that back`, async ({
    page,
  }) => {
    await home(page)
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    const { name, dialog, button } = await pickMany(page, held)
    await button.click()
    await expect(dialog.getByRole('button', { name: `Importing ${HELD} of ${FILES}…` })).toBeVisible()
    await close(page)
    await expect(dialog).toHaveCount(0)
    release()
    const said = notice(page, `${HELD} configurations imported, ${FILES - HELD} left.`)
    await expect(said).toBeVisible()
    // Time in which the others would have been stored.
    await page.waitForTimeout(600)
    expect(await storedOf(page, name)).toBe(HELD)
    await expect(page).toHaveURL(/\/$/)
    await said.getByRole('button', { name: 'Undo' }).click()
    await expect(notice(page, `${HELD} imported configurations moved to Deleted.`)).toBeVisible()
    expect(await storedOf(page, name)).toBe(0)
  })
}

test('an import of several files ends with the list, and with how many there are', async ({ page }) => {
  const before = unique('Open before')
  const { id } = await store(page, before, newProfileXml('EntraID'))
  await page.goto(`/configurations/${id}`)
  await opened(page, before)
  const { name, dialog, button } = await pickMany(page, Promise.resolve())
  await button.click()
  await expect(notice(page, `${FILES} configurations imported.`)).toBeVisible()
  await expect(dialog).toHaveCount(0)
  await expect(page).toHaveURL(/\/$/)
  await expect(page.getByRole('table', { name: 'Configurations' })).toContainText(`${name} 0`)
  expect(await storedOf(page, name)).toBe(FILES)
})
