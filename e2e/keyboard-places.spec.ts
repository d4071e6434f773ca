import type { Locator, Page } from '@playwright/test'
import { writeXml } from '../lib/plist/xml/writer'
import { applyEdits } from '../lib/profile/edit'
import { newProfile } from '../lib/profile/identity'
import {
  downloadOf,
  expect,
  field,
  home,
  newProfileXml,
  opened,
  saveElsewhere,
  store,
  tabTo,
  test,
  unique,
} from './app'
import { sizes } from './axe'

test.use({ viewport: sizes.desktop })

/** Goes to something with the Tab key and presses it. */
async function press(page: Page, wanted: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, wanted)
  await page.keyboard.press(key)
}

const LOGIN = 'com.jamf.connect.login'
const withClient = (client: string) =>
  writeXml(
    applyEdits(newProfile({ name: 'Keys', newUuid: () => '0E5C9D1A-6F0B-4C53-9A58-2D1B7C3E4F50' }), [
      { domain: LOGIN, path: ['OIDCClientID'], value: { type: 'string', value: client } },
    ]),
  )

test('versions are compared, restored and noted without a mouse', async ({ page }) => {
  const name = unique('Keyed history')
  const { id } = await store(page, name, withClient('one'), [LOGIN])
  await saveElsewhere(page, id, 1, withClient('two'), { domains: [LOGIN] })
  await saveElsewhere(page, id, 2, withClient('three'), { domains: [LOGIN] })
  await page.goto(`/configurations/${id}`)
  await opened(page, name)
  await press(page, page.getByRole('link', { name: 'version 3' }))
  await expect(page).toHaveTitle(`${name} · History · Latchkey`)
  const comparison = page.getByRole('region', { name: 'Comparison' })
  await expect(comparison).toContainText('1 difference between version 2 and version 3.')
  await tabTo(page, comparison.getByLabel('From'))
  await page.keyboard.press('ArrowDown')
  await expect(comparison).toContainText('1 difference between version 1 and version 3.')
  await tabTo(page, comparison.getByRole('radio', { name: 'Keys' }))
  await page.keyboard.press('ArrowRight')
  await expect(comparison.getByLabel('Difference in the XML')).toContainText('three')
  await expect(page).toHaveURL(/view=xml$/)
  const second = page.getByRole('region', { name: 'Versions' }).getByRole('listitem').nth(1)
  await press(page, second.getByRole('link', { name: 'Version 2' }))
  await expect(comparison).toContainText('1 difference between version 1 and version 2.')
  await press(page, second.getByRole('button', { name: 'Restore as a new version' }))
  await expect(
    page.getByRole('status').filter({ hasText: 'Version 4 now holds what version 2 held.' }),
  ).toBeVisible()
  await press(page, page.getByRole('button', { name: 'Undo' }))
  await expect(
    page.getByRole('status').filter({ hasText: 'Version 5 now holds what version 3 held.' }),
  ).toBeVisible()
  await press(page, page.getByRole('button', { name: /^Add a note/ }).first())
  await expect(page.getByRole('dialog').getByRole('textbox', { name: 'Note' })).toBeFocused()
  await page.keyboard.type('Back again')
  await press(page, page.getByRole('dialog').getByRole('button', { name: 'Save' }))
  await expect(page.getByRole('region', { name: 'Versions' })).toContainText('Back again')
})

