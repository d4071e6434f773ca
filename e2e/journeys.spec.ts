import type { Locator, Page } from '@playwright/test'
import {
  bytesOf,
  downloadOf,
  edit,
  expect,
  field,
  home,
  issueList,
  newProfileXml,
  settingsOf,
  unique,
} from './app'
import { demoProfile, result, runButton, test } from './tests-app'

/** Counts what a person does: each press, each field that is filled in, each shortcut, each file that is chosen. */
function person(page: Page) {
  let done = 0
  return {
    press: async (what: Locator) => {
      done++
      await what.click()
    },
    type: async (into: Locator, text: string) => {
      done++
      await into.click()
      await page.keyboard.type(text)
    },
    shortcut: async (keys: string) => {
      done++
      await page.keyboard.press(keys)
    },
    choose: async (into: Locator, name: string, text: string) => {
      done++
      await into.setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) })
    },
    done: () => done,
  }
}

const newButton = (page: Page) => page.getByRole('button', { name: /^New( configuration)?$/ }).first()

async function expectSavedWithoutIssues(page: Page): Promise<void> {
  await expect(page.getByRole('status').filter({ hasText: /^Saved · version/ })).toBeVisible()
  const issues = await issueList(page)
  await expect(issues).toHaveCount(0)
  await expect(page.getByText('No issues found.')).toBeVisible()
}

test('a profile for Entra ID without issues takes at most 9 acts from the list', async ({ page }) => {
  await home(page)
  const { press, type, shortcut, ...told } = person(page)
  await press(newButton(page))
  const dialog = page.getByRole('dialog', { name: 'New configuration' })
  await press(dialog.getByRole('button', { name: 'Create' }))
  await type(field(page, 'OIDC Client ID'), '5f0c1b8e-3d1a-4a53-9c0e-6f2d7b8a9c10')
  await type(field(page, 'Tenant'), '8e1f7a32-0b6c-4d59-8f4e-2a9b3c4d5e6f')
  await press(page.getByRole('button', { name: 'Same as OIDC Client ID' }).first())
  await shortcut('Control+s')
  await expectSavedWithoutIssues(page)
  expect(told.done()).toBeLessThanOrEqual(9)
})

test('a profile for Okta with two applications without issues takes at most 16 acts', async ({ page }) => {
  await home(page)
  const { press, type, shortcut, ...told } = person(page)
  await press(newButton(page))
  const dialog = page.getByRole('dialog', { name: 'New configuration' })
  await press(dialog.getByRole('radio', { name: /^Okta with two applications / }))
  await press(dialog.getByRole('button', { name: 'Create' }))
  await type(field(page, 'OIDC Client ID'), '0oa1b2c3d4e5f6g7h8i9')
  await type(field(page, 'Tenant'), 'acme.okta.com')
  await type(field(page, 'ROPG Client ID'), '0oa9i8h7g6f5e4d3c2b1')
  await shortcut('Control+s')
  await expectSavedWithoutIssues(page)
  expect(told.done()).toBeLessThanOrEqual(16)
})

test('a profile is imported, edited and exported with at most 6 acts', async ({ page }) => {
  const name = unique('head-office')
  await home(page)
  const { press, type, shortcut, choose, ...told } = person(page)
  await press(page.getByRole('button', { name: /^Import( a profile)?$/ }).first())
  const importing = page.getByRole('dialog', { name: 'Import profiles' })
  await choose(importing.getByLabel('Profiles to import'), `${name}.mobileconfig`, newProfileXml('Custom'))
  await press(importing.getByRole('button', { name: /^Import/ }))
  await type(field(page, 'OIDC Client ID'), 'edited-here')
  await shortcut('Control+e')
  const download = page
    .getByRole('dialog', { name: 'Export' })
    .getByRole('button', { name: 'Download', exact: true })
  const bytes = await bytesOf(await downloadOf(page, () => press(download)))
  expect(settingsOf(bytes, 'com.jamf.connect.login')).toMatchObject({ OIDCClientID: 'edited-here' })
  expect(told.done()).toBeLessThanOrEqual(6)
})

test('a test that fails is repaired and run again with at most 8 acts', async ({ page, world }) => {
  const { url } = world.provider
  const wellKnown = '/.well-known/openid-configuration'
  await edit(page, demoProfile(world, 'Everything works', { [`${url}${wellKnown}`]: url }))
  const { press, ...told } = person(page)
  await press(page.getByRole('button', { name: 'Test', exact: true }))
  await press(runButton(page))
  await expect(result(page)).toHaveText(/^Failed: /)
  await press(page.getByRole('main').getByRole('button', { name: `Use ${url}${wellKnown}` }))
  await press(page.getByRole('button', { name: 'Fixed: run again' }).first())
  await expect(result(page)).toHaveText(/^(Passed|Warning): /)
  expect(told.done()).toBeLessThanOrEqual(8)
})
