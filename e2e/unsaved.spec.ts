import type { Page } from '@playwright/test'
import {
  edit,
  expect,
  exported,
  field,
  newProfileXml,
  opened,
  openXmlView,
  questions,
  save,
  settingsOf,
  stored,
  test,
  unique,
  watch,
} from './app'

const login = 'com.jamf.connect.login'
const status = (page: Page, text: RegExp) => page.getByRole('status').filter({ hasText: text })
const draftKept = (page: Page) =>
  page.waitForResponse(
    (response) => response.url().includes('/drafts/') && response.request().method() === 'PUT',
  )

test('a reload right after the last key press keeps the changes, and they can be undone', async ({
  page,
}) => {
  await edit(page, newProfileXml('EntraID'))
  await field(page, 'OIDC Client ID').pressSequentially('one')
  await page.reload()
  await expect(field(page, 'OIDC Client ID')).toHaveValue('one')
  await expect(status(page, /^Unsaved changes · version 1$/)).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(field(page, 'OIDC Client ID')).toHaveValue('')
  await expect(status(page, /^Saved · version 1$/)).toBeVisible()
})

test('a reload right after typing in the XML keeps the last character, broken or not', async ({ page }) => {
  await edit(page, newProfileXml('EntraID'))
  const editor = await openXmlView(page)
  await editor.press('Control+Home')
  await editor.press('ArrowDown')
  await page.keyboard.type('<!-- noted')
  await page.reload()
  // The address leads to where the text was typed.
  await expect(page.getByRole('main').getByRole('alert')).toContainText('A comment opens here')
  await expect(editor).toContainText('<!-- noted')
  await expect(status(page, /^Unsaved changes/)).toBeVisible()
})

test('leaving for another page and coming back keeps the changes', async ({ page }) => {
  const name = unique('Leaving')
  await edit(page, newProfileXml('EntraID'), name)
  await field(page, 'OIDC Client ID').fill('kept')
  await page.getByRole('link', { name: 'Latchkey' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Configurations' })).toBeVisible()
  await page.getByRole('navigation', { name: 'Configurations' }).getByRole('link', { name }).click()
  await expect(field(page, 'OIDC Client ID')).toHaveValue('kept')
})

test('changes of an earlier visit are gone for good after Reset', async ({ page }) => {
  const id = await edit(page, newProfileXml('EntraID'))
  const kept = draftKept(page)
  await field(page, 'OIDC Client ID').fill('earlier')
  await kept
  await page.reload()
  await expect(field(page, 'OIDC Client ID')).toHaveValue('earlier')
  await page.getByRole('button', { name: 'Reset' }).click()
  await expect.poll(async () => (await stored(page, id)).draft).toBeNull()
  await page.reload()
  await expect(field(page, 'OIDC Client ID')).toHaveValue('')
})

test('after a save no draft is left, and broken XML that was not saved stays', async ({ page }) => {
  const id = await edit(page, newProfileXml('EntraID'))
  await field(page, 'OIDC Client ID').fill('saved')
  await save(page)
  await expect.poll(async () => (await stored(page, id)).draft).toBeNull()
  await field(page, 'OIDC Client ID').fill('saved again')
  const editor = await openXmlView(page)
  await editor.press('Control+End')
  await page.keyboard.type('<broken')
  await expect(page.getByRole('alert').filter({ hasText: 'column' })).toBeVisible()
  await page.keyboard.press('Control+s')
  await expect.poll(async () => (await stored(page, id)).version).toBe(3)
  await expect.poll(async () => (await stored(page, id)).draft).toContain('<broken')
  await page.reload()
  await expect(page.getByRole('alert').filter({ hasText: 'column' })).toBeVisible()
  await page.getByRole('button', { name: 'Form', exact: true }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'cannot be read' })).toBeVisible()
  await expect(field(page, 'OIDC Client ID')).toHaveValue('saved again')
})

