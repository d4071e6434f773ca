import type { Locator, Page } from '@playwright/test'
import { signedContent, signedProfile } from '../lib/profile/fixtures/signed-profiles'
import { expect, exported, field, fixture, home, openForm, openTab, openXmlView, store, unique } from './app'
// A server for each worker: files with one identifier are imported here again and again.
import { test } from './tests-app'

type File = { name: string; mimeType: string; buffer: Buffer }
const file = (name: string, bytes: Uint8Array | string): File => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(bytes),
})

async function openImport(page: Page): Promise<Locator> {
  await home(page)
  await page.getByRole('button', { name: 'Import a profile' }).click()
  return page.getByRole('dialog', { name: 'Import profiles' })
}

async function pick(page: Page, ...files: File[]): Promise<Locator> {
  const dialog = await openImport(page)
  await dialog.getByLabel('Profiles to import').setInputFiles(files)
  return dialog
}

async function importAll(page: Page, dialog: Locator): Promise<void> {
  await dialog.getByRole('button', { name: /^Import/ }).click()
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
  await expect(page).toHaveURL(/\/configurations\//)
  await expect(page.getByRole('button', { name: 'Export…' })).toBeVisible()
}

type Case = {
  title: string
  name: string
  bytes: Uint8Array
  says: RegExp[]
  /** What an unchanged export holds, when that is not the file. */
  holds?: string
  /** A text field that the file configures. */
  shows: readonly [tab: string, field: string, value: string]
}

const tenant = ['Identity Provider', 'Tenant', 'example'] as const
const client = '2f6d1c1e-0f51-4c38-9a9a-0d7f9f4f2a11'

const shapes: Case[] = [
  {
    title: 'managed preferences',
    name: 'managed-preferences.mobileconfig',
    bytes: fixture('shapes/managed-preferences.mobileconfig'),
    says: [/Managed Preferences · Microsoft Entra ID/, /Kept beside them: com\.apple\.security\.root/],
    shows: ['Identity Provider', 'OIDC Client ID', client],
  },
  {
    title: 'one payload per domain',
    name: 'direct.mobileconfig',
    bytes: fixture('shapes/direct.mobileconfig'),
    says: [
      /one payload per domain · Okta/,
      /com\.jamf\.connect\.login, com\.jamf\.connect/,
      /com\.apple\.wifi\.managed/,
    ],
    shows: tenant,
  },
  {
    title: 'a property list named after its domain',
    name: 'com.jamf.connect.plist',
    bytes: fixture('shapes/com.jamf.connect.plist'),
    says: [/bare property list/, /com\.jamf\.connect/],
    shows: ['Connect', 'ROPG Tenant', 'example.onmicrosoft.com'],
  },
  {
    title: 'a property list named .mobileconfig',
    name: 'bare.mobileconfig',
    bytes: fixture('shapes/bare.mobileconfig'),
    says: [/bare property list/, /com\.jamf\.connect\.login/],
    shows: ['Identity Provider', 'OIDC Client ID', 'example-client'],
  },
  {
    title: 'a binary profile',
    name: 'binary.mobileconfig',
    bytes: fixture('shapes/binary.mobileconfig'),
    says: [/one payload per domain, binary/],
    shows: tenant,
  },
  {
    title: 'OpenStep text',
    name: 'openstep.plist',
    bytes: fixture('shapes/openstep.plist'),
    says: [/bare property list, openstep/i],
    shows: ['Identity Provider', 'OIDC Client ID', client],
  },
  {
    title: 'UTF-16 with a byte order mark and CR LF',
    name: 'utf-16.mobileconfig',
    bytes: Buffer.from(
      `\ufeff${Buffer.from(fixture('shapes/direct.mobileconfig'))
        .toString()
        .replace('encoding="UTF-8"', 'encoding="UTF-16"')
        .replaceAll('\n', '\r\n')}`,
      'utf16le',
    ),
    says: [/one payload per domain · Okta/],
    shows: tenant,
  },
]

for (const { title, name, bytes, says, shows } of shapes) {
  test(`${title}: picked, opened, and exported unchanged byte for byte`, async ({ page }) => {
    const dialog = await pick(page, file(name, bytes))
    for (const pattern of says) {
      await expect(dialog.getByRole('listitem').first()).toContainText(pattern)
    }
    await importAll(page, dialog)
    await openTab(page, shows[0])
    await expect(field(page, shows[1])).toHaveValue(shows[2])
    // Looking at the XML changes nothing either.
    await openXmlView(page)
    await openForm(page)
    await expect(page.getByText(/^Saved · version 1$/)).toBeVisible()
    expect(Buffer.from(await exported(page)).equals(Buffer.from(bytes))).toBe(true)
  })
}

const textShapes = shapes.filter(({ name }) => /^(managed|direct|bare|com)/.test(name))

for (const { title, name, bytes, shows } of textShapes) {
  test(`${title}: one key changed is a change of at most two lines`, async ({ page }) => {
    await importAll(page, await pick(page, file(name, bytes)))
    await openTab(page, shows[0])
    await field(page, shows[1]).fill('changed-by-hand')
    const before = Buffer.from(bytes).toString().split('\n')
    const after = Buffer.from(await exported(page))
      .toString()
      .split('\n')
    expect(after).toHaveLength(before.length)
    const differing = after.filter((line, index) => line !== before[index])
    // Linked keys are two keys.
    expect(differing.length).toBeLessThanOrEqual(2)
    expect(differing.every((line) => line.trim() === '<string>changed-by-hand</string>')).toBe(true)
  })
}

for (const [title, key] of [
  ['DER', 'rsaDer'],
  ['BER in segments', 'berSegmented'],
] as const) {
  test(`a profile signed in ${title} names its signer and is exported as what was signed`, async ({
    page,
  }) => {
    const dialog = await pick(page, file('signed.mobileconfig', signedProfile(key)))
    const item = dialog.getByRole('listitem').first()
    await expect(item).toContainText(
      /Signed by Profile Signing Example \(the content is as it was signed, but the certificate is self-signed/,
    )
    await importAll(page, dialog)
    expect(Buffer.from(await exported(page)).toString()).toBe(signedContent)
  })
}

test('a signature that does not fit the content is said so, and the profile can still be read', async ({
  page,
}) => {
  const dialog = await pick(page, file('tampered.mobileconfig', signedProfile('tamperedContent')))
  await expect(dialog.getByRole('listitem').first()).toContainText(
    'not verified: the content was changed after it was signed',
  )
})

test('several files are dropped anywhere on the page and imported together', async ({ page }) => {
  await home(page)
  const names = ['managed-preferences.mobileconfig', 'direct.mobileconfig']
  const transfer = await page.evaluateHandle(
    (files) => {
      const data = new DataTransfer()
      for (const { name, text } of files) {
        data.items.add(new File([text], name))
      }
      return data
    },
    names.map((name) => ({ name, text: Buffer.from(fixture(`shapes/${name}`)).toString() })),
  )
  await page.dispatchEvent('body', 'dragover', { dataTransfer: transfer })
  await expect(page.getByText('Drop to import')).toBeVisible()
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer })
  const dialog = page.getByRole('dialog', { name: 'Import profiles' })
  await expect(dialog.getByRole('list', { name: 'Files to import' }).locator(':scope > li')).toHaveCount(2)
  await dialog.getByRole('button', { name: 'Import 2 configurations' }).click()
  await expect(page.getByRole('status').getByText('2 configurations imported.')).toBeVisible()
  await expect(
    page.getByRole('main').getByRole('link', { name: 'Example GmbH direct' }).first(),
  ).toBeVisible()
})

