import type { Page } from '@playwright/test'
import { expect, field, fixture, home, newProfileXml, test } from './app'

const file = (name: string, bytes: Uint8Array | string) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(bytes),
})

async function pick(page: Page, ...files: ReturnType<typeof file>[]) {
  await home(page)
  await page.getByRole('button', { name: 'Import a profile' }).click()
  const dialog = page.getByRole('dialog', { name: 'Import profiles' })
  await dialog.getByLabel('Profiles to import').setInputFiles(files)
  return { dialog, items: dialog.getByRole('list', { name: 'Files to import' }).locator(':scope > li') }
}

const shownProfile = (name: string, type: string, settings: string) => `<dict>
<key>ProfileDisplayName</key><string>${name}</string><key>ProfileIdentifier</key><string>example.${name}</string>
<key>ProfileItems</key><array><dict><key>PayloadType</key><string>${type}</string>
<key>PayloadIdentifier</key><string>example.${name}.1</string>
<key>PayloadUUID</key><string>4A1F6C3B-90D2-4E0B-8B1E-2C7D5A9E6F10</string>
<key>PayloadContent</key><dict>${settings}</dict></dict></array></dict>`

const shown = `<?xml version="1.0" encoding="UTF-8"?>
<plist version="1.0"><dict><key>_computerlevel</key><array>
${shownProfile('Screensaver', 'com.apple.screensaver', '<key>idleTime</key><integer>300</integer>')}
${shownProfile('Window', 'com.jamf.connect.login', '<key>OIDCProvider</key><string>EntraID</string><key>OIDCTenant</key><string>fabrikam.example</string>')}
${shownProfile('Bar', 'com.jamf.connect', '<key>IdPSettings</key><dict><key>Provider</key><string>EntraID</string></dict>')}
</array></dict></plist>`

test('each profile of a file that holds several has a row, and what is not read is said', async ({
  page,
}) => {
  const { dialog, items } = await pick(page, file('from-a-mac.plist', shown))
  await expect(items).toHaveCount(2)
  await expect(items.first()).toContainText('from-a-mac.plist: Window')
  await expect(items.first()).toContainText('Taken out of the output of “profiles show”.')
  await expect(items.first()).toContainText('Inside and not read: “Screensaver”.')
  await expect(items.last()).toContainText('from-a-mac.plist: Bar')
  await expect(items.last()).not.toContainText('Screensaver')
  await items
    .last()
    .getByRole('button', { name: /^Remove .* from the list$/ })
    .click()
  await dialog.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(field(page, 'Tenant')).toHaveValue('fabrikam.example')
  await expect(dialog).toHaveCount(0)
})

test('the mark of a file is that of the worst that is said of it', async ({ page }) => {
  const dock = `<?xml version="1.0" encoding="UTF-8"?>
<plist version="1.0"><dict><key>autohide</key><true/></dict></plist>`
  const { items } = await pick(
    page,
    file('errors.mobileconfig', newProfileXml('EntraID', 'With errors')),
    file('advice.mobileconfig', fixture('shapes/managed-preferences.mobileconfig')),
    file('com.apple.dock.plist', dock),
    file('refused.mobileconfig', fixture('refused/web-page.mobileconfig')),
  )
  await expect(items).toHaveCount(4)
  for (const item of await items.all()) {
    const said = await item.innerText()
    const worst = /\d errors?|Line \d/.test(said) ? 'error' : said.includes('no issues') ? 'good' : 'warning'
    await expect(item.locator(':scope > svg')).toHaveClass(new RegExp(`text-${worst}`))
  }
  await expect(items.first()).toContainText(/\d errors?/)
})

test('an import with refused files ends with what is stored, what is not, and a way out', async ({
  page,
}) => {
  const refused = fixture('refused/web-page.mobileconfig')
  const { dialog, items } = await pick(
    page,
    file('portal.mobileconfig', refused),
    file('good.mobileconfig', newProfileXml('EntraID', 'Good one')),
  )
  await expect(items).toHaveCount(2)
  const status = dialog.getByRole('status').filter({ hasText: 'cannot be imported' })
  await expect(status).toHaveText('1 file cannot be imported as it is.')
  await dialog.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(status).toHaveText('1 configuration imported. 1 file cannot be imported as it is.')
  await expect(items).toHaveCount(1)
  await expect(dialog.getByRole('button', { name: 'Import', exact: true })).toBeDisabled()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(page.getByRole('heading', { level: 1, name: 'Good one' })).toBeVisible()
})
