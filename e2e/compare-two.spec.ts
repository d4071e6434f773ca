import type { Page } from '@playwright/test'
import type { PlistValue } from '../lib/plist/value'
import { writeXml } from '../lib/plist/xml/writer'
import { applyEdits } from '../lib/profile/edit'
import { newProfile } from '../lib/profile/identity'
import { expect, home, opened, saveElsewhere, store, tabTo, test, unique } from './app'
import { expectClean, sizes } from './axe'

test.use({ viewport: sizes.desktop })

const LOGIN = 'com.jamf.connect.login'
const SECRETS = ['mArigold-7731', 'tUlip-9920'] as const

const profileWith = (name: string, settings: Record<string, PlistValue>) =>
  writeXml(
    applyEdits(
      newProfile({ name }),
      Object.entries(settings).map(([key, value]) => ({ domain: LOGIN, path: [key], value })),
    ),
  )
const words = (value: string): PlistValue => ({ type: 'string', value })

/** Two configurations that differ in every way: added, removed, changed, another type, another secret. */
async function withTwo(page: Page) {
  const names = [unique('Berlin'), unique('Lisbon')] as const
  const first = profileWith('Jamf Connect', {
    OIDCClientID: words('one'),
    OIDCClientSecret: words(SECRETS[0]),
    OIDCTenant: words('only-in-berlin'),
    OIDCNewPassword: { type: 'boolean', value: true },
  })
  const second = profileWith('Jamf Connect', {
    OIDCClientID: words('two'),
    OIDCClientSecret: words(SECRETS[1]),
    OIDCProvider: words('EntraID'),
    OIDCNewPassword: words('true'),
  })
  const one = await store(page, names[0], first, [LOGIN])
  const two = await store(page, names[1], second, [LOGIN])
  await saveElsewhere(page, two.id, 1, second.replace('two', 'three'), { domains: [LOGIN] })
  return { one, two, names }
}

const comparison = (page: Page) => page.getByRole('region', { name: 'Comparison' })
const difference = (page: Page, key: string) =>
  comparison(page)
    .getByRole('listitem')
    .filter({ hasText: new RegExp(`· ${key}`) })

test('two rows of the table are compared by key, and the address holds both', async ({ page }) => {
  const { one, two, names } = await withTwo(page)
  await home(page)
  const compare = page.getByRole('button', { name: 'Compare', exact: true })
  await page.getByRole('checkbox', { name: `Select ${names[0]}` }).check()
  await expect(page.getByRole('region', { name: 'Selected configurations' })).toContainText('1 selected')
  await expect(compare).toHaveCount(0)
  await page.getByRole('checkbox', { name: `Select ${names[1]}` }).check()
  await expectClean(page, 'compare-home')
  await tabTo(page, compare, 'Shift+Tab')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(`/configurations/${one.id}/history?from=1&with=${two.id}&to=2`)
  await expect(page).toHaveTitle(`${names[0]} and ${names[1]} · History · Latchkey`)
  await expect(comparison(page)).toContainText(
    `between version 1 of “${names[0]}” and version 2 of “${names[1]}”`,
  )
  await expect(difference(page, 'OIDCClientID')).toContainText('Different')
  await expect(difference(page, 'OIDCClientID')).toContainText('three')
  await expect(difference(page, 'OIDCTenant')).toContainText(`Only in version 1 of “${names[0]}”`)
  await expect(difference(page, 'OIDCProvider')).toContainText(`Only in version 2 of “${names[1]}”`)
  await expect(difference(page, 'OIDCNewPassword')).toContainText('Of another type')
  await expect(difference(page, 'OIDCClientSecret')).toContainText('••••••••')
  await expectClean(page, 'compare-two-keys')
  // What a configuration is called differs in any two; it is counted apart and folded away.
  await expect(comparison(page).getByRole('status')).toHaveText(
    /^5 differences between .*, and \d+ in names, descriptions and identifiers\.$/,
  )
  const identifier = comparison(page).getByText('PayloadIdentifier').first()
  await expect(identifier).toBeHidden()
  await tabTo(page, comparison(page).getByText(/\d differences? in names, descriptions and identifiers$/))
  await page.keyboard.press('Enter')
  await expect(identifier).toBeVisible()
  await expectClean(page, 'compare-two-identity')
  await comparison(page).getByText('XML', { exact: true }).click()
  await expect(page.getByLabel('Difference in the XML')).toContainText('OIDCClientSecret')
  for (const secret of SECRETS) {
    expect(await page.content()).not.toContain(secret)
  }
  await expectClean(page, 'compare-two-xml')

  await comparison(page).getByLabel(`To “${names[1]}”`).selectOption('Version 1')
  await expect(page).toHaveURL(new RegExp(`from=1&with=${two.id}&to=1&view=xml$`))
  await page.reload()
  await expect(comparison(page)).toContainText(`and version 1 of “${names[1]}”`)
  await page.goBack()
  await expect(comparison(page)).toContainText(`and version 2 of “${names[1]}”`)
  await page.getByRole('link', { name: 'Swap the sides' }).click()
  await expect(page).toHaveURL(
    new RegExp(`/configurations/${two.id}/history\\?from=2&with=${one.id}&to=1&view=xml$`),
  )
  await expect(page).toHaveTitle(`${names[1]} and ${names[0]} · History · Latchkey`)
  await page.getByRole('link', { name: 'Compare versions' }).click()
  await expect(comparison(page)).toContainText('between version 1 and version 2.')
  await expect(page).toHaveTitle(`${names[1]} · History · Latchkey`)
})

