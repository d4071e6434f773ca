import type { Locator, Page } from '@playwright/test'
import {
  edit,
  expect,
  field,
  fixture,
  home,
  newProfileXml,
  openForm,
  openTab,
  openXmlView,
  row,
  save,
  settingsOf,
  stored,
  storedNames,
} from './app'
import { expectClean, sizes } from './axe'
// A server for each worker: files with one identifier are imported elsewhere, too.
import { test } from './tests-app'

const login = 'com.jamf.connect.login'

test.use({ viewport: sizes.desktop })
test.describe.configure({ timeout: 120_000 })

/** Bytes that are the same in every run. */
function noise(length: number, letters?: string): Buffer {
  let seed = 20_261_128
  return Buffer.from(
    Uint8Array.from({ length }, () => {
      seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
      return letters === undefined ? seed >>> 24 : letters.charCodeAt((seed >>> 16) % letters.length)
    }),
  )
}

const markup = '<>/&;"=![]- \nkeyplistdict{}()'
const picture = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'), noise(40_000)])

/** Puts a text into the clipboard and pastes it where the focus is, as a person does. */
async function pasteInto(page: Page, target: Locator, text: string): Promise<void> {
  await page.evaluate((copied) => {
    const source = document.body.appendChild(document.createElement('textarea'))
    source.id = 'copied'
    source.value = copied
    source.select()
  }, text)
  await page.keyboard.press('Control+c')
  await page.locator('#copied').evaluate((source) => source.remove())
  await target.focus()
  await page.keyboard.press('Control+v')
}

const garbage = [
  {
    name: 'letter.mobileconfig',
    bytes: Buffer.from('Hi Ada, the tenant is fabrikam. See you.'),
    says: /not a property list/,
  },
  {
    name: 'portal.mobileconfig',
    bytes: Buffer.from('<!doctype html><title>Portal</title>'),
    says: /web page/,
  },
  { name: 'screenshot.mobileconfig', bytes: picture, says: /not a property list/ },
  { name: 'nothing.mobileconfig', bytes: Buffer.alloc(0), says: /The file is empty/ },
  { name: 'noise.mobileconfig', bytes: noise(1_000_000), says: /\.$/ },
  { name: 'markup.mobileconfig', bytes: noise(1_000_000, markup), says: /\.$/ },
]

