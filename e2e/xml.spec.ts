import type { Page } from '@playwright/test'
import {
  at,
  choose,
  edit,
  expect,
  exported,
  field,
  fixture,
  newProfileXml,
  openForm,
  openTab,
  openXmlView,
  row,
  save,
  settingsOf,
  stored,
  test,
} from './app'

const login = 'com.jamf.connect.login'
const alertOf = (page: Page) => page.getByRole('alert').filter({ hasText: /column|cannot be read/ })

/** Puts the cursor before a text in the XML view and types. */
async function typeBefore(page: Page, where: string, text: string): Promise<void> {
  await page.locator('.cm-line', { hasText: where }).first().click()
  await page.keyboard.press('Home')
  await page.keyboard.press('Home')
  await page.keyboard.insertText(text)
}

test('what is edited as XML shows in the form, and what is edited in the form in the XML', async ({
  page,
}) => {
  await edit(page, newProfileXml('EntraID'))
  await openXmlView(page)
  await typeBefore(page, 'OIDCProvider', '<key>OIDCClientID</key><string>from-xml</string>')
  await openForm(page)
  await expect(field(page, 'OIDC Client ID')).toHaveValue('from-xml')
  await field(page, 'OIDC Client ID').fill('from-form')
  const editor = await openXmlView(page)
  await expect(editor).toContainText('<string>from-form</string>')
  await save(page)
  expect(settingsOf(await exported(page), login)).toMatchObject({ OIDCClientID: 'from-form' })
})

test('XML that does not parse shows its place; the form keeps the last good one and the text survives', async ({
  page,
}) => {
  await edit(page, newProfileXml('EntraID'))
  await field(page, 'OIDC Client ID').fill('good')
  const editor = await openXmlView(page)
  await typeBefore(page, 'OIDCProvider', '<key>OIDCTenant</key><string>a & b</string>')
  const { line, column } = await page.locator('.cm-line', { hasText: 'OIDCTenant' }).evaluate((element) => {
    const before = [...(element.parentElement?.children ?? [])].indexOf(element)
    return { line: before + 1, column: (element.textContent ?? '').indexOf('& b') + 1 }
  })
  const place = alertOf(page).getByRole('button', { name: `Line ${line}, column ${column}` })
  await expect(place).toBeVisible()
  await place.click()
  await expect(editor).toBeFocused()
  await expect(page.getByRole('status').filter({ hasText: 'Unsaved changes' })).toBeVisible()
  await openForm(page)
  await expect(alertOf(page)).toContainText('The form shows the last XML that could')
  await expect(field(page, 'OIDC Client ID')).toHaveValue('good')
  await alertOf(page).getByRole('button', { name: 'Go to the XML' }).click()
  await expect(editor).toContainText('<key>OIDCTenant</key>')
  await alertOf(page)
    .getByRole('button', { name: /Write "&" as/ })
    .click()
  await expect(alertOf(page)).toHaveCount(0)
  await expect(editor).toContainText('<key>OIDCTenant</key><string>a &amp; b</string>')
  await expect(editor).toContainText('<string>good</string>')
})

test('broken XML is undone and redone as one step, and can be discarded', async ({ page }) => {
  await edit(page, newProfileXml('EntraID'))
  await field(page, 'OIDC Client ID').fill('good')
  const editor = await openXmlView(page)
  await typeBefore(page, 'OIDCProvider', '<broken>')
  await expect(alertOf(page)).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(alertOf(page)).toHaveCount(0)
  await expect(editor).not.toContainText('<broken>')
  await expect(editor).toContainText('<string>good</string>')
  await page.getByRole('button', { name: 'Redo' }).click()
  await openForm(page)
  await expect(alertOf(page)).toBeVisible()
  await alertOf(page).getByRole('button', { name: 'Discard that text' }).click()
  await expect(alertOf(page)).toHaveCount(0)
  await expect(field(page, 'OIDC Client ID')).toHaveValue('good')
})

test('the last character typed before the save shortcut is saved', async ({ page }) => {
  const id = await edit(page, newProfileXml('EntraID'))
  await openXmlView(page)
  await typeBefore(page, 'OIDCProvider', '<key>OIDCClientID</key><string>typed</string>')
  await page.keyboard.press('Control+s')
  await expect(page.getByText(/^Saved · version 2$/)).toBeVisible()
  expect(settingsOf((await stored(page, id)).content, login)).toMatchObject({ OIDCClientID: 'typed' })
})

