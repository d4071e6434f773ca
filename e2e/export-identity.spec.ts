import type { Page } from '@playwright/test'
import { writeXml } from '../lib/plist/xml/writer'
import { newProfile } from '../lib/profile/identity'
import {
  at,
  bytesOf,
  choose,
  downloadOf,
  edit,
  expect,
  exported,
  fixture,
  newProfileXml,
  opened,
  save,
  store,
  stored,
  tabTo,
  test,
  unique,
} from './app'
import { expectClean, sizes } from './axe'

test.use({ viewport: sizes.desktop })

const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Export' })
const identity = (page: Page) => dialogOf(page).getByRole('region', { name: 'Identity' })
const openExport = (page: Page) => page.getByRole('button', { name: 'Export…' }).click()
const download = async (page: Page) =>
  bytesOf(
    await downloadOf(page, () =>
      dialogOf(page).getByRole('button', { name: 'Download', exact: true }).click(),
    ),
  )
const close = (page: Page) => dialogOf(page).getByRole('button', { name: 'Close' }).last().click()

test('an export says under which name, organization and identifier it comes, and offers one that people can read', async ({
  page,
}) => {
  const word = unique('Harbor').replaceAll(' ', '-').toLowerCase()
  const id = await edit(page, writeXml(newProfile({ name: `Jamf Connect for ${word}` })))
  const before = at((await stored(page, id)).content, ['PayloadIdentifier'])
  await openExport(page)
  await expect(identity(page).getByLabel('Display name')).toHaveValue(`Jamf Connect for ${word}`)
  await expect(identity(page).getByLabel('Identifier')).toHaveValue(String(before))
  await expect(identity(page)).toContainText('An MDM replaces the profile that it has installed')
  await expect(identity(page)).toContainText('With an organization')
  await expectClean(page, 'identity-uuid')
  // Nothing changes by itself.
  expect(at(await download(page), ['PayloadIdentifier'])).toBe(before)
  expect((await stored(page, id)).draft).toBeNull()

  await identity(page).getByLabel('Organization').fill('Acme, Inc.')
  const readable = `com.acme.jamfconnect.${word}`
  const take = identity(page).getByRole('button', { name: `Use ${readable}` })
  await tabTo(page, take)
  await page.keyboard.press('Enter')
  await expect(identity(page).getByLabel('Identifier')).toHaveValue(readable)
  await expect(identity(page)).toContainText(`The saved version is ${before}`)
  await expect(identity(page)).toContainText('Changed in the profile, too, and not saved yet.')
  await expectClean(page, 'identity-changed')
  const file = await download(page)
  expect([at(file, ['PayloadIdentifier']), at(file, ['PayloadOrganization'])]).toEqual([
    readable,
    'Acme, Inc.',
  ])
  await close(page)
  await save(page)
  await page.reload()
  expect(Buffer.from(await exported(page)).equals(Buffer.from(file))).toBe(true)
  await openExport(page)
  await expect(identity(page)).not.toContainText('The saved version is')
})

test('an identifier of another configuration is said, and none is offered twice', async ({ page }) => {
  const word = unique('Quay').replaceAll(' ', '-').toLowerCase()
  const xml = writeXml(newProfile({ name: word, organization: 'Acme' }))
  const own = String(at(Buffer.from(xml), ['PayloadIdentifier']))
  const readable = `com.acme.jamfconnect.${word}`
  const other = unique('Other')
  const taken = writeXml(newProfile({ name: word, organization: 'Acme' }))
  const theirs = String(at(Buffer.from(taken), ['PayloadIdentifier']))
  await store(page, other, taken.replaceAll(theirs, readable))
  await edit(page, xml)
  await openExport(page)
  await expect(identity(page).getByRole('button', { name: `Use ${readable}-2` })).toBeVisible()
  await identity(page).getByLabel('Identifier').fill(readable)
  await expect(identity(page)).toContainText(`“${other}” has this identifier, too.`)
  await expectClean(page, 'identity-taken')
  await identity(page).getByLabel('Identifier').fill('')
  await expect(identity(page)).toContainText('A profile needs an identifier')
  await identity(page).getByLabel('Identifier').fill(own)
  await expect(identity(page)).not.toContainText('The saved version is')
})

