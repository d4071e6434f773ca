import type { Page } from '@playwright/test'
import {
  at,
  edit,
  expect,
  field,
  fixture,
  home,
  newProfileXml,
  store,
  stored,
  storedNames,
  test,
  unique,
} from './app'

const nav = (page: Page) => page.getByRole('navigation', { name: 'Configurations' })
const link = (page: Page, name: string) => nav(page).getByRole('link', { name })
const nameField = (page: Page) => page.getByRole('textbox', { name: 'Name of the configuration' })

async function act(page: Page, name: string, item: string): Promise<void> {
  await link(page, name).hover()
  await nav(page)
    .getByRole('button', { name: `Actions for ${name}` })
    .click()
  await page.getByRole('menuitem', { name: item }).click()
}

test('a configuration is found by name and provider', async ({ page }) => {
  const [one, two] = [unique('Berlin office'), unique('Hamburg')]
  await store(page, one, newProfileXml('EntraID'))
  await store(page, two, newProfileXml('EntraID'))
  await home(page)
  const find = page.getByRole('searchbox', { name: 'Find a configuration' })
  await find.fill(`berl ${one.split(' ').at(-1)}`)
  await expect(link(page, one)).toBeVisible()
  await expect(link(page, two)).toHaveCount(0)
  await find.fill('no such thing')
  await expect(nav(page)).toContainText('No configuration matches “no such thing”.')
})

test('a configuration is renamed in place with a double click, F2 and the menu, and Escape leaves it', async ({
  page,
}) => {
  const [first, second, third] = [unique('First'), unique('Second'), unique('Third')]
  let requests = 0
  page.on('request', (request) => {
    requests += request.method() === 'PATCH' ? 1 : 0
  })
  await store(page, first, newProfileXml('EntraID'))
  await home(page)
  await link(page, first).dblclick()
  await nameField(page).fill(second)
  await nameField(page).press('Enter')
  await expect(link(page, second)).toBeVisible()
  await expect(page.getByRole('heading', { level: 1, name: second })).toBeVisible()
  await link(page, second).press('F2')
  await nameField(page).fill('given up')
  await nameField(page).press('Escape')
  await expect(link(page, second)).toBeVisible()
  await expect(link(page, second)).toBeFocused()
  await act(page, second, 'Rename')
  await expect(nameField(page)).toBeFocused()
  await nameField(page).fill(`  ${third}  `)
  await nameField(page).press('Enter')
  await expect(link(page, third)).toBeFocused()
  await act(page, third, 'Rename')
  await nameField(page).fill('   ')
  await nameField(page).press('Enter')
  await expect(link(page, third)).toBeVisible()
  expect(requests).toBe(2)
})

test('a duplicate is a profile of its own: new UUIDs and identifiers everywhere, the same settings', async ({
  page,
}) => {
  const name = unique('Original')
  const text = Buffer.from(fixture('shapes/managed-preferences.mobileconfig')).toString()
  await store(page, name, text)
  await home(page)
  await act(page, name, 'Duplicate')
  await expect(page.getByRole('heading', { level: 1, name: `${name} copy` })).toBeVisible()
  const id = page.url().split('/').at(-1) ?? ''
  const copy = Buffer.from((await stored(page, id)).content).toString()
  const uuids = (xml: string) => xml.match(/[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}/gi) ?? []
  const old = uuids(text.replace(/2f6d1c1e[-\w]+/, ''))
  expect(old.length).toBeGreaterThan(3)
  for (const uuid of old) {
    expect(copy).not.toContain(uuid)
  }
  expect(copy).not.toContain('>com.example.managed<')
  const bytes = new TextEncoder().encode(copy)
  expect(at(bytes, ['PayloadDisplayName'])).toBe(`${name} copy`)
  expect(at(bytes, ['PayloadContent', 0, 'PayloadContent'])).toEqual(
    at(new TextEncoder().encode(text), ['PayloadContent', 0, 'PayloadContent']),
  )
  expect(copy).toContain('<!-- kept by hand: ask the service desk first -->')
})

test('a configuration is deleted with an undo that brings it back, open and with its unsaved changes', async ({
  page,
}) => {
  const name = unique('Deleted')
  const id = await edit(page, newProfileXml('EntraID'), name)
  const kept = page.waitForResponse((response) => response.url().includes('/drafts/') && response.ok())
  await field(page, 'OIDC Client ID').fill('unsaved')
  await kept
  await act(page, name, 'Delete')
  await expect(link(page, name)).toHaveCount(0)
  await expect(page).toHaveURL('/')
  expect(await storedNames(page)).not.toContain(name)
  await page.getByText(`“${name}” is deleted.`).locator('..').getByRole('button', { name: 'Undo' }).click()
  await expect(page).toHaveURL(`/configurations/${id}`)
  await expect(field(page, 'OIDC Client ID')).toHaveValue('unsaved')
  await expect(link(page, name)).toBeVisible()
})

test('names with markup, quotes and other scripts are shown as they are', async ({ page }) => {
  const name = unique(`<b>“Größe” & 日本 & 'x'`)
  await edit(page, newProfileXml('EntraID'), name)
  await expect(link(page, name)).toBeVisible()
  await expect(page).toHaveTitle(new RegExp(name.split(' ').at(-1) ?? ''))
})

test('an address without a configuration says so and leads back', async ({ page, troubles }) => {
  troubles.expected.push(/404/)
  for (const id of ['00000000-0000-4000-8000-000000000000', 'no-id']) {
    await page.goto(`/configurations/${id}`)
    const alert = page.getByRole('main').getByRole('alert')
    await expect(alert).toContainText(/not here|cannot be opened/)
    await alert.getByRole('link', { name: 'All configurations' }).click()
    await expect(page).toHaveURL('/')
  }
})

test('a binary file that holds what XML cannot is refused with a sentence, not with a broken page', async ({
  page,
}) => {
  const { writeBinary } = await import('../lib/plist/binary/writer')
  const bytes = writeBinary({
    type: 'dict',
    entries: [{ key: 'OIDCProvider', value: { type: 'string', value: 'Entra\u0001ID' } }],
  })
  await home(page)
  await page.getByRole('button', { name: 'Import a profile' }).click()
  const dialog = page.getByRole('dialog', { name: 'Import profiles' })
  await dialog.getByLabel('Profiles to import').setInputFiles({
    name: 'control.plist',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(bytes),
  })
  const item = dialog.getByRole('list', { name: 'Files to import' }).locator(':scope > li')
  await expect(item).toContainText(/character that XML forbids/)
  await expect(dialog.getByRole('button', { name: /^Import/ })).toBeDisabled()
})