test('what is typed while a save is under way stays in the XML', async ({ page }) => {
  const id = await edit(page, newProfileXml('EntraID'))
  await page.route(`**/api/configurations/${id}/contents`, async (route) => {
    if (route.request().method() === 'PUT') {
      await new Promise((resolve) => setTimeout(resolve, 700))
    }
    await route.continue()
  })
  const editor = await openXmlView(page)
  await typeBefore(page, 'OIDCProvider', '<!--')
  await page.keyboard.press('Control+s')
  await page.keyboard.type(' one two three four five six seven eight nine ten eleven twelve -->', {
    delay: 20,
  })
  await expect(editor).toContainText(
    '<!-- one two three four five six seven eight nine ten eleven twelve -->',
  )
})

test('changing one key in the form leaves comments, order and types of the file as they are', async ({
  page,
}) => {
  const text = Buffer.from(fixture('shapes/managed-preferences.mobileconfig')).toString()
  await edit(page, text)
  await openTab(page, 'Login')
  await choose(row(page, 'Create Admin Users'), 'On')
  expect(Buffer.from(await exported(page)).toString()).toBe(text.replace('<false/>', '<true/>'))
})

test('a hundred steps are undone and redone, by keyboard and by button', async ({ page }) => {
  await edit(page, newProfileXml('EntraID'))
  await openTab(page, 'Login')
  const [one, two] = [row(page, 'Create Admin Users'), row(page, 'Require Network Authentication')]
  await choose(one, 'On')
  await choose(two, 'On')
  await page.locator('#tab-panel').evaluate((panel) => {
    for (let step = 1; step < 51; step++) {
      for (const title of ['CreateAdminUser', 'DenyLocal']) {
        const states = panel.querySelectorAll<HTMLElement>(`[data-field$="/${title}"] [role=radio]`)
        states[step % 2 ? 2 : 1]?.click()
      }
    }
  })
  const undo = page.getByRole('button', { name: 'Undo', exact: true })
  for (let step = 0; step < 10; step++) {
    await page.keyboard.press('Control+z')
  }
  await undo.evaluate((button: HTMLButtonElement) => {
    for (let step = 0; step < 89; step++) {
      button.click()
    }
  })
  await undo.click()
  await expect(undo).toBeDisabled()
  await expect(one.getByRole('radio', { name: 'On', exact: true })).toBeChecked()
  const redo = page.getByRole('button', { name: 'Redo', exact: true })
  for (let step = 0; step < 10; step++) {
    await page.keyboard.press(step % 2 ? 'Control+Shift+z' : 'Control+y')
  }
  await redo.evaluate((button: HTMLButtonElement) => {
    for (let step = 0; step < 89; step++) {
      button.click()
    }
  })
  await redo.click()
  await expect(redo).toBeDisabled()
  await expect(two.getByRole('radio', { name: 'On', exact: true })).toBeChecked()
})

test('typing in one field is one step, and undo puts the text of the field back', async ({ page }) => {
  await edit(page, newProfileXml('EntraID'))
  const client = field(page, 'OIDC Client ID')
  await client.pressSequentially('typed in one go')
  await page.keyboard.press('Control+z')
  await expect(client).toHaveValue('')
  await page.keyboard.press('Control+y')
  await expect(client).toHaveValue('typed in one go')
})

test('Reset goes back to what was saved, and its undo brings the edits back', async ({ page }) => {
  await edit(page, newProfileXml('EntraID'))
  await field(page, 'OIDC Client ID').fill('edited')
  await page.getByRole('button', { name: 'Reset' }).click()
  await expect(field(page, 'OIDC Client ID')).toHaveValue('')
  await expect(page.getByText(/^Saved · version 1$/)).toBeVisible()
  const notice = page.getByText('Back to version 1.').locator('..')
  await notice.getByRole('button', { name: 'Undo' }).click()
  await expect(field(page, 'OIDC Client ID')).toHaveValue('edited')
  await page.getByRole('button', { name: 'Reset' }).click()
  await expect(notice).toHaveCount(1)
  // Another change makes the offer void: it would undo that change.
  await field(page, 'Tenant').fill('later')
  await expect(notice).toHaveCount(0)
})

test('undo in the search field belongs to the search field', async ({ page }) => {
  await edit(page, newProfileXml('EntraID'))
  await field(page, 'OIDC Client ID').fill('kept')
  const search = page.getByRole('searchbox', { name: 'Search the keys' })
  await search.pressSequentially('tenant')
  await search.press('Control+z')
  await search.fill('')
  await expect(field(page, 'OIDC Client ID')).toHaveValue('kept')
})

