import type { Locator, Page } from '@playwright/test'
import { choose, downloadOf, edit, home, newProfileXml, store, storedNames, unique } from './app'
import { expectCleanIn, sizes } from './axe'
import { demoProfile, expect, openTests, result, test, unfold } from './tests-app'

test.use({ viewport: sizes.desktop })

/** What is wrong is said beside the field, belongs to it, and the field has the focus. */
async function expectRefused(page: Page, field: Locator, sentence: string): Promise<void> {
  await expect(field).toBeFocused()
  await expect(field).toHaveAttribute('aria-invalid', 'true')
  await expect(field).toHaveAccessibleDescription(sentence)
  await expect(page.getByRole('alert').filter({ hasText: sentence })).toBeVisible()
}

test('a name that turns text around is refused beside the field, for a new configuration and an old one', async ({
  page,
}) => {
  const turning = 'Remove the characters from the name that turn text around.'
  const [old, made] = [unique('Lisbon'), unique('Porto')]
  await store(page, old, newProfileXml('EntraID'))
  await home(page)
  await page.getByRole('button', { name: 'New', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'New configuration' })
  const name = dialog.getByRole('textbox', { name: 'Name', exact: true })
  await name.fill(`${made}\u202e`)
  await name.press('Enter')
  await expectRefused(page, name, turning)
  await expectCleanIn(page, 'desktop', 'the dialog with an error')
  await name.fill(made)
  await expect(dialog.getByRole('alert')).toHaveCount(0)
  await name.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: made })).toBeVisible()

  const link = page.getByRole('link', { name: old })
  await link.focus()
  await link.press('F2')
  const renamed = page.getByRole('textbox', { name: 'Name of the configuration' })
  await renamed.fill(`${old}\u202e`)
  await renamed.press('Enter')
  await expectRefused(page, renamed, turning)
  await renamed.press('Escape')
  await expect(link).toBeFocused()
  expect(await storedNames(page)).toEqual(expect.arrayContaining([old, made]))
})

test('a password test without its values sends nothing and says what is missing, the first in the focus', async ({
  page,
  world,
}) => {
  let sent = 0
  page.on('request', (request) => {
    sent += request.url().endsWith('/api/tests/ropg') ? 1 : 0
  })
  await openTests(page, demoProfile(world, 'Everything works'), 'Password check (ROPG)')
  const userName = page.getByRole('textbox', { name: 'User name' })
  const password = page.getByLabel('Password', { exact: true })
  await page.getByRole('button', { name: 'Check the password' }).click()
  await expectRefused(page, userName, 'Enter a user name.')
  await expect(password).toHaveAccessibleDescription('Enter a password.')
  await userName.fill('ada@acme.example')
  await userName.press('Enter')
  await expectRefused(page, password, 'Enter a password.')
  expect(sent).toBe(0)
  await password.fill('analytical-engine')
  await password.press('Enter')
  await expect(result(page)).toHaveText('Passed: The password is right')
  await expect(password).toHaveValue('')
  expect(sent).toBe(1)
  // Once more without a password: on the line of a test that has run, too.
  await page.getByRole('button', { name: 'Run again' }).click()
  await expectRefused(page, password, 'Enter a password.')
  expect(sent).toBe(1)
})

test('a user name that is missing is shown and has the focus, although the form was folded', async ({
  page,
  world,
}) => {
  await openTests(page, demoProfile(world, 'Everything works'), 'Password check (ROPG)')
  const userName = page.getByRole('textbox', { name: 'User name' })
  const password = page.getByLabel('Password', { exact: true })
  await userName.fill('ada@acme.example')
  await password.fill('analytical-engine')
  await password.press('Enter')
  await expect(result(page)).toHaveText('Passed: The password is right')
  await unfold(page)
  await userName.fill('')
  await page.getByRole('button', { name: 'Change the values' }).click()
  await expect(userName).toHaveCount(0)
  await password.fill('difference-engine')
  await password.press('Enter')
  await expectRefused(page, userName, 'Enter a user name.')
  await expect(password).toHaveValue('difference-engine')
  await expectCleanIn(page, 'desktop', 'the form of a test with an error')
})

test('a name that the server does not take stays in the field, with its sentence', async ({
  page,
  troubles,
}) => {
  troubles.expected.push(/507/)
  const [old, wanted] = [unique('Faro'), unique('Évora')]
  await store(page, old, newProfileXml('EntraID'))
  await home(page)
  const full = { code: 'disk-full', message: 'The disk is full. Make room, then rename it again.' }
  let refused = false
  // The page asks other things of these addresses as well, whenever it likes.
  await page.route('**/api/configurations/*', (route) => {
    if (refused || route.request().method() !== 'PATCH') {
      return route.fallback()
    }
    refused = true
    return route.fulfill({ status: 507, json: full })
  })
  // The first page has them too.
  const list = page.getByRole('navigation', { name: 'Configurations' })
  await list.getByRole('link', { name: old }).press('F2')
  const name = page.getByRole('textbox', { name: 'Name of the configuration' })
  await expect(name).toHaveAttribute('maxlength', '120')
  await name.fill(wanted)
  await name.press('Enter')
  await expectRefused(page, name, full.message)
  await expect(name).toHaveValue(wanted)
  await name.press('Enter')
  await expect(list.getByRole('link', { name: wanted })).toBeFocused()
  expect(await storedNames(page)).toContain(wanted)
})

test('pasted text that is no profile stays in its field, to be mended and read again', async ({ page }) => {
  await home(page)
  await page.getByRole('button', { name: 'Import a profile' }).click()
  const dialog = page.getByRole('dialog', { name: 'Import profiles' })
  await dialog.getByText('Paste the text of a profile').click()
  const text = dialog.getByRole('textbox', { name: 'Text of a profile' })
  const read = dialog.getByRole('button', { name: 'Read the text' })
  const items = dialog.getByRole('list', { name: 'Files to import' }).getByRole('listitem')
  await text.fill('<plist><dict><key>Half</key>')
  await read.click()
  await expect(items.first()).toBeVisible()
  await expect(text).toHaveValue('<plist><dict><key>Half</key>')
  await text.fill(newProfileXml('Okta'))
  await read.click()
  await expect(dialog.getByRole('button', { name: /^Import/ })).toBeEnabled()
  await expect(text).toHaveValue('')
})

test('Enter in the export downloads, once somebody has decided about the credentials', async ({ page }) => {
  await edit(page, newProfileXml('EntraID'))
  await page.getByRole('button', { name: 'Export…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Export' })
  await choose(dialog, 'Managed Preferences')
  const file = await downloadOf(page, () =>
    dialog.getByRole('radio', { name: 'Managed Preferences' }).press('Enter'),
  )
  expect(file.suggestedFilename()).toMatch(/\.mobileconfig$/)
})

test('a text that is no token is refused beside its field, and the field is tied to the sentence', async ({
  page,
  world,
}) => {
  await openTests(page, demoProfile(world, 'Everything works'), 'Sign-in (OIDC)')
  const token = page.getByRole('textbox', { name: /Paste an ID token/ })
  await token.fill('three.short.words')
  await expectRefused(
    page,
    token,
    'This is no ID token: it takes three parts with dots between them, the first two of them JSON.',
  )
  await token.fill('  ')
  await expect(token).not.toHaveAttribute('aria-invalid')
})
