import type { Page } from '@playwright/test'
import {
  at,
  choose,
  downloadOf,
  edit,
  expect,
  exported,
  field,
  home,
  issueList,
  newProfileXml,
  openTab,
  row,
  save,
  settingsOf,
  stored,
  test,
  unique,
} from './app'

const login = 'com.jamf.connect.login'
const connect = 'com.jamf.connect'

async function make(page: Page, provider: string, name: string): Promise<void> {
  await home(page)
  await page.getByRole('button', { name: 'New configuration' }).click()
  const dialog = page.getByRole('dialog', { name: 'New configuration' })
  await dialog.getByRole('radio', { name: new RegExp(` ${provider}$`) }).check()
  await dialog.getByRole('textbox', { name: 'Name' }).fill(name)
  await dialog.getByRole('button', { name: 'Create' }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  await expect(page).toHaveURL(/\/configurations\/[0-9a-f-]{36}\?key=login\/OIDCClientID$/)
}

async function requiredLabels(page: Page): Promise<string[]> {
  const labels = page.getByRole('region', { name: 'Required' }).locator('[data-field] label[for]')
  return (await labels.allInnerTexts()).map((text) => text.replace(/ · required$/, ''))
}

test('an Entra ID configuration is made from nothing and exported with the values entered', async ({
  page,
}) => {
  const name = unique('Entra')
  await make(page, 'EntraID', name)
  expect(await requiredLabels(page)).toEqual([
    'Identity Provider',
    'OIDC Client ID',
    'ROPG Client ID',
    'Tenant',
    'OIDC Redirect URI',
  ])
  const client = '2f6d1c1e-0f51-4c38-9a9a-0d7f9f4f2a11'
  const tenant = '0f6f2a40-3df6-4d3c-9a51-0a9a8a1b2c3d'
  await field(page, 'OIDC Client ID').fill(client)
  await field(page, 'ROPG Client ID').fill(client)
  await field(page, 'Tenant').fill(tenant)
  await save(page)
  const bytes = await exported(page)
  expect(settingsOf(bytes, login)).toEqual({
    OIDCProvider: 'EntraID',
    OIDCNewPassword: false,
    OIDCClientID: client,
    OIDCROPGID: client,
    OIDCTenant: tenant,
    OIDCRedirectURI: 'https://127.0.0.1/jamfconnect',
    ROPGTenant: tenant,
  })
  expect(settingsOf(bytes, connect)).toEqual({
    IdPSettings: { Provider: 'EntraID', ROPGID: client, TenantID: tenant },
  })
  expect(at(bytes, ['PayloadDisplayName'])).toBe(name)
})

test('an Okta OpenID Connect configuration spells the provider as each app does', async ({ page }) => {
  await make(page, 'Okta-OIDC', unique('Okta'))
  expect(await requiredLabels(page)).toEqual([
    'Identity Provider',
    'OIDC Client ID',
    'ROPG Client ID',
    'Tenant',
  ])
  await field(page, 'OIDC Client ID').fill('0oa1example')
  await field(page, 'ROPG Client ID').fill('0oa2example')
  await field(page, 'Tenant').fill('example')
  await expect(field(page, 'Discovery URL')).toHaveAttribute(
    'placeholder',
    'https://example.okta.com/.well-known/openid-configuration',
  )
  await openTab(page, 'Login')
  await choose(row(page, 'Use Passthrough Authentication'), 'On')
  await save(page)
  const bytes = await exported(page)
  expect(settingsOf(bytes, login)).toEqual({
    OIDCProvider: 'Okta-OIDC',
    OIDCNewPassword: false,
    OIDCClientID: '0oa1example',
    OIDCROPGID: '0oa2example',
    OIDCTenant: 'example',
    OIDCUsePassthroughAuth: true,
  })
  expect(settingsOf(bytes, connect)).toEqual({
    IdPSettings: { Provider: 'Okta OIDC', ROPGID: '0oa2example', TenantID: 'example' },
  })
})

test('a Custom configuration takes scopes as words and asks for its discovery URL', async ({ page }) => {
  await make(page, 'Custom', unique('Custom'))
  expect(await requiredLabels(page)).toEqual([
    'Identity Provider',
    'OIDC Client ID',
    'OpenID Connect Scopes',
    'ROPG Client ID',
    'OIDC Redirect URI',
    'Discovery URL',
  ])
  await field(page, 'OIDC Client ID').fill('example-client')
  const scopes = field(page, 'OpenID Connect Scopes')
  await scopes.fill('openid profile email')
  await scopes.press('Enter')
  await field(page, 'ROPG Client ID').fill('example-client')
  await field(page, 'Discovery URL').fill('https://id.example.com/.well-known/openid-configuration')
  await save(page)
  const bytes = await exported(page)
  expect(settingsOf(bytes, login)).toEqual({
    OIDCProvider: 'Custom',
    OIDCNewPassword: false,
    OIDCClientID: 'example-client',
    OIDCScopes: 'openid+profile+email',
    OIDCROPGID: 'example-client',
    OIDCRedirectURI: 'https://127.0.0.1/jamfconnect',
    OIDCDiscoveryURL: 'https://id.example.com/.well-known/openid-configuration',
  })
  expect(settingsOf(bytes, connect)).toEqual({
    IdPSettings: {
      Provider: 'Custom',
      ROPGID: 'example-client',
      DiscoveryURL: 'https://id.example.com/.well-known/openid-configuration',
    },
  })
})

test('what is missing is told in the list of issues, and "Show the field" leads to it', async ({ page }) => {
  await edit(page, newProfileXml('EntraID'))
  const issue = (await issueList(page)).filter({ hasText: 'OIDCClientID is not configured.' })
  await expect(issue).toHaveCount(1)
  await openTab(page, 'Connect')
  await issue.getByRole('button', { name: 'Show the field' }).click()
  await expect(page.getByRole('tab', { name: 'Identity Provider' })).toHaveAttribute('aria-selected', 'true')
  await expect(field(page, 'OIDC Client ID')).toBeFocused()
  await page.keyboard.type('2f6d1c1e-0f51-4c38-9a9a-0d7f9f4f2a11')
  await expect(issue).toHaveCount(0)
})

test('"Show the field" leads to a key that is not in the reference, however many there are', async ({
  page,
}) => {
  const keys = Array.from({ length: 260 }, (_, at) => `<key>OIDCNoSuch${at}</key><string>${at}</string>`)
  const xml = newProfileXml('EntraID').replace('<key>OIDCProvider</key>', `${keys.join('\n')}\n$&`)
  await edit(page, xml)
  const issues = await issueList(page)
  await page
    .getByRole('button', { name: 'Show 200 more' })
    .or(issues.getByText(/^Show \d+ more$/))
    .first()
    .click()
  const last = issues.filter({ hasText: 'OIDCNoSuch259' }).first()
  await last.getByRole('button', { name: 'Show the field' }).click()
  const key = page.locator('[id="com_jamf_connect_login/OIDCNoSuch259"]')
  await expect(key).toBeFocused()
  await key.getByRole('button', { name: 'Remove OIDCNoSuch259' }).click()
  await expect(key).toHaveCount(0)
})

test('"Show the field" leads to switches and lists too', async ({ page }) => {
  const wrong = newProfileXml('EntraID').replace(
    '<key>OIDCProvider</key>',
    '<key>DenyLocal</key>\n\t\t\t<string>true</string>\n\t\t\t<key>OIDCAdmin</key>\n\t\t\t<integer>5</integer>\n\t\t\t<key>OIDCProvider</key>',
  )
  await edit(page, wrong)
  const issues = await issueList(page)
  for (const [key, title] of [
    ['DenyLocal', 'Require Network Authentication'],
    ['OIDCAdmin', 'Admin Roles'],
  ] as const) {
    await openTab(page, 'Identity Provider')
    await issues
      .filter({ has: page.getByText(`${login} › ${key}`, { exact: true }) })
      .first()
      .getByRole('button', { name: 'Show the field' })
      .click()
    const shown = row(page, title)
    await expect(shown).toBeInViewport()
    await expect(shown.locator('fieldset, [role=radiogroup]').first()).toBeFocused()
  }
})

test('the admin host of Okta is repaired in both linked keys with one click', async ({ page }) => {
  const id = await edit(page, newProfileXml('Okta'))
  await field(page, 'Auth Server').fill('acme-admin.okta.com')
  const note = row(page, 'Auth Server').getByRole('button', { name: 'Use acme.okta.com' })
  await expect(note).toHaveCount(1)
  const issues = await issueList(page)
  await issues.getByRole('button', { name: 'Use acme.okta.com' }).first().click()
  await expect(field(page, 'Auth Server')).toHaveValue('acme.okta.com')
  await expect(note).toHaveCount(0)
  await save(page)
  const { content } = await stored(page, id)
  expect(settingsOf(content, login).AuthServer).toBe('acme.okta.com')
  expect(settingsOf(content, connect)).toMatchObject({ IdPSettings: { OktaAuthServer: 'acme.okta.com' } })
})

test('switching the provider hides what does not apply and deletes no value', async ({ page }) => {
  const id = await edit(page, newProfileXml('EntraID'))
  await field(page, 'OIDC Client ID').fill('one')
  await field(page, 'Tenant').fill('example.onmicrosoft.com')
  await expect(row(page, 'Auth Server')).toHaveCount(0)
  await row(page, 'Identity Provider').getByRole('combobox').selectOption('Okta')
  await expect(row(page, 'Auth Server')).toHaveCount(1)
  await expect(row(page, 'Tenant')).toContainText(/no effect/)
  await expect(field(page, 'Tenant')).toHaveValue('example.onmicrosoft.com')
  await expect(row(page, 'OIDC Client Secret')).toHaveCount(0)
  await row(page, 'Identity Provider').getByRole('combobox').selectOption('EntraID')
  await expect(row(page, 'Auth Server')).toHaveCount(0)
  await save(page)
  expect(settingsOf((await stored(page, id)).content, login)).toEqual({
    OIDCProvider: 'EntraID',
    OIDCNewPassword: false,
    OIDCClientID: 'one',
    OIDCTenant: 'example.onmicrosoft.com',
    ROPGTenant: 'example.onmicrosoft.com',
    OIDCRedirectURI: 'https://127.0.0.1/jamfconnect',
  })
})

test('the profile leaves in the other form, by domain, and as property lists', async ({ page }) => {
  await edit(page, newProfileXml('EntraID'), unique('Export Größe/1'))
  await page.getByRole('button', { name: 'Export…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Export' })
  await choose(dialog, 'Managed Preferences')
  const managed = await downloadOf(page, () =>
    dialog.getByRole('button', { name: 'Download', exact: true }).click(),
  )
  expect(managed.suggestedFilename()).toMatch(
    /^JamfConnect-Export-Grosse-1-[\w-]+-\d{4}-\d\d-\d\d\.mobileconfig$/,
  )
  await choose(dialog, 'One per domain')
  await expect(dialog.getByRole('list', { name: 'Files' }).getByRole('listitem')).toHaveCount(2)
  await choose(dialog, 'Property list (.plist)')
  await choose(dialog, 'Binary')
  const binary = await downloadOf(page, () =>
    dialog.getByRole('button', { name: `Download ${connect}.plist` }).click(),
  )
  expect(binary.suggestedFilename()).toBe(`${connect}.plist`)
})
