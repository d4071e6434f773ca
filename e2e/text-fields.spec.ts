import type { Locator } from '@playwright/test'
import { edit, expect, field, newProfileXml, openForm, openTab, openXmlView, row, test, unique } from './app'

const refused = 'Enter a whole number'

async function expectUnwritten(key: Locator, text: string): Promise<void> {
  await expect(key.getByRole('textbox')).toHaveValue(text)
  await expect(key.getByRole('textbox')).toHaveAttribute('aria-invalid', 'true')
  await expect(key.getByRole('alert')).toContainText(refused)
}

async function expectValue(key: Locator, text: string): Promise<void> {
  await expect(key.getByRole('textbox')).toHaveValue(text)
  await expect(key.getByRole('alert')).toHaveCount(0)
}

test('text that is no value stays with its error through other tabs, a search, the XML and the tests', async ({
  page,
}) => {
  await edit(page, newProfileXml('EntraID'))
  await openTab(page, 'Connect')
  const key = row(page, 'Network Check-in Frequency')
  await key.getByRole('textbox').fill('15 minutes')
  await expectUnwritten(key, '15 minutes')
  await openTab(page, 'Login')
  await openTab(page, 'Connect')
  await expectUnwritten(key, '15 minutes')
  const search = page.getByRole('searchbox', { name: 'Search the keys' })
  await search.fill('kerberos')
  await expect(key).toHaveCount(0)
  await search.fill('')
  await expectUnwritten(key, '15 minutes')
  await openXmlView(page)
  await openForm(page)
  await expectUnwritten(key, '15 minutes')
  await page.getByRole('button', { name: 'Test', exact: true }).click()
  await expect(key).toHaveCount(0)
  await page.getByRole('button', { name: 'Test', exact: true }).click()
  await expectUnwritten(key, '15 minutes')
  // It is no change of the profile.
  await expect(page.getByRole('status').filter({ hasText: /^Saved · version 1$/ })).toBeVisible()
  await key.getByRole('textbox').fill('15')
  await expectValue(key, '15')
})

test('text that is no value gives way to undo, to redo and to edited XML, on whichever tab that happens', async ({
  page,
}) => {
  await edit(page, newProfileXml('EntraID'))
  await openTab(page, 'Connect')
  const key = row(page, 'Network Check-in Frequency')
  const [undo, redo] = [
    page.getByRole('button', { name: 'Undo' }),
    page.getByRole('button', { name: 'Redo' }),
  ]
  await key.getByRole('textbox').fill('15')
  await key.getByRole('textbox').fill('15 minutes')
  await undo.click()
  await expectValue(key, '')
  await key.getByRole('textbox').fill('soon')
  await openTab(page, 'Login')
  await redo.click()
  await openTab(page, 'Connect')
  await expectValue(key, '15')
  await key.getByRole('textbox').fill('often')
  const editor = await openXmlView(page)
  await editor.focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.insertText(
    newProfileXml('EntraID').replace(
      '<key>IdPSettings</key>',
      '<key>PasswordPolicies</key><dict><key>NetworkCheck</key><integer>150</integer></dict>$&',
    ),
  )
  await openForm(page)
  await expectValue(key, '150')
})

test('text that is no value is gone when the configuration is opened anew', async ({ page }) => {
  const name = unique('Opened anew')
  await edit(page, newProfileXml('EntraID'), name)
  await openTab(page, 'Connect')
  const key = row(page, 'Network Check-in Frequency')
  await key.getByRole('textbox').fill('15 minutes')
  await expectUnwritten(key, '15 minutes')
  await page.getByRole('link', { name: 'Latchkey' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Configurations' })).toBeVisible()
  await page.getByRole('navigation', { name: 'Configurations' }).getByRole('link', { name }).click()
  await openTab(page, 'Connect')
  await expectValue(key, '')
})

test('text that is no value moves with its action, and goes with it', async ({ page }) => {
  await edit(page, newProfileXml('EntraID'))
  await openTab(page, 'More')
  const list = row(page, 'Actions')
  const action = (number: number) => page.getByRole('region', { name: `Action ${number}`, exact: true })
  const timer = (number: number) => row(action(number), 'Timer')
  const add = list.getByRole('button', { name: 'Add action' })
  await add.click()
  await add.click()
  await field(action(1), 'Name').fill('First')
  await timer(2).getByRole('textbox').fill('hourly')
  await expectUnwritten(timer(2), 'hourly')
  await list.getByRole('button', { name: 'Move Action 2 up' }).click()
  await expectUnwritten(timer(1), 'hourly')
  await expectValue(timer(2), '')
  await field(action(1), 'Name').fill('Report')
  await expectUnwritten(timer(1), 'hourly')
  await list.getByRole('button', { name: 'Remove Action 1' }).click()
  await expect(field(action(1), 'Name')).toHaveValue('First')
  await expectValue(timer(1), '')
  await add.click()
  await expectValue(timer(1), '')
  await expectValue(timer(2), '')
})

test('text that is no number can be one of another type, and then it is asked for anew', async ({ page }) => {
  await edit(page, newProfileXml('EntraID'))
  await openTab(page, 'Connect')
  const key = row(page, 'Offline MFA Reminder')
  await key.getByRole('textbox').fill('weekly')
  await expectUnwritten(key, 'weekly')
  const type = key.getByRole('combobox', { name: 'Type of Offline MFA Reminder' })
  await type.selectOption('string')
  await expectValue(key, '')
  await type.selectOption('integer')
  await expectValue(key, '')
})

test('what is typed or composed within a text stays at the caret', async ({ page }) => {
  await edit(page, newProfileXml('EntraID'))
  await openTab(page, 'Login')
  await openTab(page, 'Identity Provider')
  const client = field(page, 'ROPG Client ID')
  await client.fill('ab-yz')
  await client.press('ArrowLeft')
  await client.press('ArrowLeft')
  await page.keyboard.type('cd')
  await expect(client).toHaveValue('ab-cdyz')
  const session = await page.context().newCDPSession(page)
  for (const text of ['k', 'か', 'かn', 'かん']) {
    await session.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    })
    await expect(client).toHaveValue(`ab-cd${text}yz`)
  }
  await session.send('Input.insertText', { text: '缶' })
  await page.keyboard.type('-')
  await expect(client).toHaveValue('ab-cd缶-yz')
  await expect(page.getByRole('region', { name: 'XML of the profile' })).toContainText('ab-cd缶-yz')
  // Between two key presses of a number that is none on the way.
  await openTab(page, 'Connect')
  const number = field(page, 'Network Check-in Frequency')
  await number.fill('150')
  await number.press('Home')
  await page.keyboard.type('x2')
  await number.press('Home')
  await number.press('Delete')
  await page.keyboard.type('3')
  await expect(number).toHaveValue('32150')
})
