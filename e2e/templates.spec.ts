import type { Page } from '@playwright/test'
import {
  edit,
  expect,
  exported,
  home,
  issueList,
  newProfileXml,
  read,
  row,
  settingsOf,
  store,
  tabTo,
  test,
  unique,
} from './app'
import { expectClean } from './axe'

const LOGIN = 'com.jamf.connect.login'
const CONNECT = 'com.jamf.connect'

/** Opens the dialog that makes a configuration. */
async function openNew(page: Page) {
  await home(page)
  await page
    .getByRole('button', { name: /^New( configuration)?$/ })
    .first()
    .click()
  return page.getByRole('dialog', { name: 'New configuration' })
}

test('a template says what is left to fill in, and its configuration lists nothing else', async ({
  page,
}) => {
  const name = unique('Elevation')
  const dialog = await openNew(page)
  await dialog.getByRole('radio', { name: /^Okta with two applications / }).check()
  const toFill = dialog.getByText('Still to be filled in').locator('..')
  await expect(toFill.getByRole('listitem')).toHaveCount(3)
  await expect(toFill).toContainText('OIDCROPGID: the application whose policy takes a password alone')
  await expectClean(page, 'new-template')
  await dialog.getByRole('radio', { name: /^Privilege elevation only / }).check()
  await expect(toFill).toHaveCount(0)
  await expect(dialog.getByRole('link', { name: 'Source' })).toBeVisible()
  await expect(dialog.getByRole('textbox', { name: 'Name' })).toHaveAttribute(
    'placeholder',
    'Privilege elevation only',
  )
  await dialog.getByRole('textbox', { name: 'Name' }).fill(name)
  await dialog.getByRole('button', { name: 'Create' }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  await expect(page.getByRole('tab', { name: 'Connect', exact: true })).toHaveAttribute(
    'aria-selected',
    'true',
  )
  await expect(row(page, 'Temporary User Promotion').locator(':focus')).toHaveCount(1)
  await page.getByRole('tab', { name: /^Issues/ }).click()
  await expect(page.getByText('No issues found.')).toBeVisible()
  expect(settingsOf(await exported(page), CONNECT)).toEqual({
    TemporaryUserPermissions: {
      TemporaryUserPromotion: true,
      UserPromotionDuration: 5n,
      UserPromotionReason: true,
      UserPromotionTimer: true,
    },
  })
})

test('a template is chosen, named and made with the keyboard', async ({ page }) => {
  const name = unique('Hybrid')
  await home(page)
  await page
    .getByRole('button', { name: /^New( configuration)?$/ })
    .first()
    .focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'New configuration' })
  await tabTo(page, dialog.getByRole('radio', { name: / EntraID$/ }))
  const wanted = dialog.getByRole('radio', { name: /^Entra ID with passwords at AD FS / })
  for (let presses = 0; presses < 20 && !(await wanted.isChecked()); presses += 1) {
    await page.keyboard.press('ArrowDown')
  }
  await expect(wanted).toBeFocused()
  await tabTo(page, dialog.getByRole('textbox', { name: 'Name' }))
  await page.keyboard.type(name)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  const issues = await issueList(page)
  await expect(issues.filter({ hasText: 'ROPGDiscoveryURL is not configured.' })).toHaveCount(1)
  await expect(issues.filter({ hasNotText: 'is not configured.' })).toHaveCount(0)
})

test('a configuration is marked as a template, and a new one starts from a copy without its identity and secrets', async ({
  page,
}) => {
  const [name, made] = [unique('Base'), unique('Berlin')]
  const secret = '<key>OIDCClientSecret</key><string>k3y-of-the-base</string><key>OIDCProvider</key>'
  const xml = newProfileXml('Custom').replace('<key>OIDCProvider</key>', secret)
  await store(page, name, xml)
  let dialog = await openNew(page)
  await expect(dialog.getByText('“Use as a template” in the menu of a configuration')).toBeVisible()
  await page.keyboard.press('Escape')
  const nav = page.getByRole('navigation', { name: 'Configurations' })
  await nav.getByRole('link', { name }).hover()
  await nav.getByRole('button', { name: `Actions for ${name}` }).click()
  await page.getByRole('menuitem', { name: 'Use as a template' }).click()
  await expect(page.getByText(`“${name}” is a template`)).toBeVisible()
  await expect(nav.getByRole('link', { name })).toContainText('template')
  dialog = await openNew(page)
  await dialog.getByRole('radio', { name }).check()
  await expectClean(page, 'new-own')
  await dialog.getByRole('textbox', { name: 'Name' }).fill(made)
  await dialog.getByRole('button', { name: 'Create' }).click()
  await expect(page.getByText('because it is secret: OIDCClientSecret.')).toBeVisible()
  await expect(page.getByRole('heading', { level: 1, name: made })).toBeVisible()
  const bytes = await exported(page)
  expect(settingsOf(bytes, LOGIN)).toMatchObject({ OIDCProvider: 'Custom' })
  expect(settingsOf(bytes, LOGIN)).not.toHaveProperty('OIDCClientSecret')
  const uuids = (text: string): string[] => text.match(/[0-9A-F]{8}-[0-9A-F-]{27}/gi) ?? []
  const own = uuids(new TextDecoder().decode(bytes))
  expect(own.length).toBeGreaterThan(2)
  expect(own.filter((uuid) => uuids(xml).includes(uuid))).toEqual([])
  expect(read(bytes)).toBeDefined()
  await nav.getByRole('link', { name, exact: false }).filter({ hasText: name }).focus()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: 'No longer a template' }).press('Enter')
  await expect(page.getByText(`“${name}” is no template any more.`)).toBeVisible()
})