test('files that are no profiles each get a sentence, and a profile among them is imported', async ({
  page,
}) => {
  await home(page)
  await page.getByRole('button', { name: 'Import a profile' }).click()
  const dialog = page.getByRole('dialog', { name: 'Import profiles' })
  const mimeType = 'application/octet-stream'
  const files = garbage.map(({ name, bytes }) => ({ name, mimeType, buffer: bytes }))
  await dialog.getByLabel('Profiles to import').setInputFiles(files)
  const items = dialog.getByRole('list', { name: 'Files to import' }).locator(':scope > li')
  await expect(items).toHaveCount(garbage.length)
  for (const { name, says } of garbage) {
    const sentence = items.filter({ hasText: name }).locator('p.font-medium ~ div p').first()
    await expect(sentence).toHaveText(says)
    await expect(sentence).toHaveText(/^(Line \d+, column \d+: )?[A-Z“<].*\.$/s)
    await expect(sentence).not.toHaveText(/Error:|undefined|\[object|\bat \w+ \(/)
  }
  const button = dialog.getByRole('button', { name: /^Import/ })
  await expect(button).toBeDisabled()
  await expectClean(page, 'import-garbage')
  const names = await storedNames(page)
  expect(names.filter((name) => garbage.some((each) => each.name.startsWith(name)))).toEqual([])
  const buffer = Buffer.from(fixture('shapes/direct.mobileconfig'))
  await dialog
    .getByLabel('Profiles to import')
    .setInputFiles([{ name: 'right.mobileconfig', mimeType, buffer }])
  await button.click()
  await expect(page).toHaveURL(/\/configurations\//)
  expect(await storedNames(page)).toContain('Example GmbH direct')
})

test('text that is no profile is refused with a sentence, and the next paste is read', async ({ page }) => {
  await home(page)
  await page.getByRole('button', { name: 'Import a profile' }).click()
  const dialog = page.getByRole('dialog', { name: 'Import profiles' })
  await dialog.getByText('Paste the text of a profile').click()
  const text = dialog.getByRole('textbox', { name: 'Text of a profile' })
  const read = dialog.getByRole('button', { name: 'Read the text' })
  await text.fill(' \n\t ')
  await expect(read).toBeDisabled()
  const items = dialog.getByRole('list', { name: 'Files to import' }).locator(':scope > li')
  for (const wrong of ['See you at lunch.', '<html><p>Sign in</p></html>', noise(5000, markup).toString()]) {
    await text.fill(wrong)
    await read.click()
    await expect(items.last().locator('p').nth(1)).toHaveText(/\.$/)
    await items
      .last()
      .getByRole('button', { name: /^Remove/ })
      .click()
    await expect(items).toHaveCount(0)
  }
  await text.fill(Buffer.from(fixture('shapes/direct.mobileconfig')).toString())
  await read.click()
  await expect(items).toContainText('one payload per domain')
  await expect(dialog.getByRole('button', { name: /^Import/ })).toBeEnabled()
})

test('noise in the XML view: the place is told, the profile stays, and undo brings its text back', async ({
  page,
}) => {
  const id = await edit(page, newProfileXml('EntraID'))
  await field(page, 'OIDC Client ID').fill('good')
  await save(page)
  const { content } = await stored(page, id)
  const alert = page.getByRole('alert').filter({ hasText: /column|cannot be read/ })
  for (const wrong of [
    'See you at lunch.',
    '<!doctype html><p>Portal</p>',
    noise(20_000, markup).toString(),
  ]) {
    const editor = await openXmlView(page)
    await editor.press('Control+a')
    await pasteInto(page, editor, wrong)
    await expect(alert.getByRole('button', { name: /^Line \d+, column \d+$/ })).toBeVisible()
    await expect(alert).not.toContainText(/Error:|undefined|\[object/)
    await openForm(page)
    await expect(field(page, 'OIDC Client ID')).toHaveValue('good')
    expect(Buffer.from((await stored(page, id)).content).equals(Buffer.from(content))).toBe(true)
    await page.getByRole('button', { name: 'Undo', exact: true }).click()
    await expect(alert).toHaveCount(0)
  }
  const editor = await openXmlView(page)
  await expect(editor).toContainText('<string>good</string>')
  await editor.press('Control+a')
  await pasteInto(page, editor, 'See you at lunch.')
  await expect(alert).toBeVisible()
  await expectClean(page, 'xml-garbage')
})

test('several lines that are pasted into a list are an element each, and one step back', async ({ page }) => {
  const id = await edit(page, newProfileXml('EntraID'))
  await openTab(page, 'Login')
  const list = row(page, 'Admin Roles')
  const texts = list.getByRole('textbox')
  await list.getByRole('button', { name: /^Add / }).first().click()
  await page.keyboard.type('Boss')
  await page.keyboard.press('Enter')
  await pasteInto(page, texts.nth(1), '\tMac Admins\r\n\r\n  Help Desk \nLab\u0001\n')
  await expect(texts).toHaveCount(4)
  await save(page)
  const admins = async () => settingsOf((await stored(page, id)).content, login).OIDCAdmin
  expect(await admins()).toEqual(['Boss', 'Mac Admins', 'Help Desk', 'Lab'])
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(texts).toHaveCount(2)
})

test('tabs and invisible characters in a list are kept, told, and removed on request', async ({ page }) => {
  const id = await edit(page, newProfileXml('EntraID'))
  await openTab(page, 'Login')
  const list = row(page, 'Admin Roles')
  const texts = list.getByRole('textbox')
  await list.getByRole('button', { name: /^Add / }).first().click()
  await pasteInto(page, texts.first(), 'Staff\u200b')
  const repair = list.getByRole('button', { name: 'Write it without hidden characters' })
  await expect(list).toContainText('cannot be told by eye (U+200B)')
  await expectClean(page, 'list-hidden-character')
  await repair.click()
  await expect(list).not.toContainText('cannot be told by eye')
  await expect(texts.first()).toHaveValue('Staff')
  // Versions of Chromium differ in where the caret is after a text was replaced.
  await texts.first().press('End')
  await pasteInto(page, texts.first(), '\tLab')
  await expect(list).toContainText('Each needs an element of its own')
  await list.getByRole('button', { name: 'Make each an element' }).click()
  await save(page)
  expect(settingsOf((await stored(page, id)).content, login).OIDCAdmin).toEqual(['Staff', 'Lab'])
})

const addresses = [
  ['see you at lunch', /holds a space/],
  ['fabrikam', /has to be a whole address/],
  ['javascript:alert(1)', /has to be a whole address|begins with https/],
  ['https://', /not an address that a browser could open/],
  [`https://id.fabrikam.test/${'x'.repeat(60_000)}`, /Use https:/],
] as const

test('what is no address is told under the discovery field, and stays as it was pasted', async ({ page }) => {
  const id = await edit(page, newProfileXml('Custom'))
  const address = row(page, 'Discovery URL')
  const text = address.getByRole('textbox')
  for (const [wrong, says] of addresses) {
    await text.fill('')
    await pasteInto(page, text, wrong)
    await expect(text).toHaveValue(wrong)
    await expect(address).toContainText(says)
    await address.getByRole('button', { name: /^Check (this address|again)$/ }).click()
    await expect(address.getByRole('status')).toHaveText(/^(Failed|Warning): /)
    // However long a word is, what is said of it stays beside its field.
    expect(await address.evaluate((field) => field.scrollWidth - field.clientWidth)).toBe(0)
  }
  await text.fill('see you at lunch')
  await expectClean(page, 'discovery-garbage')
  await save(page)
  expect(settingsOf((await stored(page, id)).content, login).OIDCDiscoveryURL).toBe('see you at lunch')
})
