import type { Page } from '@playwright/test'
import type { TestReport } from '../lib/api/report'
import {
  edit,
  expect,
  field,
  home,
  newProfileXml,
  opened,
  save,
  settingsOf,
  stored,
  tabTo,
  test,
  unique,
} from './app'
import { expectClean } from './axe'

const LOGIN = 'com.jamf.connect.login'
const CONNECT = 'com.jamf.connect'
const client = '5c8f5a49-6d3a-4b0e-9c7a-3f1f2f9f7a11'
const tenant = '0f8b9c1d-2e3f-4a5b-8c6d-7e8f9a0b1c2d'

const step = (page: Page, title: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 3, name: title }) })
const tick = (page: Page, title: string) => page.getByRole('checkbox', { name: `Done: ${title}` })

/** A stored configuration for Entra ID, with its guide open. */
async function openGuide(page: Page, guide = 'entra'): Promise<string> {
  const id = await edit(page, newProfileXml('EntraID'))
  await page.goto(`/configurations/${id}/set-up/${guide}`)
  await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible()
  return id
}

test('a new configuration opens the guide of its provider, and what is filled in there is in the profile', async ({
  page,
}) => {
  const name = unique('Guided')
  await home(page)
  await page.getByRole('button', { name: 'New', exact: true }).first().click()
  const dialog = page.getByRole('dialog', { name: 'New configuration' })
  await dialog.getByRole('textbox', { name: 'Name' }).fill(name)
  await dialog.getByRole('checkbox', { name: 'I still have to set up the provider' }).check()
  await dialog.getByRole('button', { name: 'Create' }).click()
  await expect(page.getByRole('heading', { level: 2, name: 'Microsoft Entra ID', exact: true })).toBeVisible()
  await expect(page).toHaveURL(/\/configurations\/[\da-f-]{36}\/set-up\/entra$/)
  await expect(page).toHaveTitle(`${name} · Set-up: Microsoft Entra ID · Latchkey`)
  const id = page.url().split('/').at(-3) ?? ''

  await field(page, 'OIDC Client ID').fill(client)
  await step(page, 'Copy the application ID').getByRole('button', { name: 'Same as OIDC Client ID' }).click()
  await field(page, 'Tenant').fill(tenant)
  const roles = step(page, 'Create a role for administrators of the Mac')
  await roles.getByRole('button', { name: 'Set OIDCAdminAttribute to roles' }).click()
  await expect(roles.getByText('It is set so.')).toBeVisible()
  await page.getByRole('button', { name: 'Undo', exact: true }).first().click()
  await expect(roles.getByText('It is set so.')).toBeHidden()
  await page.getByRole('button', { name: 'Redo', exact: true }).click()
  await save(page)
  const { content, version } = await stored(page, id)
  expect(version).toBe(2)
  expect(settingsOf(content, LOGIN)).toMatchObject({
    OIDCClientID: client,
    OIDCROPGID: client,
    OIDCTenant: tenant,
    OIDCAdminAttribute: 'roles',
  })
  expect(settingsOf(content, CONNECT)).toMatchObject({ IdPSettings: { ROPGID: client, TenantID: tenant } })
})

test('what is typed in a guide and not saved is there in the editor, and the other way round', async ({
  page,
}) => {
  const id = await openGuide(page)
  await field(page, 'Tenant').fill(tenant)
  await page.getByRole('banner').getByRole('link').first().click()
  await expect(field(page, 'Tenant')).toHaveValue(tenant)
  await expect(page.getByRole('status').filter({ hasText: 'Unsaved changes' })).toBeVisible()
  await field(page, 'OIDC Client ID').fill(client)
  await page.getByRole('link', { name: 'Set up the provider…' }).click()
  await page.getByRole('link', { name: 'Microsoft Entra ID', exact: true }).click()
  await expect(field(page, 'OIDC Client ID')).toHaveValue(client)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('status').filter({ hasText: /^Saved · version 2/ })).toBeVisible()
  await page.getByRole('banner').getByRole('link').first().click()
  await expect(page.getByRole('status').filter({ hasText: /^Saved · version 2/ })).toBeVisible()
  expect(settingsOf((await stored(page, id)).content, LOGIN)).toMatchObject({
    OIDCClientID: client,
    OIDCTenant: tenant,
  })
})