test('what is typed while a save is under way is kept as a change of the version saved', async ({ page }) => {
  const id = await edit(page, newProfileXml('EntraID'))
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route(`**/api/configurations/${id}/contents`, async (route) => {
    if (route.request().method() === 'PUT') {
      await held
    }
    await route.continue()
  })
  await field(page, 'OIDC Client ID').fill('first')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await field(page, 'OIDC Client ID').fill('second')
  release()
  await expect(status(page, /^Unsaved changes · version 2$/)).toBeVisible()
  await expect.poll(async () => (await stored(page, id)).draft).toContain('second')
  await page.reload()
  await expect(field(page, 'OIDC Client ID')).toHaveValue('second')
  await save(page)
  expect(await stored(page, id)).toMatchObject({ version: 3, draft: null })
})

test('the save shortcut pressed twice saves once', async ({ page }) => {
  const id = await edit(page, newProfileXml('EntraID'))
  await field(page, 'OIDC Client ID').fill('once')
  await page.keyboard.press('Control+s')
  await page.keyboard.press('Control+s')
  await expect(status(page, /^Saved · version 2$/)).toBeVisible()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  expect((await stored(page, id)).version).toBe(2)
})

test('a server that does not answer while saving is told, and nothing is lost', async ({
  page,
  troubles,
}) => {
  troubles.expected.push(/ERR_FAILED/)
  const id = await edit(page, newProfileXml('EntraID'))
  await page.route(`**/api/configurations/${id}/contents`, (route) => route.abort(), { times: 1 })
  await field(page, 'OIDC Client ID').fill('not lost')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Not saved. Latchkey did not answer; try again.')).toBeVisible()
  await expect(status(page, /^Unsaved changes · version 1$/)).toBeVisible()
  await expect(field(page, 'OIDC Client ID')).toHaveValue('not lost')
  await save(page)
  expect(settingsOf((await stored(page, id)).content, login)).toMatchObject({ OIDCClientID: 'not lost' })
})

test('a profile too long to be sent while the page goes away holds the page until it is kept', async ({
  page,
}) => {
  const asked = questions(page, 'leave')
  const long = `<!-- ${'long '.repeat(20_000)} --></plist>`
  await edit(page, newProfileXml('EntraID').replace('</plist>', long))
  await field(page, 'OIDC Client ID').pressSequentially('kept')
  await page.reload()
  await expect(field(page, 'OIDC Client ID')).toHaveValue('kept')
  expect(asked).toEqual(['beforeunload'])
})

async function twoWindows(page: Page, origin: string, troubles: Parameters<typeof watch>[2]) {
  troubles.expected.push(/412/)
  const name = unique('Shared')
  const id = await edit(page, newProfileXml('EntraID'), name)
  const other = await page.context().newPage()
  watch(other, origin, troubles)
  await other.goto(`/configurations/${id}`)
  await opened(other, name)
  await field(other, 'OIDC Client ID').fill('theirs')
  await save(other)
  await other.close()
  await field(page, 'OIDC Client ID').fill('mine')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Version 2 was saved while you were editing' })
  const clash = dialog.getByRole('listitem').filter({ hasText: 'OIDCClientID' })
  await expect(clash.getByRole('definition')).toHaveText(['Not configured', 'theirs', 'mine'])
  return { id, dialog }
}

const clientOf = async (page: Page, id: string) =>
  settingsOf((await stored(page, id)).content, login).OIDCClientID

test('a stale save is refused with all versions shown, and asks which value of a key counts before it saves', async ({
  page,
  baseURL,
  troubles,
}) => {
  const { id, dialog } = await twoWindows(page, String(baseURL), troubles)
  expect(await clientOf(page, id)).toBe('theirs')
  const both = dialog.getByRole('button', { name: 'Save both as version 3' })
  await expect(both).toBeDisabled()
  await dialog.getByText('Take yours').click()
  await both.click()
  await expect(status(page, /^Saved · version 3$/)).toBeVisible()
  await expect(dialog).toHaveCount(0)
  expect(await clientOf(page, id)).toBe('mine')
})

