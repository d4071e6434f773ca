import { bytesOf, choose, downloadOf, edit, expect, field, newProfileXml, row, settingsOf, test } from './app'
import { expectClean, sizes } from './axe'

const login = 'com.jamf.connect.login'

test.use({ viewport: sizes.desktop })

test('a file with credentials is downloaded only when somebody has decided, and can go without them', async ({
  page,
}) => {
  const note = '<!-- kept for the auditors -->'
  await edit(page, newProfileXml('Custom').replace('<key>OIDCProvider</key>', `${note}\n$&`))
  await row(page, 'Client Secret').locator('input').fill('three-blind-mice')
  await field(page, 'OIDC Client ID').fill('client')
  await page.getByRole('button', { name: 'Export…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Export' })
  const credentials = dialog.getByRole('region', { name: 'Credentials' })
  const download = dialog.getByRole('button', { name: 'Download', exact: true })
  await expect(credentials).toContainText('OIDCClientSecret and IdPSettings/ClientSecret are credentials.')
  await expect(download).toBeDisabled()
  await expectClean(page, 'export-credentials')

  await choose(credentials, 'Leave out')
  await expect(credentials).toContainText('OIDCClientSecret and IdPSettings/ClientSecret are not in the file')
  const file = await downloadOf(page, () => download.click())
  expect(file.suggestedFilename()).toMatch(/ without credentials\.mobileconfig$/)
  const bytes = await bytesOf(file)
  expect(Buffer.from(bytes).toString()).not.toContain('three-blind-mice')
  expect(Buffer.from(bytes).toString()).toContain(note)
  const { OIDCClientSecret, ...others } = settingsOf(bytes, login)
  expect([OIDCClientSecret, others.OIDCClientID]).toEqual([undefined, 'client'])

  await choose(dialog, 'Property list (.plist)')
  const list = await downloadOf(page, () =>
    dialog.getByRole('button', { name: `Download ${login} without credentials.plist` }).click(),
  )
  expect(Buffer.from(await bytesOf(list)).toString()).not.toContain('three-blind-mice')

  await choose(credentials, 'Keep in the file')
  await choose(dialog, 'Profile (.mobileconfig)')
  const whole = await downloadOf(page, () => download.click())
  expect(whole.suggestedFilename()).not.toContain('without')
  expect(settingsOf(await bytesOf(whole), login).OIDCClientSecret).toBe('three-blind-mice')
})

test('a profile without credentials is downloaded at once', async ({ page }) => {
  await edit(page, newProfileXml('EntraID'))
  await page.getByRole('button', { name: 'Export…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Export' })
  await expect(dialog.getByRole('region', { name: 'Credentials' })).toHaveCount(0)
  await expect(dialog.getByRole('button', { name: 'Download', exact: true })).toBeEnabled()
})

const once = `<?xml version="1.0" encoding="UTF-8"?>
<plist version="1.0"><dict><key>PayloadType</key><string>Configuration</string><key>PayloadVersion</key><integer>1</integer>
<key>PayloadIdentifier</key><string>example.once</string><key>PayloadUUID</key><string>0B9C6C4E-52AB-4C39-8D6E-3B9E5A1F7C20</string>
<key>PayloadContent</key><array><dict><key>PayloadType</key><string>com.apple.ManagedClient.preferences</string>
<key>PayloadVersion</key><integer>1</integer><key>PayloadIdentifier</key><string>example.once.1</string>
<key>PayloadUUID</key><string>5D1A7F13-0E5B-4D3F-9A53-6C1C1B6B8E21</string><key>PayloadContent</key><dict><key>com.jamf.connect</key><dict>
<key>Set-Once</key><array><dict><key>mcx_preference_settings</key><dict><key>IdPSettings</key><dict><key>Provider</key><string>Okta</string></dict></dict></dict></array>
</dict></dict></dict></array></dict></plist>
`

test('what a form cannot carry is said before it is downloaded, with the way back', async ({ page }) => {
  await edit(page, once)
  await page.getByRole('button', { name: 'Export…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Export' })
  const note = dialog.getByRole('status').filter({ hasText: /Set-Once|once/i })
  await expect(note).toHaveCount(0)
  await choose(dialog, 'By domain')
  await expect(note).toBeVisible()
  await dialog.getByRole('button', { name: 'Keep the payloads as they are' }).click()
  await expect(note).toHaveCount(0)
  await expect(dialog.getByRole('radio', { name: 'As they are' })).toBeChecked()
  const file = await downloadOf(page, () =>
    dialog.getByRole('button', { name: 'Download', exact: true }).click(),
  )
  expect(Buffer.from(await bytesOf(file)).toString()).toBe(once)
})