test('a profile is imported from pasted text', async ({ page }) => {
  const dialog = await openImport(page)
  await dialog.getByText('Paste the text of a profile').click()
  const text = Buffer.from(fixture('shapes/direct.mobileconfig')).toString()
  await dialog.getByRole('textbox', { name: 'Text of a profile' }).fill(text)
  await dialog.getByRole('button', { name: 'Read the text' }).click()
  await expect(dialog.getByRole('listitem').first()).toContainText('one payload per domain')
  await importAll(page, dialog)
  expect(Buffer.from(await exported(page)).toString()).toBe(text)
})

test('a property list keeps its domain when the configuration gets another name', async ({ page }) => {
  const xml = Buffer.from(fixture('shapes/com.jamf.connect.plist'))
    .toString()
    .replace(
      /<key>IdPSettings[\s\S]*?<\/dict>\n/,
      '<key>LicenseFile</key>\n\t<string>RXhhbXBsZQ==</string>\n',
    )
  const { id } = await store(page, unique('com.jamf.connect'), xml, ['com.jamf.connect'])
  const headers = { 'Content-Type': 'application/json' }
  const data = { name: unique('License of Berlin') }
  await page.request.patch(`/api/configurations/${id}`, { data, headers })
  await page.goto(`/configurations/${id}`)
  await page.getByRole('button', { name: 'Export…' }).click()
  await expect(
    page.getByRole('dialog', { name: 'Export' }).getByRole('list', { name: 'Files' }),
  ).toContainText('com.jamf.connect.plist')
})

test('mixed line ends are kept when the XML view was only looked at', async ({ page }) => {
  const text = Buffer.from(fixture('shapes/direct.mobileconfig'))
    .toString()
    .split('\n')
    .map((line, index) => `${line}${['\n', '\r\n', '\r'][index % 3]}`)
    .join('')
  const { id } = await store(page, unique('Mixed'), text)
  await page.goto(`/configurations/${id}`)
  await openXmlView(page)
  await openForm(page)
  await expect(page.getByText(/^Saved · version 1$/)).toBeVisible()
  const editor = await openXmlView(page)
  await editor.press('Control+End')
  await editor.pressSequentially('<!-- end -->')
  await openForm(page)
  const after = Buffer.from(await exported(page)).toString()
  expect(after).toBe(`${text}<!-- end -->`)
})