test('an imported file that was not changed still exports byte for byte, whatever was chosen for others', async ({
  page,
}) => {
  await edit(page, newProfileXml('EntraID'))
  await openExport(page)
  await choose(dialogOf(page), 'Managed Preferences')
  await identity(page).getByLabel('Organization').fill('Somebody else')
  await download(page)
  const bytes = fixture('shapes/direct.mobileconfig')
  await edit(page, bytes)
  await openExport(page)
  await expect(dialogOf(page).getByRole('radio', { name: 'As they are' })).toBeChecked()
  expect(Buffer.from(await download(page)).equals(Buffer.from(bytes))).toBe(true)
})

test('the form is remembered for each configuration in this browser, and credentials are asked for again', async ({
  page,
}) => {
  const name = unique('Remembered')
  const id = await edit(
    page,
    newProfileXml('Custom').replace(
      '<key>OIDCProvider</key>',
      '<key>OIDCClientSecret</key><string>hush-4711</string>$&',
    ),
    name,
  )
  await openExport(page)
  await choose(dialogOf(page), 'Managed Preferences')
  await choose(dialogOf(page).getByRole('region', { name: 'Credentials' }), 'Keep in the file')
  await download(page)
  const kept = await page.evaluate(() => JSON.stringify({ ...localStorage }))
  expect(kept).toContain(id)
  expect(kept).not.toMatch(/hush|Remembered|keep/)
  await page.reload()
  await opened(page, name)
  await openExport(page)
  await expect(dialogOf(page).getByRole('radio', { name: 'Managed Preferences' })).toBeChecked()
  await expect(dialogOf(page).getByRole('button', { name: 'Download', exact: true })).toBeDisabled()
})

test('a property list says what it is called as a profile, and becomes that very profile', async ({
  page,
}) => {
  const name = unique('Bare')
  const { id } = await store(page, name, fixture('shapes/bare.mobileconfig'), ['com.jamf.connect.login'])
  await page.goto(`/configurations/${id}`)
  await opened(page, name)
  await openExport(page)
  await expect(identity(page)).toContainText(`Exported as a profile it has the display name “${name}”`)
  await expectClean(page, 'identity-bare')
  await choose(dialogOf(page), 'By domain')
  const before = await download(page)
  await identity(page).getByRole('button', { name: 'Make it a profile, to choose them' }).click()
  await expect(identity(page).getByLabel('Display name')).toHaveValue(name)
  await expect(identity(page).getByLabel('Identifier')).toHaveValue(String(at(before, ['PayloadIdentifier'])))
  expect(Buffer.from(await download(page)).toString()).toBe(Buffer.from(before).toString())
})

test('an identifier that is no reverse domain name, and a display name that is gone, are said in the export at once', async ({
  page,
}) => {
  const name = unique('Said at once')
  await edit(page, newProfileXml('EntraID', 'Jamf Connect for Acme'), name)
  await openExport(page)
  await expect(identity(page)).toContainText(`Files are named after the configuration, “${name}”.`)
  for (const wrong of ['com.acme.my profile', 'com.müller.jamf', 'profile']) {
    await identity(page).getByLabel('Identifier').fill(wrong)
    await expect(identity(page)).toContainText(`“${wrong}” is no reverse domain name`)
  }
  await expect(dialogOf(page).getByRole('button', { name: 'Download', exact: true })).toBeEnabled()
  await identity(page).getByLabel('Identifier').fill('com.acme.jamf-connect')
  await expect(identity(page)).not.toContainText('reverse domain name')
  await identity(page).getByLabel('Display name').fill('')
  await expect(identity(page)).toContainText('The profile has no PayloadDisplayName')
  await expectClean(page, 'identity-advice')
  await identity(page).getByRole('button', { name: 'Name it after its settings' }).click()
  await expect(identity(page).getByLabel('Display name')).not.toHaveValue('')
  await expect(identity(page)).not.toContainText('The profile has no PayloadDisplayName')
})
