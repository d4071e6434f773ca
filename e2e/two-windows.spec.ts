import type { Page } from '@playwright/test'
import type { Configuration } from '../lib/api/configurations'
import { edit, expect, field, newProfileXml, opened, save, stored, test, unique, watch } from './app'
import { expectClean } from './axe'

const status = (page: Page, text: RegExp) => page.getByRole('status').filter({ hasText: text })

/** Another window of the same browser on the configuration of `page`. */
async function windowBeside(page: Page, name: string, watched: [string, Parameters<typeof watch>[2]]) {
  const other = await page.context().newPage()
  watch(other, ...watched)
  await other.goto(page.url())
  await opened(other, name)
  return other
}

/** All unsaved changes of a configuration that the server has, whichever window they are of. */
async function draftsOf(page: Page, id: string): Promise<Configuration['drafts']> {
  const configuration: Configuration = await (await page.request.get(`/api/configurations/${id}`)).json()
  return configuration.drafts
}

const leftBehind = (page: Page) => page.getByRole('region', { name: 'Changes of another window' })

test('what two windows have typed survives in both, and saving in one leaves the other alone', async ({
  page,
  baseURL,
  troubles,
}) => {
  const name = unique('Two windows')
  const id = await edit(page, newProfileXml('EntraID'), name)
  await field(page, 'OIDC Client ID').fill('first window')
  await expect.poll(async () => (await stored(page, id)).draft).toContain('first window')
  const other = await windowBeside(page, name, [String(baseURL), troubles])
  await expect(field(other, 'OIDC Client ID')).toHaveValue('')
  await field(other, 'OIDC Client ID').fill('second window')
  await expect.poll(async () => (await stored(other, id)).draft).toContain('second window')
  // The first window is open: nothing of it is left behind.
  await expect(leftBehind(other)).toHaveCount(0)
  for (const [window, text] of [
    [page, 'first window'],
    [other, 'second window'],
  ] as const) {
    await window.reload()
    await expect(field(window, 'OIDC Client ID')).toHaveValue(text)
  }
  await save(page)
  await expect.poll(async () => (await stored(page, id)).draft).toBeNull()
  await other.reload()
  await expect(field(other, 'OIDC Client ID')).toHaveValue('second window')
})

test('a duplicated window keeps its changes apart from those of the first', async ({
  page,
  baseURL,
  troubles,
}) => {
  const name = unique('Duplicated')
  const id = await edit(page, newProfileXml('EntraID'), name)
  const opening = page.waitForEvent('popup')
  await page.evaluate(() => void window.open(location.href))
  const copy = await opening
  watch(copy, String(baseURL), troubles)
  await opened(copy, name)
  await field(page, 'OIDC Client ID').fill('original')
  await expect.poll(async () => (await stored(page, id)).draft).toContain('original')
  await field(copy, 'OIDC Client ID').fill('copy')
  await expect.poll(async () => (await stored(copy, id)).draft).toContain('copy')
  await page.reload()
  await expect(field(page, 'OIDC Client ID')).toHaveValue('original')
})

test('changes of a closed window are offered to the next one, which takes them over', async ({
  page,
  baseURL,
  troubles,
}) => {
  const name = unique('Closed')
  const id = await edit(page, newProfileXml('EntraID'), name)
  const other = await windowBeside(page, name, [String(baseURL), troubles])
  await field(other, 'OIDC Client ID').fill('left behind')
  await expect.poll(async () => (await stored(other, id)).draft).toContain('left behind')
  await other.close()
  await page.reload()
  await expect(leftBehind(page)).toContainText('unsaved changes, from today')
  await expectClean(page, 'left-behind')
  await expect(field(page, 'OIDC Client ID')).toHaveValue('')
  await leftBehind(page).getByRole('button', { name: 'Open them' }).click()
  await expect(field(page, 'OIDC Client ID')).toHaveValue('left behind')
  await expect(leftBehind(page)).toHaveCount(0)
  await expect(status(page, /^Unsaved changes · version 1$/)).toBeVisible()
  await page.reload()
  await expect(field(page, 'OIDC Client ID')).toHaveValue('left behind')
  await save(page)
  await expect.poll(() => draftsOf(page, id)).toEqual([])
})

test('changes of a closed window can be discarded, with an undo', async ({ page, baseURL, troubles }) => {
  const name = unique('Discarded')
  const id = await edit(page, newProfileXml('EntraID'), name)
  const other = await windowBeside(page, name, [String(baseURL), troubles])
  await field(other, 'OIDC Client ID').fill('left behind')
  await expect.poll(async () => (await stored(other, id)).draft).toContain('left behind')
  await other.close()
  await page.reload()
  await leftBehind(page).getByRole('button', { name: 'Discard' }).click()
  await expect(leftBehind(page)).toHaveCount(0)
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click()
  await expect(leftBehind(page)).toHaveCount(1)
  await leftBehind(page).getByRole('button', { name: 'Discard' }).click()
  await expect(leftBehind(page)).toHaveCount(0)
  expect(await draftsOf(page, id)).toEqual([])
  await expect(field(page, 'OIDC Client ID')).toHaveValue('')
})

test('a version that was saved elsewhere is opened where nothing is unsaved, and told where something is', async ({
  page,
  baseURL,
  troubles,
}) => {
  // A save over a newer version is refused.
  troubles.expected.push(/412/)
  const name = unique('Newer')
  await edit(page, newProfileXml('EntraID'), name)
  const other = await windowBeside(page, name, [String(baseURL), troubles])
  const comeBack = async () => {
    // What the list knows is asked again once it is five seconds old and the window is looked at.
    await page.waitForTimeout(5_200)
    await page.evaluate(() => window.dispatchEvent(new Event('visibilitychange')))
  }
  await field(other, 'OIDC Client ID').fill('from elsewhere')
  await save(other)
  await comeBack()
  await expect(field(page, 'OIDC Client ID')).toHaveValue('from elsewhere')
  await expect(page.getByRole('link', { name: 'version 2' })).toBeVisible()
  const newer = page.getByRole('region', { name: 'A newer version' })
  await expect(newer).toHaveCount(0)
  await field(page, 'Tenant').fill('mine')
  await field(other, 'OIDC Client ID').fill('from elsewhere again')
  await save(other)
  await comeBack()
  await expect(newer).toContainText('Version 3 was saved elsewhere. Your changes stay here.')
  await expect(field(page, 'Tenant')).toHaveValue('mine')
  await expectClean(page, 'newer-version')
  await newer.getByRole('button', { name: 'Compare and save…' }).click()
  await expect(
    page.getByRole('dialog', { name: /^Version 3 was saved while you were editing/ }),
  ).toBeVisible()
})
