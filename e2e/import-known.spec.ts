import type { Locator, Page } from '@playwright/test'
import type { VersionList } from '../lib/api/configurations'
import { at, expect, home, newProfileXml, saveElsewhere, store, test, unique } from './app'
import { expectClean } from './axe'

type File = { name: string; mimeType: string; buffer: Buffer }
const file = (name: string, text: string): File => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(text),
})

async function pick(page: Page, ...files: File[]): Promise<Locator> {
  await home(page)
  await page.getByRole('button', { name: 'Import a profile' }).click()
  const dialog = page.getByRole('dialog', { name: 'Import profiles' })
  await dialog.getByLabel('Profiles to import').setInputFiles(files)
  return dialog
}

const identifierOf = (xml: string) => String(at(Buffer.from(xml), ['PayloadIdentifier']))
const contents = async (page: Page, id: string) =>
  new Uint8Array(await (await page.request.get(`/api/configurations/${id}/contents`)).body())
const importButton = (dialog: Locator) => dialog.getByRole('button', { name: /^Import($| \d)/ })

test('a profile that the library has becomes a new version of it, and the old one stays', async ({
  page,
}) => {
  const name = unique('Head office')
  const xml = newProfileXml('EntraID', name)
  const { id } = await store(page, name, xml)
  const changed = xml.replace('<string>EntraID</string>', '<string>Okta</string>')
  expect(changed).not.toBe(xml)
  const dialog = await pick(page, file('head-office.mobileconfig', changed))
  const choice = dialog.getByRole('group', { name: 'What head-office.mobileconfig becomes' })
  await expect(choice).toContainText(identifierOf(xml))
  await expect(importButton(dialog)).toBeDisabled()
  await expect(dialog.getByRole('status')).toContainText('Choose what')
  await expectClean(page, 'import-known')
  await choice.getByRole('radio', { name: `A new version of “${name}”` }).check()
  await importButton(dialog).click()
  await expect(page).toHaveURL(new RegExp(`/configurations/${id}`))
  const { versions } = (await (
    await page.request.get(`/api/configurations/${id}/versions`)
  ).json()) as VersionList
  expect(versions.map(({ number, note }) => [number, note])).toEqual([
    [2, 'Imported from head-office.mobileconfig.'],
    [1, null],
  ])
  expect(Buffer.from(await contents(page, id)).toString()).toBe(changed)
  const first = await page.request.get(`/api/configurations/${id}/versions/1/contents`)
  expect(await first.text()).toBe(xml)
})

test('each of several files is decided by itself: a copy has an identity of its own, a new one needs no decision', async ({
  page,
}) => {
  const name = unique('Branch')
  const xml = newProfileXml('GoogleID', name)
  const stored = await store(page, name, xml)
  const other = newProfileXml('Okta', unique('Other'))
  const changed = xml.replace('<string>GoogleID</string>', '<string>OneLogin</string>')
  const dialog = await pick(
    page,
    file('one.mobileconfig', changed),
    file('two.mobileconfig', changed),
    file('other.mobileconfig', other),
  )
  const choice = (fileName: string) =>
    dialog.getByRole('group', { name: `What ${fileName}.mobileconfig becomes` })
  await expect(choice('one')).toHaveCount(0)
  await dialog
    .getByRole('group', { name: 'What these 2 profiles become' })
    .getByRole('radio', { name: 'Decide for each' })
    .check()
  await expect(choice('one')).toBeVisible()
  await expect(choice('two')).toBeVisible()
  await expect(choice('other')).toHaveCount(0)
  await choice('one').getByRole('radio', { name: 'A copy with a new identity' }).check()
  await expect(importButton(dialog)).toBeDisabled()
  await choice('two')
    .getByRole('radio', { name: `A new version of “${name}”` })
    .check()
  const made: string[] = []
  page.on('response', (response) => {
    if (response.request().method() === 'POST' && response.status() === 201) {
      made.push(response.headers().location?.split('/').at(-1) ?? '')
    }
  })
  await importButton(dialog).click()
  await expect(dialog).toHaveCount(0)
  expect(made).toHaveLength(2)
  const copy = await contents(page, made[0] ?? '')
  expect(at(copy, ['PayloadIdentifier'])).not.toBe(identifierOf(xml))
  expect(at(copy, ['PayloadUUID'])).not.toBe(at(Buffer.from(xml), ['PayloadUUID']))
  expect(at(copy, ['PayloadDisplayName'])).toBe(`${at(Buffer.from(xml), ['PayloadDisplayName'])} copy`)
  expect(Buffer.from(await contents(page, made[1] ?? '')).toString()).toBe(other)
  expect(Buffer.from(await contents(page, stored.id)).toString()).toBe(changed)
})

