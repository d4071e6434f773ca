import { edit, expect, field, newProfileXml, openForm, openXmlView, test } from './app'

test('an end tag that is typed stands there once', async ({ page }) => {
  await edit(page, newProfileXml('EntraID'))
  const editor = await openXmlView(page)
  await page.locator('.cm-line', { hasText: 'OIDCProvider' }).first().click()
  await page.keyboard.press('Home')
  await page.keyboard.press('Home')
  await page.keyboard.type('<key>OIDCClientID</key><string>by hand</string>')
  await expect(editor).toContainText(/<string>by hand<\/string>\s*<key>OIDCProvider<\/key>/)
  await openForm(page)
  await expect(field(page, 'OIDC Client ID')).toHaveValue('by hand')
})