test('ticks are kept with the configuration, for every window', async ({ page, context }) => {
  const id = await openGuide(page)
  await tick(page, 'Register an application').check()
  await tick(page, 'Grant admin consent').check()
  await tick(page, 'Require an assignment').check()
  await tick(page, 'Grant admin consent').uncheck()
  const progress = page.getByRole('status').filter({ hasText: ' done' })
  await expect(progress).toHaveText(/^1 of \d+ done, and 1 of \d+ optional steps$/)
  await expect
    .poll(async () => (await (await page.request.get(`/api/configurations/${id}/set-up`)).json()).done)
    .toEqual([
      { guide: 'entra', step: 'register' },
      { guide: 'entra', step: 'require-assignment' },
    ])
  await page.reload()
  await expect(tick(page, 'Register an application')).toBeChecked()
  await expect(tick(page, 'Grant admin consent')).not.toBeChecked()
  const other = await context.newPage()
  await other.goto(`/configurations/${id}/set-up`)
  await expect(
    other
      .getByRole('listitem')
      .filter({ has: other.getByRole('link', { name: 'Microsoft Entra ID', exact: true }) }),
  ).toContainText('1 of ')
  await other.close()
})

test('a tick that the server does not keep goes again, and it says so', async ({ page, troubles }) => {
  troubles.expected.push(/status of 507/)
  await openGuide(page)
  await page.route('**/api/configurations/*/set-up', (route) =>
    route.request().method() === 'PUT'
      ? route.fulfill({ status: 507, json: { code: 'storage-full', message: 'The disk is full.' } })
      : route.continue(),
  )
  await tick(page, 'Register an application').click()
  await expect(page.getByText('The tick is not kept. The disk is full.')).toBeVisible()
  await expect(tick(page, 'Register an application')).not.toBeChecked()
})

test('the choice names the guides of the provider first, and an unknown guide leads to it', async ({
  page,
  troubles,
}) => {
  troubles.expected.push(/status of 404/)
  const id = await edit(page, newProfileXml('EntraID'))
  await page.goto(`/configurations/${id}/set-up/nobody-wrote-this`)
  await expect(
    page.getByRole('alert').filter({ hasText: 'There is no guide at this address.' }),
  ).toBeVisible()
  await expect(page.getByRole('region').first()).toHaveAccessibleName('For Microsoft Entra ID')
  await expectClean(page, 'set-up-unknown')
  await page.goto(`/configurations/${crypto.randomUUID()}/set-up/entra`)
  await expect(page.getByRole('alert').filter({ hasText: 'This configuration is not here.' })).toBeVisible()
})

test('a guide is whole for the keyboard, in both themes and on a small screen', async ({ page }) => {
  await openGuide(page, 'entra-conditional-access')
  await expect(tick(page, 'Register the API')).toBeEnabled()
  await expectClean(page, 'set-up-guide')
  await tabTo(page, tick(page, 'Register the API'))
  await page.keyboard.press('Space')
  await expect(tick(page, 'Register the API')).toBeChecked()
  await page
    .getByRole('navigation', { name: 'Steps' })
    .getByRole('link', { name: /Copy the directory ID/ })
    .press('Enter')
  await expect(page).toHaveURL(/#tenant-id$/)
  await expect(step(page, 'Copy the directory ID')).toBeFocused()
  await tabTo(page, field(page, 'Tenant'))
  await page.keyboard.type(tenant)
  await page.keyboard.press('Control+s')
  await expect(page.getByRole('status').filter({ hasText: /^Saved · version 2/ })).toBeVisible()
  await page.reload()
  await expect(step(page, 'Copy the directory ID')).toBeInViewport()
})

test.describe('on a touch screen', () => {
  test.use({ viewport: { width: 320, height: 640 }, hasTouch: true })

  test('each control of a guide is high enough for a finger, and nothing is cut off', async ({ page }) => {
    await openGuide(page)
    await expect(tick(page, 'Register an application')).toBeEnabled()
    const low = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('main button, main input, main a, header button, header a')]
        .map((element) => (element.matches('input[type=checkbox]') ? element.closest('label') : element))
        .filter((element) => element !== null)
        .filter((element) => !element.closest('p, .sr-only') && element.checkVisibility())
        .map((element) => ({ name: element.textContent, box: element.getBoundingClientRect() }))
        .filter(({ box }) => box.height > 0 && (box.height < 43.5 || box.right > 320 || box.left < 0))
        .map(({ name }) => name),
    )
    expect(low).toEqual([])
  })
})

