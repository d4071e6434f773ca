import { expect, home, newProfileXml, store, storedNames, test, unique } from './app'
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

test('a notice about a configuration ends when it is brought back or removed elsewhere in the page', async ({
  page,
}) => {
  const name = unique('Told')
  await store(page, name, newProfileXml('EntraID'))
  await home(page)
  const remove = async () => {
    await page.getByRole('button', { name: `Actions for ${name}` }).click()
    await page.getByRole('menuitem', { name: 'Delete' }).click()
  }
  const said = (what: string) => page.getByRole('status').getByText(`“${name}” is ${what}`)
  await remove()
  await expect(said('deleted.')).toBeVisible()
  await page.getByRole('link', { name: 'Deleted', exact: true }).click()
  await page.getByRole('button', { name: `Restore ${name}` }).click()
  await expect(said('back among the configurations.')).toBeVisible()
  await expect(said('deleted.')).toHaveCount(0)
  await remove()
  await expect(said('deleted.')).toBeVisible()
  await expect(said('back among')).toHaveCount(0)
  await page.reload()
  await page.getByRole('button', { name: `Delete for good… ${name}` }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Delete for good' }).click()
  await expect(said('deleted for good.')).toBeVisible()
})
