import type { Page } from '@playwright/test'
import {
  edit,
  expect,
  exported,
  field,
  issueList,
  newProfileXml,
  openForm,
  openXmlView,
  questions,
  row,
  save,
  settingsOf,
  stored,
} from './app'
import { expectClean } from './axe'
import { test } from './own-server'

const login = 'com.jamf.connect.login'
const banner = (page: Page) => page.getByRole('alert').filter({ hasText: 'Latchkey does not answer.' })

/** Waits until everything that the editor needs has come: nothing is asked of the server but whether it is there. */
async function rested(page: Page): Promise<void> {
  let last = Date.now()
  page.on('request', (request) => {
    last = request.url().endsWith('/api/health') ? last : Date.now()
  })
  await expect.poll(() => Date.now() - last, { timeout: 30_000 }).toBeGreaterThan(4_000)
}

test.beforeEach(({ troubles }) => {
  troubles.expected.push(/net::ERR_(CONNECTION|EMPTY|INCOMPLETE|FAILED)/)
})

for (const signal of ['SIGKILL', 'SIGTERM'] as const) {
  test(`a server that ends with ${signal} in mid-edit takes nothing away, and has everything when it is back`, async ({
    page,
    server,
  }) => {
    test.slow()
    const id = await edit(page, newProfileXml('EntraID'))
    await field(page, 'OIDC Client ID').pressSequentially('while it ran')
    await rested(page)
    await server.stop(signal)
    await expect(banner(page)).toBeVisible({ timeout: 5_000 })
    await field(page, 'OIDC Client ID').pressSequentially(' and after')
    await expect(banner(page)).toContainText('What you typed last is in this window only')

    // Parts that nobody has opened so far.
    await expect(page.getByRole('region', { name: 'XML of the profile' })).toContainText('and after')
    expect(await (await issueList(page)).count()).toBeGreaterThan(0)
    await page.getByRole('tab', { name: 'Login window' }).click()
    await expect(page.getByRole('tabpanel', { name: 'Login window' })).not.toBeEmpty()
    await page.getByRole('button', { name: 'Help for OIDC Client ID' }).click()
    await expect(row(page, 'OIDC Client ID')).toContainText(login)
    const editor = await openXmlView(page)
    await expect(editor).toContainText('while it ran and after')
    await openForm(page)
    expect(settingsOf(await exported(page), login).OIDCClientID).toBe('while it ran and after')
    await page.getByRole('button', { name: 'Undo', exact: true }).click()
    await expect(field(page, 'OIDC Client ID')).toHaveValue('while it ran')
    await page.getByRole('button', { name: 'Redo' }).click()
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(page.getByText('Not saved. Latchkey does not answer.')).toBeVisible()

    await server.start()
    await expect(banner(page)).toHaveCount(0)
    await expect(page.getByText('Not saved. Latchkey does not answer.')).toHaveCount(0)
    await expect(page.getByText('Not saved. Latchkey did not answer; try again.')).toBeVisible()
    await expect.poll(async () => (await stored(page, id)).draft).toContain('while it ran and after')
    await page.reload()
    await expect(field(page, 'OIDC Client ID')).toHaveValue('while it ran and after')
    await save(page)
    expect(settingsOf((await stored(page, id)).content, login).OIDCClientID).toBe('while it ran and after')
  })
}

test('while the server is away no link and no closing replaces the page that holds unsaved text', async ({
  page,
  server,
}) => {
  const asked = questions(page, 'stay')
  await edit(page, newProfileXml('OneLogin'))
  await server.stop('SIGKILL')
  await field(page, 'OIDC Client ID').pressSequentially('here')
  // At once, before anything can have noticed that the server is away.
  await page.getByRole('link', { name: 'Key reference' }).click()
  await expect(page.getByText('other pages cannot be opened now')).toBeVisible()
  await expect(banner(page)).toBeVisible({ timeout: 5_000 })
  await expectClean(page, 'outage')
  await page.evaluate(() => location.assign('/reference'))
  await expect(field(page, 'OIDC Client ID')).toHaveValue('here')
  await page.close({ runBeforeUnload: true })
  await expect.poll(() => asked).toEqual(['beforeunload'])
  await expect(field(page, 'OIDC Client ID')).toHaveValue('here')
  await server.start()
  await expect(page.getByText('other pages cannot be opened now')).toHaveCount(0, { timeout: 15_000 })
  await expect(banner(page)).toHaveCount(0)
})

test('a page with unsaved changes asks before it is loaded anew from a server that is away', async ({
  page,
  server,
}) => {
  const asked = questions(page, 'stay')
  const id = await edit(page, newProfileXml('OneLogin'))
  await field(page, 'OIDC Client ID').pressSequentially('kept')
  await expect.poll(async () => (await stored(page, id)).draft).toContain('kept')
  await server.stop('SIGKILL')
  await expect(banner(page)).toBeVisible({ timeout: 5_000 })
  await page.reload({ timeout: 3_000 }).catch(() => undefined)
  expect(asked).toEqual(['beforeunload'])
  await expect(field(page, 'OIDC Client ID')).toHaveValue('kept')
})

test('a part that cannot be loaded says so in its place, and comes when the server is back', async ({
  page,
  server,
}) => {
  await edit(page, newProfileXml('EntraID'))
  await server.stop('SIGKILL')
  await page.getByRole('tab', { name: 'Login window' }).click()
  await page.getByRole('group', { name: 'View' }).getByRole('button', { name: 'XML' }).click()
  await expect(page.getByText('This part of the page could not be loaded').first()).toBeVisible()
  await expectClean(page, 'part-missing')
  await server.start()
  await expect(page.getByRole('textbox', { name: 'XML of the profile' })).toBeVisible({ timeout: 15_000 })
  await expect(page.getByText('could not be loaded')).toHaveCount(0)
})

test('a dialog that cannot be loaded says so, takes the keys, and once closed does not come by itself', async ({
  page,
  server,
}) => {
  // Not loaded ahead either.
  await page.addInitScript(() => {
    window.requestIdleCallback = () => 0
  })
  await edit(page, newProfileXml('EntraID'))
  await server.stop('SIGKILL')
  await page.getByRole('button', { name: 'Export…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Export' })
  await expect(dialog.getByText('This part of the page could not be loaded')).toBeVisible()
  await expectClean(page, 'dialog-missing')
  await page.keyboard.press('d')
  await expect(dialog).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await server.start()
  await expect(banner(page)).toHaveCount(0, { timeout: 15_000 })
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.getByRole('button', { name: 'Export…' }).click()
  await expect(dialog.getByRole('button', { name: 'Download', exact: true })).toBeVisible()
})

test('an action that got no answer is told of only while there is none, also when nobody else has noticed', async ({
  page,
}) => {
  const id = await edit(page, newProfileXml('OneLogin'))
  await field(page, 'OIDC Client ID').fill('mine')
  await page.route(`**/api/configurations/${id}/contents`, (route) => route.abort(), { times: 1 })
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Not saved. Latchkey did not answer; try again.')).toBeVisible()
  await expect(page.getByText('Latchkey does not answer.')).toHaveCount(0)
  await save(page)
})