test('a stale save keeps what both changed where nobody changed the same', async ({
  page,
  baseURL,
  troubles,
}) => {
  troubles.expected.push(/412/)
  const name = unique('Together')
  const id = await edit(page, newProfileXml('EntraID'), name)
  const other = await page.context().newPage()
  watch(other, String(baseURL), troubles)
  await other.goto(`/configurations/${id}`)
  await opened(other, name)
  await field(other, 'OIDC Client ID').fill('theirs')
  await save(other)
  await field(page, 'Client Secret').fill('mine')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Version 2 was saved while you were editing' })
  await expect(dialog).toContainText('Nobody changed what the other changed.')
  await expect(dialog.getByRole('listitem').filter({ hasText: 'OIDCClientSecret' })).not.toContainText('mine')
  await dialog.getByRole('button', { name: 'Save both as version 3' }).click()
  await expect(status(page, /^Saved · version 3$/)).toBeVisible()
  expect(settingsOf((await stored(page, id)).content, login)).toMatchObject({
    OIDCClientID: 'theirs',
    OIDCClientSecret: 'mine',
  })
  await expect(field(page, 'OIDC Client ID')).toHaveValue('theirs')
  await page.getByRole('link', { name: 'version 3' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'History' })).toBeVisible()
})

test('a stale save can give way to the newer version, with an undo', async ({ page, baseURL, troubles }) => {
  const { id, dialog } = await twoWindows(page, String(baseURL), troubles)
  await dialog.getByRole('button', { name: 'Take version 2' }).click()
  await expect(status(page, /^Saved · version 2$/)).toBeVisible()
  await expect(field(page, 'OIDC Client ID')).toHaveValue('theirs')
  await page.keyboard.press('Control+z')
  await expect(field(page, 'OIDC Client ID')).toHaveValue('mine')
  await save(page)
  expect(await clientOf(page, id)).toBe('mine')
})

test('after a stale save editing can go on, and the next save asks again', async ({
  page,
  baseURL,
  troubles,
}) => {
  const { id, dialog } = await twoWindows(page, String(baseURL), troubles)
  await dialog.getByRole('button', { name: 'Keep editing' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(field(page, 'OIDC Client ID')).toHaveValue('mine')
  await page.reload()
  await expect(field(page, 'OIDC Client ID')).toHaveValue('mine')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(dialog).toBeVisible()
  expect(await clientOf(page, id)).toBe('theirs')
})

test('a configuration that was deleted elsewhere says so on saving and keeps what was edited', async ({
  page,
  troubles,
}) => {
  troubles.expected.push(/404/)
  const id = await edit(page, newProfileXml('EntraID'))
  await page.request.delete(`/api/configurations/${id}`)
  await field(page, 'OIDC Client ID').fill('still here')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText(/^Not saved\. /)).toBeVisible()
  await expect(field(page, 'OIDC Client ID')).toHaveValue('still here')
  expect(settingsOf(await exported(page), login)).toMatchObject({ OIDCClientID: 'still here' })
})

test('scopes that are typed but not finished are saved with the shortcut', async ({ page }) => {
  const id = await edit(page, newProfileXml('Custom'))
  await field(page, 'OpenID Connect Scopes').pressSequentially('openid profile')
  await page.keyboard.press('Control+s')
  await expect(status(page, /^Saved · version 2$/)).toBeVisible()
  expect(settingsOf((await stored(page, id)).content, login)).toMatchObject({ OIDCScopes: 'openid+profile' })
})

test('the marks of what is open are those of its issues, also before it is saved', async ({ page }) => {
  const name = unique('Marked')
  await edit(page, newProfileXml('EntraID'), name)
  const entry = page
    .getByRole('navigation', { name: 'Configurations' })
    .getByRole('listitem')
    .filter({ hasText: name })
  const count = page.getByRole('tab', { name: /^Issues/ })
  await expect(count).toContainText('2 errors')
  await expect(entry).toContainText('2 errors')
  await field(page, 'OIDC Client ID').fill('2f4c1a9e-83d7-4b05-9e6a-71c0d5b8f342')
  await expect(count).toContainText(/^Issues \d+1 error,/)
  await expect(entry).toContainText('1 error')
  await expect(entry).not.toContainText('2 errors')
  await page.getByRole('link', { name: 'Key reference' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Key reference' })).toBeVisible()
  // Elsewhere the list says what is saved.
  await expect(entry).not.toContainText(/\b1 error\b/)
})