test('one choice decides what all of them become, and what the library has as it is stays out', async ({
  page,
}) => {
  const files: File[] = []
  const ids: string[] = []
  for (const at of [0, 1, 2]) {
    const name = unique('Site')
    const xml = newProfileXml('EntraID', name)
    ids.push((await store(page, name, xml)).id)
    files.push(file(`site-${at}.mobileconfig`, at === 0 ? xml : `${xml}<!-- ${at} -->\n`))
  }
  const dialog = await pick(page, ...files)
  const rows = dialog.getByRole('list', { name: 'Files to import' }).locator(':scope > li')
  await expect(rows.first()).toContainText('has exactly these bytes. Not imported again.')
  await expect(importButton(dialog)).toBeDisabled()
  await expectClean(page, 'import-known-several')
  await dialog.getByRole('radio', { name: 'New versions of the configurations' }).check()
  await dialog.getByRole('button', { name: 'Import 2 configurations' }).click()
  const said = page
    .getByRole('status')
    .locator('div', { hasText: /^2 configurations imported, 1 unchanged\./ })
  await expect(said).toBeVisible()
  await expect(dialog).toHaveCount(0)
  const versionsOf = async () =>
    Promise.all(
      ids.map(async (id) => {
        const list: VersionList = await (await page.request.get(`/api/configurations/${id}/versions`)).json()
        return list.versions.length
      }),
    )
  expect(await versionsOf()).toEqual([1, 2, 2])
  const before = await contents(page, ids[1] ?? '')
  await said.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('status').getByText('New versions are taken back')).toBeVisible()
  expect(await versionsOf()).toEqual([1, 3, 3])
  expect(Buffer.from(await contents(page, ids[1] ?? ''))).not.toEqual(Buffer.from(before))
})

test('a file that is unchanged is stored when somebody asks for it', async ({ page }) => {
  const name = unique('Same')
  const xml = newProfileXml('EntraID', name)
  await store(page, name, xml)
  const dialog = await pick(page, file('same.mobileconfig', xml))
  await expect(dialog.getByText('1 file is unchanged.')).toBeVisible()
  await expect(importButton(dialog)).toBeDisabled()
  await dialog.getByRole('button', { name: /^Choose what it becomes/ }).click()
  await dialog.getByRole('radio', { name: 'A copy with a new identity' }).check()
  await importButton(dialog).click()
  await expect(page.getByRole('heading', { level: 1, name: `${name} copy` })).toBeVisible()
})

test('a version that somebody has saved meanwhile is not covered, and a deleted configuration does not count', async ({
  page,
  troubles,
}) => {
  troubles.expected.push(/412/)
  const name = unique('Campus')
  const xml = newProfileXml('EntraID', name)
  const { id } = await store(page, name, xml)
  const dialog = await pick(page, file('campus.mobileconfig', xml.replace('EntraID', 'OneLogin')))
  await dialog.getByRole('radio', { name: `A new version of “${name}”` }).check()
  await saveElsewhere(page, id, 1, xml.replace('EntraID', 'Okta'))
  await importButton(dialog).click()
  await expect(
    page.getByRole('status').or(page.getByRole('alert')).filter({ hasText: 'campus.mobileconfig: ' }),
  ).toBeVisible()
  await expect(dialog.getByRole('radio', { name: `A new version of “${name}”` })).toBeVisible()
  await expect(dialog).toContainText('Becomes version 3')
  expect((await page.request.delete(`/api/configurations/${id}`)).status()).toBe(204)
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await pick(page, file('campus.mobileconfig', xml))
  await expect(importButton(dialog)).toBeEnabled()
  await expect(dialog.getByRole('radio')).toHaveCount(0)
})
