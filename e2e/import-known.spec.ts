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
const importButton = (dialog: Locator) => dialog.getByRole('button', { name: /^Import/ })

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
  const dialog = await pick(
    page,
    file('one.mobileconfig', xml),
    file('two.mobileconfig', xml),
    file('other.mobileconfig', other),
  )
  const choice = (fileName: string) =>
    dialog.getByRole('group', { name: `What ${fileName}.mobileconfig becomes` })
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
  expect(Buffer.from(await contents(page, stored.id)).toString()).toBe(xml)
})

test('a version that somebody has saved meanwhile is not covered, and a deleted configuration does not count', async ({
  page,
  troubles,
}) => {
  troubles.expected.push(/412/)
  const name = unique('Campus')
  const xml = newProfileXml('EntraID', name)
  const { id } = await store(page, name, xml)
  const dialog = await pick(page, file('campus.mobileconfig', xml))
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
