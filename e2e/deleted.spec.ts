import { expect, newProfileXml, store, storedNames, test, unique } from './app'
import { expectClean } from './axe'

test('a deleted configuration comes back from its page, or goes for good once that is confirmed by name', async ({
  page,
}) => {
  const [back, gone] = [unique('Back'), unique('Gone')]
  for (const name of [back, gone]) {
    const { id } = await store(page, name, newProfileXml('EntraID'))
    expect((await page.request.delete(`/api/configurations/${id}`)).status()).toBe(204)
  }
  const row = (name: string) => page.getByRole('main').getByRole('listitem').filter({ hasText: name })
  await page.goto('/')
  await page.getByRole('link', { name: 'Deleted', exact: true }).click()
  await expect(page).toHaveURL(/\/deleted$/)
  await expect(page.getByRole('main')).toContainText('stays here for 30 days')
  await expectClean(page, 'deleted')
  await page.getByRole('button', { name: `Restore ${back}` }).click()
  await expect(row(back)).toHaveCount(0)
  expect(await storedNames(page)).toContain(back)
  await page.getByRole('button', { name: `Delete for good… ${gone}` }).click()
  const dialog = page.getByRole('dialog', { name: `Delete “${gone}” for good?` })
  await expect(dialog.getByRole('button', { name: 'Keep it' })).toBeFocused()
  await expectClean(page, 'delete-for-good')
  await page.keyboard.press('Enter')
  await expect(row(gone)).toBeVisible()
  await page.getByRole('button', { name: `Delete for good… ${gone}` }).click()
  await dialog.getByRole('button', { name: 'Delete for good' }).click()
  await expect(row(gone)).toHaveCount(0)
})
