import type { Page } from '@playwright/test'
import { signedProfile } from '../lib/profile/fixtures/signed-profiles'
import { expect, fixture, home, storedNames, test } from './app'

async function pick(page: Page, name: string, bytes: Uint8Array | string) {
  await home(page)
  await page.getByRole('button', { name: 'Import a profile' }).click()
  const dialog = page.getByRole('dialog', { name: 'Import profiles' })
  await dialog
    .getByLabel('Profiles to import')
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) })
  return { dialog, item: dialog.getByRole('list', { name: 'Files to import' }).locator(':scope > li') }
}

type Defect = {
  file: string
  at: readonly [line: number, column: number] | null
  says: RegExp
  repair?: RegExp
}

const defects: Defect[] = [
  { file: 'raw-ampersand', at: [8, 39], says: /&amp;/, repair: /./ },
  { file: 'closing-tag-without-end', at: [8, 17], says: /no ">"/, repair: /Write the tag as <\/string>/ },
  { file: 'key-without-value', at: [5, 2], says: /OIDCTenant.*no value/ },
  { file: 'capital-string', at: [8, 2], says: /no element <String>/, repair: /Write <string>/ },
  { file: 'space-before-declaration', at: [1, 1], says: /before/, repair: /./ },
  { file: 'nul-after-end', at: [9, 1], says: /NUL bytes/, repair: /Remove the NUL bytes/ },
  {
    file: 'declared-utf-16',
    at: [1, 31],
    says: /names the encoding UTF-16, but the file is in UTF-8/,
    repair: /Declare UTF-8/,
  },
  { file: 'bad-base64', at: [8, 2], says: /<data> needs base64 text/ },
  { file: 'empty', at: [1, 1], says: /The file is empty/ },
  { file: 'archive', at: [1, 1], says: /an archive, not a profile/ },
  { file: 'web-page', at: [1, 1], says: /web page/ },
  { file: 'encrypted-payloads', at: null, says: /encrypted/ },
]

for (const { file, at, says, repair } of defects) {
  const title = repair ? 'and repaired on request' : 'and nothing is stored'
  test(`${file}: refused with its sentence and place, ${title}`, async ({ page }) => {
    const { dialog, item } = await pick(page, `${file}.mobileconfig`, fixture(`refused/${file}.mobileconfig`))
    await expect(item).toContainText(says)
    if (at) {
      await expect(item).toContainText(`Line ${at[0]}, column ${at[1]}: `)
    } else {
      await expect(item).not.toContainText('Line ')
    }
    await expect(item).not.toContainText(/\bat \w+ \(|Error:|undefined|\[object/)
    const button = dialog.getByRole('button', { name: /^Import/ })
    await expect(button).toBeDisabled()
    if (repair) {
      await item.getByRole('button', { name: repair }).first().click()
      await expect(item).toContainText('Repaired: ')
      await expect(item).toContainText('bare property list')
      await expect(button).toBeEnabled()
    }
    expect(await storedNames(page)).not.toContain(file)
  })
}

test('one defect after the other is repaired', async ({ page }) => {
  const { item } = await pick(page, 'two.mobileconfig', fixture('refused/two-defects.mobileconfig'))
  await expect(item).toContainText('Line 8, column 11')
  await item.getByRole('button', { name: /&amp;/ }).click()
  await expect(item).toContainText('Line 10, column 2')
  await item.getByRole('button', { name: /<string>/ }).click()
  await expect(item).toContainText('com.jamf.connect.login')
})

test('a file over 5 MB is refused before it is read', async ({ page }) => {
  const { dialog, item } = await pick(page, 'large.mobileconfig', Buffer.alloc(5_100_000, 32))
  await expect(item).toContainText('5.1 MB; a profile has at most 5 MB')
  await expect(dialog.getByRole('button', { name: /^Import/ })).toBeDisabled()
})

test('an encrypted profile says that it is encrypted', async ({ page }) => {
  const { item } = await pick(page, 'encrypted.mobileconfig', signedProfile('enveloped'))
  await expect(item).toContainText(/encrypted/)
})

test('a signature without content, a certificate and noise are refused with a sentence', async ({ page }) => {
  for (const bytes of [
    signedProfile('detached'),
    signedProfile('certificate'),
    Buffer.from('0\u0082\u00ff\u00ff'),
  ]) {
    const { item } = await pick(page, 'no-profile.mobileconfig', bytes)
    await expect(item).toContainText(/\.$/)
    await expect(item).not.toContainText(/Error:|undefined|\[object/)
  }
})

test('a file that cannot be read from the disk is told, and the others are read', async ({ page }) => {
  await home(page)
  await page.getByRole('button', { name: 'Import a profile' }).click()
  const dialog = page.getByRole('dialog', { name: 'Import profiles' })
  await page.evaluate(() => {
    const gone = new File(['x'], 'gone.mobileconfig')
    gone.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotReadableError'))
    const data = new DataTransfer()
    data.items.add(new File(['{ OIDCProvider = EntraID; }'], 'there.plist'))
    const files = [gone, ...data.files]
    const event = new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true })
    Object.defineProperty(event, 'dataTransfer', { value: { types: ['Files'], files } })
    document.body.dispatchEvent(event)
  })
  const items = dialog.getByRole('list', { name: 'Files to import' }).locator(':scope > li')
  await expect(items).toHaveCount(2)
  await expect(items.first()).toContainText(/cannot be read/)
  await expect(dialog.getByRole('button', { name: /^Import/ })).toBeEnabled()
})
