import { expect, home, newProfileXml, store, test, unique } from './app'

test('Cancel ends the tagging of several after the one that is under way', async ({ page }) => {
  const names = [unique('Slow'), unique('Slow'), unique('Slow')]
  for (const name of names) {
    await store(page, name, newProfileXml('EntraID'))
  }
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route('**/api/configurations/*', async (route) => {
    if (route.request().method() === 'PATCH') {
      await held
    }
    await route.continue()
  })
  await home(page)
  for (const name of names) {
    await page.getByRole('checkbox', { name: `Select ${name}` }).check()
  }
  await page.getByRole('button', { name: 'Add tags…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Add tags to 3 configurations' })
  await dialog.getByRole('textbox', { name: 'Tags' }).fill('interrupted')
  const asked = page.waitForRequest((request) => request.method() === 'PATCH')
  await dialog.getByRole('button', { name: 'Add tags' }).click()
  await asked
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  release()
  await expect(page.getByRole('status').getByText('Tags are changed in 1 of 3 configurations.')).toBeVisible()
  await expect(page.getByRole('row').filter({ hasText: 'interrupted' })).toHaveCount(1)
})
