import type { Page } from '@playwright/test'
import type { VersionList } from '../lib/api/configurations'
import { edit, expect, field, newProfileXml, opened, save, saveElsewhere, tabTo, test, unique } from './app'
import { expectClean, sizes } from './axe'

test.use({ viewport: sizes.desktop })

const said = (page: Page, text: RegExp) => page.getByRole('status').filter({ hasText: text })
const noteField = (page: Page) => page.getByRole('dialog').getByLabel('Note')

async function notesOf(page: Page, id: string) {
  const list: VersionList = await (await page.request.get(`/api/configurations/${id}/versions`)).json()
  return list.versions.map(({ number, note }) => [number, note])
}

const entry = (page: Page, number: number) =>
  page
    .getByRole('region', { name: 'Versions' })
    .getByRole('listitem')
    .filter({ hasText: `Version ${number}` })

test('a save takes a note when somebody writes one, by mouse and by keyboard, and none in one press', async ({
  page,
}) => {
  const name = unique('Noted')
  const id = await edit(page, newProfileXml('EntraID'), name)
  const beside = page.getByRole('button', { name: 'Save with a note…' })
  await expect(beside).toBeDisabled()
  await field(page, 'OIDC Client ID').fill('one')
  await beside.click()
  await expect(noteField(page)).toBeFocused()
  await expectClean(page, 'note-save')
  await noteField(page).fill('x'.repeat(501))
  await page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('dialog').getByRole('alert')).toHaveText('Keep the note to 500 characters.')
  await noteField(page).fill('Ticket 4711')
  await page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click()
  await expect(said(page, /^Saved · version 2$/)).toBeVisible()

  await field(page, 'OIDC Client ID').fill('two')
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('combobox').fill('with a note')
  await page.keyboard.press('Enter')
  await noteField(page).pressSequentially('By keyboard\nalone')
  await page.keyboard.press('Control+Enter')
  await expect(said(page, /^Saved · version 3$/)).toBeVisible()

  await field(page, 'OIDC Client ID').fill('three')
  await save(page)
  expect(await notesOf(page, id)).toEqual([
    [4, null],
    [3, 'By keyboard\nalone'],
    [2, 'Ticket 4711'],
    [1, null],
  ])
})

async function saveNoted(page: Page, note: string): Promise<void> {
  await page.getByRole('button', { name: 'Save with a note…' }).click()
  await noteField(page).fill(note)
  await page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click()
}

test('the note of a save that came too late goes with the one that brings both together', async ({
  page,
  troubles,
}) => {
  troubles.expected.push(/412/)
  const xml = newProfileXml('EntraID')
  const id = await edit(page, xml)
  await field(page, 'OIDC Client ID').fill('mine')
  await saveElsewhere(page, id, 1, xml.replace('Example GmbH', 'Example AG'))
  await saveNoted(page, 'Why I did it')
  const dialog = page.getByRole('dialog', { name: /was saved while you were editing/ })
  await expect(dialog).toContainText('Your note goes with it: “Why I did it”')
  await expectClean(page, 'note-stale')
  await dialog.getByRole('button', { name: 'Keep editing' }).click()
  // It waits in the field until a version has it.
  await page.getByRole('button', { name: 'Save with your note…' }).click()
  await expect(noteField(page)).toHaveValue('Why I did it')
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await dialog.getByRole('button', { name: /^Save both/ }).click()
  await expect(said(page, /^Saved · version 3$/)).toBeVisible()
  expect(await notesOf(page, id)).toEqual([
    [3, 'Why I did it'],
    [2, null],
    [1, null],
  ])
  await expect(page.getByRole('button', { name: 'Save with a note…' })).toBeVisible()
})