test('the palette leads to a list of the others, which is searched on the server and moved through with arrows', async ({
  page,
}) => {
  const { one, two, names } = await withTwo(page)
  await page.goto(`/configurations/${one.id}`)
  await opened(page, names[0])
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('combobox').fill('compare with')
  await expect(page.getByRole('option', { name: 'Compare with…' })).toBeVisible()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Compare with another configuration' })
  await expect(dialog.getByRole('combobox')).toBeFocused()
  await expect(dialog.getByRole('option', { name: names[1] })).toBeVisible()
  await expect(dialog.getByRole('option', { name: names[0] })).toHaveCount(0)
  await expectClean(page, 'compare-picker')
  await page.keyboard.type('nothing-is-called-so')
  await expect(dialog.getByRole('status')).toHaveText(
    'No other configuration holds “nothing-is-called-so” in its name, provider, tags or note.',
  )
  await expectClean(page, 'compare-picker-empty')
  await dialog.getByRole('combobox').fill('')
  // Enter at once: what the words lead to is on its way.
  await page.keyboard.type(names[1])
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(`/configurations/${one.id}/history?from=1&with=${two.id}&to=2`)
  await page.goBack()
  await opened(page, names[0])
})

test('from the history another configuration is chosen by mouse, and a file takes its place and gives it back', async ({
  page,
}) => {
  const { one, two, names } = await withTwo(page)
  await page.goto(`/configurations/${one.id}/history`)
  await page.getByRole('button', { name: 'Another configuration…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox').fill(names[1])
  await dialog.getByRole('option', { name: names[1] }).click()
  await expect(comparison(page)).toContainText(`and version 2 of “${names[1]}”`)
  const buffer = Buffer.from(profileWith('Other', { OIDCClientID: words('four') }))
  await page
    .getByLabel('Profile to compare with')
    .setInputFiles({ name: 'other.mobileconfig', mimeType: '', buffer })
  await expect(comparison(page)).toContainText(`between version 1 of “${names[0]}” and the file.`)
  await page.getByRole('button', { name: `Compare with “${names[1]}”` }).click()
  await expect(comparison(page)).toContainText(`and version 2 of “${names[1]}”`)
  await page.getByRole('link', { name: `Open “${names[1]}”` }).click()
  await opened(page, names[1])
  expect(page.url()).toContain(two.id)
})

test('the list goes on where a page of the server ends', async ({ page }) => {
  test.slow()
  const word = unique('Paged').replaceAll(' ', '-')
  const { id } = await store(page, unique('Own'), profileWith('Own', {}))
  for (let number = 1; number <= 55; number += 1) {
    await store(page, `${word} ${number}`, '<plist><dict/></plist>')
  }
  await page.goto(`/configurations/${id}/history`)
  await page.getByRole('button', { name: 'Another configuration…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox').fill(word)
  await expect(dialog.getByRole('option').first()).toContainText(word)
  await expect(dialog.getByRole('status')).toHaveText('50 listed, more below')
  await dialog.getByRole('option').last().scrollIntoViewIfNeeded()
  await expect(dialog.getByRole('status')).toHaveText('55 listed')
  await dialog.getByRole('combobox').fill(`${word} `)
  for (let presses = 0; presses < 54; presses += 1) {
    await page.keyboard.press('ArrowDown')
  }
  await expect(dialog.getByRole('option', { selected: true })).toContainText(`${word} 1`)
})

test('a configuration to compare with that is not there says so, with the way back', async ({
  page,
  troubles,
}) => {
  troubles.expected.push(/404/)
  const name = unique('Alone')
  const { id } = await store(page, name, profileWith('Alone', {}))
  await page.goto(`/configurations/${id}/history?with=7d9a0c4e-5a1f-4c1e-9d55-0f3b8f0a2c11&to=3`)
  await expect(page.getByRole('main').getByRole('alert')).toContainText(
    'The configuration to compare with is not here.',
  )
  await expectClean(page, 'compare-missing')
  await page.getByRole('link', { name: `History of “${name}”` }).click()
  await expect(comparison(page)).toContainText('There is one version so far.')
})
