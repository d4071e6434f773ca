import { edit, expect, newProfileXml, test, unique } from './app'
import { expectClean } from './axe'

const profile = () =>
  newProfileXml('EntraID').replace(
    '<key>OIDCProvider</key>',
    `<key>DenyLocal</key><true/><key>OIDCClientSecret</key><string>planted-secret</string>
    <key>OIDCAdmin</key><array>${Array.from({ length: 80 }, (_, at) => `<string>Group ${at}</string>`).join('')}</array>
    <key>OIDCProvider</key>`,
  )

test('the summary of a configuration says what is set, without credentials, and prints whole', async ({
  page,
}) => {
  const name = unique('In words')
  await edit(page, profile(), name)
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Find configurations, keys and commands' }).fill('print report')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 2, name })).toBeVisible()
  await expect(page).toHaveTitle(`${name} · Summary · Latchkey`)
  const article = page.getByRole('article')
  await expect(article).toContainText('Microsoft Entra ID (EntraID)')
  await expect(article).toContainText('On: ')
  await expect(article).not.toContainText('planted-secret')
  await expectClean(page, 'summary')

  await page.emulateMedia({ media: 'print', colorScheme: 'light' })
  await expect(page.getByRole('complementary', { name: 'Library' })).toBeHidden()
  await expect(page.getByRole('button', { name: 'Print…' })).toBeHidden()
  // All of it is on the paper: nothing scrolls in the page.
  const cut = await page.evaluate(() => {
    const main = document.querySelector('main')
    return main === null || main.scrollHeight > main.clientHeight + 1
  })
  expect(cut).toBe(false)
  await page.emulateMedia({ media: 'screen' })
  await page.getByRole('link', { name }).first().click()
  await expect(page.getByRole('button', { name: 'Export…' })).toBeVisible()
})