test('two questions tell which Okta a new configuration starts from', async ({ page }) => {
  const dialog = await openNew(page)
  await expect(dialog.getByRole('button', { name: 'Which Okta?' })).toHaveCount(0)
  await dialog.getByRole('radio', { name: / Okta$/ }).check()
  const which = dialog.getByRole('button', { name: 'Which Okta?' })
  await tabTo(page, which)
  await page.keyboard.press('Enter')
  await tabTo(page, dialog.getByRole('radio', { name: /^Okta Authentication API / }))
  await page.keyboard.press('Space')
  await expect(dialog.getByText('This is what is chosen.')).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await expect(dialog.getByRole('radio', { name: /^OpenID Connect / })).toBeChecked()
  await page.keyboard.press('Enter')
  await expect(dialog).toBeVisible()
  await tabTo(page, dialog.getByRole('radio', { name: /^One / }))
  await page.keyboard.press('ArrowDown')
  await expect(dialog.getByRole('status')).toContainText('Okta-OIDC')
  await expectClean(page, 'which-okta')
  await tabTo(page, dialog.getByRole('button', { name: 'Start from “Okta with two applications”' }))
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('radio', { name: /^Okta with two applications / })).toBeChecked()
  await expect(dialog.getByRole('textbox', { name: 'Name' })).toBeFocused()
})

test('the same questions stand beside the provider of a configuration, and change it in both apps', async ({
  page,
}) => {
  await edit(page, newProfileXml('Okta'))
  const provider = row(page, 'Identity Provider')
  const which = provider.getByRole('button', { name: 'Which Okta?' })
  await which.click()
  await provider.getByRole('radio', { name: /^Okta Authentication API / }).check()
  await expect(provider.getByText('This is the value that is set.')).toBeVisible()
  await provider.getByRole('radio', { name: /^Identity Engine / }).check()
  await expectClean(page, 'which-okta-editor')
  await provider.getByRole('button', { name: 'Use OktaIdentityEngine' }).click()
  await expect(provider.getByRole('combobox')).toHaveValue('OktaIdentityEngine')
  await expect(provider.getByRole('combobox')).toBeFocused()
  await which.focus()
  await page.keyboard.press('Enter')
  await tabTo(page, provider.getByRole('radio', { name: /^Okta Authentication API / }))
  await page.keyboard.press('ArrowDown')
  await tabTo(page, provider.getByRole('radio', { name: /^One / }))
  await page.keyboard.press('Space')
  await tabTo(page, provider.getByRole('button', { name: 'Use Okta-OIDC' }))
  await page.keyboard.press('Enter')
  const bytes = await exported(page)
  expect(settingsOf(bytes, LOGIN)).toMatchObject({ OIDCProvider: 'Okta-OIDC' })
  expect(settingsOf(bytes, CONNECT)).toMatchObject({ IdPSettings: { Provider: 'Okta OIDC' } })
  await provider.getByRole('combobox').selectOption('EntraID')
  await expect(which).toHaveCount(0)
})

test('the menu bar app asks the same questions, and writes its own spelling', async ({ page }) => {
  await edit(page, newProfileXml('Okta'))
  await page.getByRole('tab', { name: 'Connect', exact: true }).click()
  const provider = row(page, 'Identity Provider')
  await provider.getByRole('button', { name: 'Which Okta?' }).click()
  await provider.getByRole('radio', { name: /^OpenID Connect / }).check()
  await provider.getByRole('radio', { name: /^One / }).check()
  await provider.getByRole('button', { name: 'Use Okta OIDC' }).click()
  await expect(provider.getByRole('combobox')).toHaveValue('Okta OIDC')
  await expect(provider.getByRole('combobox')).toBeFocused()
  await expect(provider.getByRole('button', { name: 'Which Okta?' })).toBeVisible()
})

