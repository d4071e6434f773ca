import type { Page } from '@playwright/test'
import { withValue } from '../lib/plist/tree'
import { writeXml } from '../lib/plist/xml/writer'
import { applyEdits } from '../lib/profile/edit'
import { newProfile } from '../lib/profile/identity'
import { expect, saveElsewhere, store, stored, test, unique } from './app'
import { expectClean } from './axe'

const LOGIN = 'com.jamf.connect.login'
const SECRET = 'mArigold-7731'

/** Three versions: an application, another application with a secret, another name. */
async function withVersions(page: Page): Promise<{ id: string; name: string; files: string[] }> {
  const name = unique('History')
  const set = (root: ReturnType<typeof applyEdits>, key: string, value: string) =>
    applyEdits(root, [{ domain: LOGIN, path: [key], value: { type: 'string', value } }])
  const first = set(newProfile({ name: 'Acme' }), 'OIDCClientID', 'one')
  const second = set(set(first, 'OIDCClientID', 'two'), 'OIDCClientSecret', SECRET)
  const third = withValue(second, ['PayloadDisplayName'], { type: 'string', value: 'Acme Macs' })
  const files = [first, second, third].map((root) => writeXml(root))
  const { id } = await store(page, name, files[0] ?? '', [LOGIN])
  for (const [index, note] of [
    [1, 'A secret for the new tenant'],
    [2, undefined],
  ] as const) {
    await saveElsewhere(page, id, index, files[index] ?? '', { domains: [LOGIN], note })
  }
  return { id, name, files }
}

const entry = (page: Page, number: number) =>
  page
    .getByRole('region', { name: 'Versions' })
    .getByRole('listitem')
    .filter({ hasText: `Version ${number}` })
const comparison = (page: Page) => page.getByRole('region', { name: 'Comparison' })

test('the history tells what changed by key, and any two versions have an address', async ({ page }) => {
  const { id, name } = await withVersions(page)
  await page.goto(`/configurations/${id}/history`)
  await expect(page).toHaveTitle(`${name} · History · Latchkey`)
  await expect(entry(page, 3)).toContainText('Display name')
  await expect(entry(page, 2)).toContainText('A secret for the new tenant')
  await expect(entry(page, 2)).toContainText('OIDC Client ID, Client Secret')
  await expect(comparison(page)).toContainText('1 difference between version 2 and version 3.')
  await page.getByLabel('From').selectOption('Version 1')
  await expect(page).toHaveURL(/\/history\?from=1&to=3$/)
  await expect(comparison(page)).toContainText('3 differences between version 1 and version 3.')
  await expect(comparison(page).getByRole('listitem').filter({ hasText: 'OIDCClientID' })).toContainText(
    'one',
  )
  await expect(comparison(page)).toContainText('••••••••')
  await page.reload()
  await expect(comparison(page)).toContainText('3 differences between version 1 and version 3.')
  await expectClean(page, 'history-keys')
  await comparison(page).getByText('XML', { exact: true }).click()
  await expect(page).toHaveURL(/view=xml$/)
  await expect(page.getByLabel('Difference in the XML')).toContainText('OIDCClientSecret')
  expect(await page.content()).not.toContain(SECRET)
  await expectClean(page, 'history-xml')
  await page.goBack()
  await expect(comparison(page)).toContainText('1 difference between version 2 and version 3.')
})

test('an earlier version comes back as a new one, and restoring again undoes that', async ({ page }) => {
  const { id, files } = await withVersions(page)
  await page.goto(`/configurations/${id}/history`)
  await entry(page, 1)
    .getByRole('button', { name: /^Restore as a new version/ })
    .click()
  await expect(
    page.getByRole('status').filter({ hasText: 'Version 4 now holds what version 1 held.' }),
  ).toBeVisible()
  const now = await stored(page, id)
  expect([now.version, Buffer.from(now.content).toString()]).toEqual([4, files[0]])
  await expect(entry(page, 4)).toContainText('Restored from version 1.')
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click()
  await expect(entry(page, 5)).toContainText('Restored from version 3.')
  expect(Buffer.from((await stored(page, id)).content).toString()).toBe(files[2])
})

test('a version is compared with a file, and a file that cannot be read says why', async ({ page }) => {
  const { id, files } = await withVersions(page)
  await page.goto(`/configurations/${id}/history?from=1&to=3`)
  const picker = page.getByLabel('Profile to compare with')
  await picker.setInputFiles({
    name: 'other.mobileconfig',
    mimeType: '',
    buffer: Buffer.from(files[1] ?? ''),
  })
  await expect(comparison(page)).toContainText('2 differences between version 1 and the file.')
  await page.getByRole('button', { name: 'Compare versions' }).click()
  await expect(comparison(page)).toContainText('between version 1 and version 3.')
  await picker.setInputFiles({ name: 'notes.txt', mimeType: '', buffer: Buffer.from('hello') })
  await expect(page.getByRole('alert').filter({ hasText: 'notes.txt is not compared.' })).toBeVisible()
})

test('a configuration with one version says what its history is for, and one that is not there says so', async ({
  page,
  troubles,
}) => {
  const { id } = await store(page, unique('One'), writeXml(newProfile({ name: 'Acme' })))
  await page.goto(`/configurations/${id}/history`)
  await expect(comparison(page)).toContainText('There is one version so far.')
  await expectClean(page, 'history-one')
  troubles.expected.push(/404/)
  await page.goto('/configurations/7d9a0c4e-5a1f-4c1e-9d55-0f3b8f0a2c11/history')
  await expect(page.getByRole('main').getByRole('alert')).toContainText('This configuration is not here.')
})