test('on paper a guide has everything unfolded, values in place of fields, and nothing to press', async ({
  page,
}) => {
  await openGuide(page)
  await field(page, 'Tenant').fill(tenant)
  await tick(page, 'Register an application').check()
  await page.emulateMedia({ media: 'print', colorScheme: 'light' })
  const controls = page.locator('button, input, select, textarea')
  const seen = await controls.evaluateAll((all) => all.filter((element) => element.checkVisibility()).length)
  expect(seen).toBe(0)
  const article = page.getByRole('article')
  await expect(article.getByText(tenant).first()).toBeVisible()
  await expect(article.getByText('not filled in').first()).toBeVisible()
  await expect(article.getByText('☑')).toHaveCount(1)
  await expect(
    article.getByText(/https:\/\/learn\.microsoft\.com\/entra\/identity-platform\//).first(),
  ).toBeVisible()
  const cut = await page.evaluate(() => {
    const main = document.querySelector('main')
    return main === null || main.scrollHeight > main.clientHeight + 1
  })
  expect(cut).toBe(false)
})

test('a failed check leads to the step that was missed, in the guide that is followed', async ({ page }) => {
  const name = unique('Missed')
  const id = await edit(page, newProfileXml('EntraID'), name)
  const report: TestReport = {
    kind: 'ropg',
    at: new Date().toISOString(),
    durationMs: 1200,
    configuration: { name, version: 1 },
    findings: [
      {
        check: 'ropg.client',
        title: 'The client was refused',
        outcome: 'failed',
        means: 'The application is no public client.',
        row: 'entra-not-public',
      },
    ],
    exchanges: [],
    token: null,
    mac: [],
    summary: { verdict: 'failed', title: 'Entra ID wants a client secret', text: '' },
  }
  const kept = await page.request.post(`/api/configurations/${id}/reports`, { data: report })
  expect(kept.status()).toBe(201)
  const { id: of } = await kept.json()
  const mark = { guide: 'entra-conditional-access', step: 'register-api', done: true }
  expect((await page.request.put(`/api/configurations/${id}/set-up`, { data: mark })).status()).toBe(204)
  await page.goto(`/configurations/${id}?test=ropg&report=${of}`)
  const back = page.getByRole('link', { name: 'Set-up: Allow public client flows' })
  await expect(back).toHaveAttribute('href', /\/set-up\/entra-conditional-access#public-client-flows$/)
  await back.click()
  await expect(step(page, 'Allow public client flows')).toBeInViewport()
  await expect(step(page, 'Allow public client flows')).toBeFocused()
  await page.getByRole('link', { name: 'Public client flows are on: check' }).click()
  await opened(page, name)
  await expect(page).toHaveURL(/\?test=ropg$/)
})

test('the palette leads to the set-up', async ({ page }) => {
  const id = await edit(page, newProfileXml('EntraID'))
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Find configurations, keys and commands' }).fill('set up provider')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(`/configurations/${id}/set-up`)
  await expect(page.getByRole('heading', { level: 2, name: 'Set up the identity provider' })).toBeVisible()
})