test('rows that are called the same say where they belong, and each is offered its own value', async ({
  page,
}) => {
  await edit(page, newProfileXml('OktaIdentityEngine'))
  const rows = row(page, 'OIDC Client ID')
  await expect(rows.locator('label').first()).toHaveText('OIDC Client ID · Login window · required')
  await expect(rows.locator('label').nth(1)).toHaveText('OIDC Client ID · Self Service+')
  await expect(rows.first().getByRole('textbox')).toHaveAttribute('placeholder', /^0oa/)
  await expect(row(page, 'Tenant').getByRole('textbox')).toHaveAttribute('placeholder', 'example.okta.com')
  await rows.first().getByRole('textbox').fill('0oa1b2c3d4e5f6g7h8i9')
  await rows.nth(1).getByRole('button', { name: 'Same as OIDC Client ID (Login window)' }).click()
  await expect(rows.nth(1).getByRole('textbox')).toHaveValue('0oa1b2c3d4e5f6g7h8i9')
  expect(settingsOf(await exported(page), CONNECT)).toMatchObject({
    IdPSettings: { OIDCClientID: '0oa1b2c3d4e5f6g7h8i9' },
  })
})

test('a key that is asked for and not heeded says why it has no row, and is shown all the same', async ({
  page,
}) => {
  await edit(page, newProfileXml('EntraID'))
  await page.goto(`${page.url().replace(/\?.*/, '')}?key=login/AuthServer`)
  const note = page.getByText('AuthServer is not shown, because Jamf Connect does not heed it')
  await expect(note).toContainText('It applies when the identity provider is Okta (Authentication API).')
  await expect(note).toBeFocused()
  await expectClean(page, 'hidden-key')
  await page.setViewportSize({ width: 320, height: 640 })
  const show = page.getByRole('button', { name: 'Show the field all the same' })
  await expect(show).toBeInViewport()
  await page.keyboard.press('Tab')
  await expect(show).toBeFocused()
  await page.keyboard.press('Enter')
  const asked = row(page, 'Auth Server')
  await expect(asked.getByRole('textbox')).toBeFocused()
  await expect(note).toHaveCount(0)
})

test('the client ID of the sign-in is taken for the password check, in both apps, and said why not', async ({
  page,
}) => {
  await edit(page, newProfileXml('EntraID'))
  const check = row(page, 'ROPG Client ID')
  await expect(check.locator('label').first()).toContainText('· required')
  await expect(check).toContainText('IdPSettings/ROPGID is not configured.')
  // The mark of a field is that of its issue.
  await expect(check.getByRole('img', { name: 'Error' })).toHaveCount(1)
  const same = check.getByRole('button', { name: 'Same as OIDC Client ID' })
  const why = check.getByRole('button', { name: 'One application or two?' })
  await expect(why).toBeVisible()
  await expect(same).toHaveCount(0)
  const client = row(page, 'OIDC Client ID').getByRole('textbox')
  await client.fill('2f6d1c1e-0f51-4c38-9a9a-0d7f9f4f2a11')
  await why.click()
  await expect(check).toContainText('two native applications')
  await expectClean(page, 'same-client')
  await tabTo(page, same, 'Shift+Tab')
  await page.keyboard.press('Enter')
  await expect(check.getByRole('textbox')).toHaveValue('2f6d1c1e-0f51-4c38-9a9a-0d7f9f4f2a11')
  await expect(check.getByRole('textbox')).toBeFocused()
  await expect(same).toHaveCount(0)
  await expect(why).toHaveCount(0)
  await check.getByRole('textbox').fill('another')
  await expect(why).toBeVisible()
  await expect(same).toHaveCount(0)
  await check.getByRole('textbox').fill('')
  await same.click()
  await expect(check.getByRole('textbox')).toHaveValue('2f6d1c1e-0f51-4c38-9a9a-0d7f9f4f2a11')
  expect(settingsOf(await exported(page), CONNECT)).toMatchObject({
    IdPSettings: { ROPGID: '2f6d1c1e-0f51-4c38-9a9a-0d7f9f4f2a11' },
  })
})

for (const viewport of [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
]) {
  test(`the name of a new configuration is in view at once at ${viewport.width} × ${viewport.height}`, async ({
    page,
  }) => {
    await page.setViewportSize(viewport)
    await home(page)
    await page
      .getByRole('button', { name: /^New( configuration)?$/ })
      .first()
      .click()
    const name = page
      .getByRole('dialog', { name: 'New configuration' })
      .getByRole('textbox', { name: 'Name' })
    await expect(name).toBeInViewport({ ratio: 1 })
  })
}
