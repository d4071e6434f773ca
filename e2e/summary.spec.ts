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
  const configured = await page.getByText(/^\d+ of \d+ keys configured/).textContent()
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Find configurations, keys and commands' }).fill('print report')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 2, name })).toBeVisible()
  await expect(page).toHaveTitle(`${name} · Summary · Latchkey`)
  const article = page.getByRole('article')
  await expect(article).toContainText('Microsoft Entra ID (EntraID)')
  await expect(article).toContainText('On: ')
  await expect(article).toContainText(configured ?? 'nothing')
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

test('an item of a list in the summary is set in its own direction, beside its number', async ({ page }) => {
  const long = `globex-${'administrators'.repeat(8)}`
  const groups = ['مسؤولو النظام', 'Mac admins', long]
  const xml = newProfileXml('EntraID').replace(
    '<key>OIDCProvider</key>',
    `<key>OIDCAdmin</key><array>${groups.map((group) => `<string>${group}</string>`).join('')}</array><key>OIDCProvider</key>`,
  )
  const id = await edit(page, xml)
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(`/configurations/${id}/summary`)
  const list = page.locator('dd').filter({ hasText: 'Mac admins' })
  await expect(list).toBeVisible()
  const places = await list.evaluate((element, words) => {
    const box = element.getBoundingClientRect()
    const node = element.firstChild as Text
    const text = node.data
    const rectOf = (from: number, to: number) => {
      const range = document.createRange()
      range.setStart(node, from)
      range.setEnd(node, to)
      return range.getClientRects()[0] ?? new DOMRect()
    }
    return words.map((word, at) => {
      const start = text.indexOf(word)
      const number = rectOf(text.lastIndexOf(`${at + 1}.`, start), start - 1)
      const first = rectOf(start, start + 1)
      return {
        side: number.left - box.left < box.right - number.right ? 'left' : 'right',
        beside: Math.abs(number.top - first.top) < 4,
      }
    })
  }, groups)
  expect(places).toEqual([
    { side: 'right', beside: true },
    { side: 'left', beside: true },
    { side: 'left', beside: true },
  ])
})