test('the encoding that the XML declares is the one the file is written in', async ({ page }) => {
  const id = await edit(page, newProfileXml('EntraID', 'Grüße'))
  const editor = await openXmlView(page)
  await editor.press('Control+Home')
  await page.keyboard.press('Control+a')
  const text = (await stored(page, id)).content
  await page.keyboard.insertText(
    Buffer.from(text).toString().replace('encoding="UTF-8"', 'encoding="ISO-8859-1"'),
  )
  await page.keyboard.press('Control+s')
  await expect(page.getByText(/^Saved · version 2$/)).toBeVisible()
  await page.reload()
  await expect(page.getByRole('button', { name: 'Export…' })).toBeVisible()
  expect(at((await stored(page, id)).content, ['PayloadDisplayName'])).toBe('Grüße')
})

test('the XML view can be left with the keyboard, and says how', async ({ page }) => {
  await edit(page, newProfileXml('EntraID'))
  const editor = await openXmlView(page)
  await editor.focus()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Tab')
  await expect(editor).not.toBeFocused()
  await expect(editor).toHaveAccessibleDescription(/Escape.*Tab/)
})

test('XML that could not be opened again is not taken over', async ({ page }) => {
  const id = await edit(page, newProfileXml('EntraID'))
  const editor = await openXmlView(page)
  for (const [text, says] of [
    ['<plist version="1.0"><array/></plist>', 'is a dictionary'],
    [
      '<plist version="1.0"><dict><key>EncryptedPayloadContent</key><data></data></dict></plist>',
      'encrypted',
    ],
    ['', 'The file is empty'],
  ] as const) {
    await editor.press('Control+a')
    await page.keyboard.press('Delete')
    await page.keyboard.insertText(text)
    await expect(alertOf(page)).toContainText(says)
    await page.keyboard.press('Control+s')
  }
  await expect.poll(async () => (await stored(page, id)).draft).toBe('\n')
  await page.reload()
  await expect(alertOf(page)).toContainText('The file is empty')
  await page.getByRole('button', { name: 'Form', exact: true }).click()
  await expect(alertOf(page)).toContainText('The form shows the last XML that could')
  await expect(page.getByRole('status').filter({ hasText: /^Unsaved changes · version 1$/ })).toBeVisible()
})

test('a key of another domain makes a property list a profile, when that is wanted', async ({ page }) => {
  await edit(page, fixture('shapes/bare.mobileconfig'))
  await openTab(page, 'Connect')
  await field(page, 'Kerberos Realm').pressSequentially('EXAMPLE.COM')
  const refused = 'Convert it to a configuration profile first.'
  await expect(page.getByRole('status').getByText(refused)).toHaveCount(1)
  await page.getByRole('button', { name: 'Convert' }).click()
  await expect(page.getByText(refused)).toHaveCount(0)
  await expect(field(page, 'Kerberos Realm')).toHaveValue('EXAMPLE.COM')
  await expect(page.getByRole('region', { name: 'XML of the profile' })).toContainText('EXAMPLE.COM')
  const bytes = await exported(page)
  expect(settingsOf(bytes, 'com.jamf.connect')).toEqual({ Kerberos: { Realm: 'EXAMPLE.COM' } })
  expect(settingsOf(bytes, login)).toMatchObject({ OIDCProvider: 'Custom', DenyLocal: false })
})

test('text that the profile has no place for says so under its field after the notice is closed', async ({
  page,
}) => {
  const bytes = fixture('shapes/bare.mobileconfig')
  await edit(page, bytes)
  await openTab(page, 'Connect')
  const realm = field(page, 'Kerberos Realm')
  await realm.pressSequentially('EX')
  await page.getByRole('button', { name: 'Close notice' }).click()
  await expect(row(page, 'Kerberos Realm').getByRole('alert')).toContainText(/^Not in the profile: .*alone/)
  await expect(realm).toHaveAttribute('aria-invalid', 'true')
  expect(Buffer.from(await exported(page)).equals(Buffer.from(bytes))).toBe(true)
  await realm.clear()
  await expect(row(page, 'Kerberos Realm').getByRole('alert')).toHaveCount(0)
  await realm.fill('EXAMPLE.COM')
  await openTab(page, 'Login')
  await openTab(page, 'Connect')
  await expect(realm).toHaveValue('EXAMPLE.COM')
  await expect(row(page, 'Kerberos Realm').getByRole('alert')).toContainText(/^Not in the profile: .*alone/)
})