test('the table is filtered, sorted, selected, packed and emptied, and what was deleted comes back, without a mouse', async ({
  page,
}) => {
  const word = unique('Keyed').replace(/\s+/g, '-')
  const names = ['Berlin', 'Oslo'].map((town) => `${town} ${word}`) as [string, string]
  for (const name of names) {
    await store(page, name, newProfileXml('EntraID'))
  }
  await home(page)
  const table = page.getByRole('table', { name: 'Configurations' })
  await tabTo(page, page.getByRole('searchbox', { name: 'Filter the table' }))
  await page.keyboard.type(word)
  await expect(table.getByRole('row')).toHaveCount(3)
  await press(page, table.getByRole('button', { name: 'Name' }))
  await expect(page).toHaveURL(/sort=name/)
  for (const name of names) {
    await press(page, table.getByRole('checkbox', { name: `Select ${name}` }), 'Space')
  }
  const bar = page.getByRole('region', { name: 'Selected configurations' })
  await tabTo(page, bar.getByRole('button', { name: 'Export as ZIP' }), 'Shift+Tab')
  await downloadOf(page, () => page.keyboard.press('Enter'))
  await press(page, bar.getByRole('button', { name: 'Delete' }))
  await expect(table.getByRole('row').filter({ hasText: word })).toHaveCount(0)
  await press(page, page.getByRole('link', { name: 'Deleted', exact: true }), 'Enter')
  await expect(page).toHaveURL(/\/deleted$/)
  const rows = page.getByRole('main').getByRole('listitem').filter({ hasText: word })
  await press(page, page.getByRole('button', { name: `Restore ${names[0]}` }))
  await expect(rows).toHaveCount(1)
  await press(page, page.getByRole('button', { name: `Delete for good… ${names[1]}` }))
  await press(page, page.getByRole('dialog').getByRole('button', { name: 'Delete for good' }))
  await expect(rows).toHaveCount(0)
})

test('a stale save is decided, and a known profile imported as a copy, without a mouse', async ({
  page,
  troubles,
}) => {
  troubles.expected.push(/412/)
  const name = unique('Keyed stale')
  const xml = withClient('base')
  const { id } = await store(page, name, xml, [LOGIN])
  await page.goto(`/configurations/${id}`)
  await opened(page, name)
  await tabTo(page, field(page, 'OIDC Client ID'))
  await page.keyboard.press('Control+a')
  await page.keyboard.type('mine')
  await saveElsewhere(page, id, 1, withClient('theirs'), { domains: [LOGIN] })
  await page.keyboard.press('Control+s')
  const stale = page.getByRole('dialog', { name: 'Version 2 was saved while you were editing' })
  await tabTo(page, stale.getByRole('radio').first())
  await page.keyboard.press('ArrowDown')
  await press(page, stale.getByRole('button', { name: /^Save .*as version 3$/ }))
  await expect(page.getByText(/^Saved · version 3$/)).toBeVisible()

  await home(page)
  await press(page, page.getByRole('button', { name: 'Import a profile' }))
  const dialog = page.getByRole('dialog', { name: 'Import profiles' })
  await press(page, dialog.getByText('Paste the text of a profile'))
  await tabTo(page, dialog.getByRole('textbox'))
  await page.keyboard.insertText(xml)
  await press(page, dialog.getByRole('button', { name: 'Read the text' }))
  const known = dialog.getByRole('group', { name: /becomes$/ })
  await tabTo(page, known.getByRole('radio').first())
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowUp')
  await expect(known.getByRole('radio', { name: 'A copy with a new identity' })).toBeChecked()
  await press(page, dialog.getByRole('button', { name: /^Import/ }))
  await expect(page).toHaveURL(new RegExp(`/configurations/(?!${id})`))
})

test('a section, a key of another tab and the summary are reached without a mouse', async ({ page }) => {
  const name = unique('Keyed places')
  const { id } = await store(page, name, newProfileXml('EntraID'), [LOGIN])
  await page.goto(`/configurations/${id}?tab=connect`)
  await opened(page, name)
  const sections = page.getByRole('navigation', { name: 'Sections' })
  // One stop for all of them; arrows go on.
  await tabTo(page, sections.locator('a[tabindex="0"]'))
  while (!(await page.locator(':focus').innerText()).startsWith('Kerberos')) {
    await page.keyboard.press('ArrowDown')
  }
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Kerberos' })).toBeInViewport()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('OfflineMFA')
  await expect(page.getByRole('dialog').getByRole('option', { selected: true })).toContainText('OfflineMFA')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/OfflineMFA/)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('summary')
  await expect(page.getByRole('dialog').getByRole('option', { selected: true })).toContainText(/summary/i)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(`/configurations/${id}/summary`)
})
