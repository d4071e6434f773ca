import { join } from 'node:path'
import Database from 'libsql'
import { edit, expect, field, newProfileXml, row, save, settingsOf, store, stored, unique } from './app'
import { expectClean } from './axe'
import { hasSmallDisks, test } from './own-server'

const login = 'com.jamf.connect.login'

test('a full disk is told on the page, nothing typed is lost, and all is saved when there is room', async ({
  page,
  server,
  troubles,
}) => {
  test.skip(!hasSmallDisks(), 'No disk can be made here for the server alone.')
  troubles.expected.push(/50[37]/)
  await server.stop('SIGTERM')
  await server.start('4m')
  const id = await edit(page, newProfileXml('EntraID'))
  server.fillDisk()
  await field(page, 'OIDC Client ID').fill('typed when the disk was full')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText(/^Not saved\. The disk of the data folder of Latchkey is full/)).toBeVisible()
  await expect(field(page, 'OIDC Client ID')).toHaveValue('typed when the disk was full')
  await expectClean(page, 'disk-full')
  expect((await page.request.get('/api/health')).status()).toBe(503)
  expect((await stored(page, id)).version).toBe(1)
  const asked = new Promise<string>((resolve) => {
    page.once('dialog', async (dialog) => {
      resolve(dialog.type())
      await dialog.dismiss()
    })
  })
  await page.close({ runBeforeUnload: true })
  expect(await asked).toBe('beforeunload')
  server.freeDisk()
  await save(page)
  const { content, version } = await stored(page, id)
  expect(version).toBe(2)
  expect(settingsOf(content, login).OIDCClientID).toBe('typed when the disk was full')
  expect((await page.request.get('/api/health')).status()).toBe(200)
})

test('a damaged configuration is marked in the list, says so when it is opened, and stops no other', async ({
  page,
  server,
  troubles,
}) => {
  troubles.expected.push(/500/)
  const [broken, whole] = [unique('Broken'), unique('Whole')]
  const { id } = await store(page, broken, newProfileXml('Okta'))
  const db = new Database(join(server.folder, 'latchkey.db'))
  db.prepare("update versions set content = x'00' where configuration_id = ?").run(id)
  db.close()
  const other = await edit(page, newProfileXml('EntraID'), whole)
  const list = page.getByRole('navigation', { name: 'Configurations' })
  // A list waits a moment for what it tries to open; on a busy machine the next one has it.
  await expect(async () => {
    await page.reload()
    const damaged = list.getByRole('listitem').filter({ hasText: broken })
    await expect(damaged).toContainText('Damaged', { timeout: 3_000 })
  }).toPass()
  await expect(list.getByRole('listitem').filter({ hasText: whole })).not.toContainText('Damaged')
  await list.getByRole('link', { name: broken }).click()
  const alert = page.getByRole('alert').filter({ hasText: 'The configuration cannot be opened' })
  await expect(alert).toContainText(/Version 1 is damaged in the database; restore the data folder/)
  await expectClean(page, 'damaged')
  await list.getByRole('link', { name: whole }).click()
  await row(page, 'OIDC Client ID').getByRole('textbox').fill('goes on')
  await save(page)
  expect(settingsOf((await stored(page, other)).content, login).OIDCClientID).toBe('goes on')
})