test('a note for which no version is left is handed back', async ({ page, troubles }) => {
  troubles.expected.push(/412/)
  const xml = newProfileXml('EntraID')
  const id = await edit(page, xml)
  await field(page, 'OIDC Client ID').fill('mine')
  await saveElsewhere(page, id, 1, xml.replace('Example GmbH', 'Example AG'))
  await saveNoted(page, 'Why I did it')
  await page.getByRole('dialog').getByRole('button', { name: 'Take version 2' }).click()
  await expect(said(page, /Your note is not saved: “Why I did it”/)).toBeVisible()
})

test('the note of a save that fails goes with the next one', async ({ page, troubles }) => {
  troubles.expected.push(/500|Failed to load/)
  const name = unique('Refused')
  const id = await edit(page, newProfileXml('EntraID'), name)
  await field(page, 'OIDC Client ID').fill('mine')
  const address = `**/api/configurations/${id}/contents`
  await page.route(address, (route) =>
    route.request().method() === 'PUT'
      ? route.fulfill({ status: 500, json: { code: 'unexpected', message: 'The disk is on fire.' } })
      : route.fallback(),
  )
  await saveNoted(page, 'Kept')
  await expect(page.getByText('Your note goes with the next save.')).toBeVisible()
  await page.unroute(address)
  await save(page)
  expect((await notesOf(page, id))[0]).toEqual([2, 'Kept'])
})

test('the note of a save that fails outlives a reload, as the unsaved changes do', async ({
  page,
  troubles,
}) => {
  troubles.expected.push(/500|Failed to load/)
  const name = unique('Reloaded')
  const id = await edit(page, newProfileXml('EntraID'), name)
  await field(page, 'OIDC Client ID').fill('mine')
  const address = `**/api/configurations/${id}/contents`
  await page.route(address, (route) =>
    route.request().method() === 'PUT'
      ? route.fulfill({ status: 500, json: { code: 'unexpected', message: 'The disk is on fire.' } })
      : route.fallback(),
  )
  await saveNoted(page, 'Kept over a reload')
  await expect(page.getByText('Your note goes with the next save.')).toBeVisible()
  await page.reload()
  await opened(page, name)
  await page.unroute(address)
  await page.getByRole('button', { name: 'Save with your note…' }).click()
  await expect(noteField(page)).toHaveValue('Kept over a reload')
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click()
  await save(page)
  expect((await notesOf(page, id))[0]).toEqual([2, 'Kept over a reload'])
})

test('a note is added, changed and taken away in the history, never over somebody else’s', async ({
  page,
  troubles,
}) => {
  const name = unique('Later')
  const id = await edit(page, newProfileXml('EntraID'), name)
  await field(page, 'OIDC Client ID').fill('one')
  await save(page)
  await page.goto(`/configurations/${id}/history`)
  const add = entry(page, 2).getByRole('button', { name: 'Add a note of version 2' })
  await tabTo(page, add)
  await page.keyboard.press('Enter')
  await expect(noteField(page)).toBeFocused()
  await page.keyboard.type('First words')
  await page.keyboard.press('Control+Enter')
  await expect(entry(page, 2)).toContainText('First words')
  const change = entry(page, 2).getByRole('button', { name: 'Change the note of version 2' })
  await expect(change).toBeFocused()
  await expectClean(page, 'note-history')

  await change.click()
  await page.request.patch(`/api/configurations/${id}/versions/2`, {
    data: { note: 'Theirs', before: 'First words' },
  })
  troubles.expected.push(/409/)
  await noteField(page).fill('Mine')
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('Somebody changed the note')
  await expect(noteField(page)).toHaveValue('Mine')
  await expectClean(page, 'note-changed')
  await expect(entry(page, 2)).toContainText('Theirs')
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await expect(entry(page, 2)).toContainText('Mine')

  await change.click()
  await noteField(page).fill('')
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await expect(add).toBeVisible()
  expect(await notesOf(page, id)).toEqual([
    [2, null],
    [1, null],
  ])
  await page.goto(`/configurations/${id}`)
  await opened(page, name)
})
