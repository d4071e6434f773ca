import type { Page } from '@playwright/test'
import {
  choose,
  edit,
  expect,
  field,
  fixture,
  home,
  newProfileXml,
  openTab,
  openXmlView,
  row,
  saveElsewhere,
  test,
} from './app'
import { expectCleanIn, type Size, sizes } from './axe'

// Each state is looked at in both themes before the next: to get there again would take longer.
for (const size of Object.keys(sizes) as Size[]) {
  test.describe(size, () => {
    test.use({ viewport: sizes[size], hasTouch: size === 'narrow' })
    test.describe.configure({ timeout: 180_000 })
    const narrow = size === 'narrow'
    const expectClean = (page: Page, what: string) => expectCleanIn(page, size, what)

    test('axe finds nothing on the start page, its dialogs and the list', async ({ page }) => {
      await page.route('**/api/configurations?*', (route) =>
        route.request().method() === 'GET'
          ? route.fulfill({ json: { configurations: [], total: 0, place: null } })
          : route.continue(),
      )
      await home(page)
      await expect(page.getByRole('heading', { name: 'Make your first configuration' })).toBeVisible()
      await expectClean(page, 'empty')
      await page.unroute('**/api/configurations?*')
      await edit(page, newProfileXml('EntraID'))
      await home(page)
      await expectClean(page, 'list')
      await page.getByRole('button', { name: 'New configuration' }).click()
      await expect(page.getByRole('dialog', { name: 'New configuration' })).toBeVisible()
      await expectClean(page, 'new')
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: 'Import a profile' }).click()
      const dialog = page.getByRole('dialog', { name: 'Import profiles' })
      await dialog
        .getByLabel('Profiles to import')
        .setInputFiles([
          file('raw-ampersand.mobileconfig', 'refused'),
          file('managed-preferences.mobileconfig', 'shapes'),
        ])
      await dialog.getByText('Paste the text of a profile').click()
      await expect(dialog.getByRole('list', { name: 'Files to import' }).locator(':scope > li')).toHaveCount(
        2,
      )
      await expectClean(page, 'import')
      await page.keyboard.press('Escape')
      if (narrow) {
        await page.getByRole('button', { name: 'Configurations' }).click()
        await expect(page.getByRole('dialog', { name: 'Configurations' })).toBeVisible()
        await expectClean(page, 'menu')
      }
    })

    test('axe finds nothing on the tabs of the editor', async ({ page }) => {
      await edit(page, newProfileXml('Custom'))
      await field(page, 'Discovery URL').fill('not an address')
      await row(page, 'Tenant')
        .or(row(page, 'OIDC Client ID'))
        .first()
        .getByRole('button', { name: /^Help for/ })
        .click()
      await expectClean(page, 'identity provider')
      await openTab(page, 'Login')
      await row(page, 'Admin Roles').getByRole('button', { name: /^Add / }).first().click()
      await expectClean(page, 'login')
      await openTab(page, 'Connect')
      await field(page, 'Network Check-in Frequency').fill('often')
      await row(page, 'Internet Keychain Items').getByRole('button', { name: /^Add / }).click()
      await expectClean(page, 'connect')
      await openTab(page, 'More')
      await row(page, 'Actions').getByRole('button', { name: 'Add action' }).first().click()
      await expectClean(page, 'more')
      await page.getByRole('searchbox', { name: 'Search the keys' }).fill('nothing matches this')
      await expect(page.getByRole('button', { name: 'Show all keys' })).toBeVisible()
      await expectClean(page, 'no match')
    })

    test('axe finds nothing in the XML view, the panels, notices and Export', async ({ page }) => {
      await edit(page, newProfileXml('GoogleID'))
      await field(page, 'OIDC Client ID').fill('one')
      await row(page, 'Client Secret').locator('input').fill('two')
      for (const panel of ['XML', 'Issues', 'Login window']) {
        if (narrow) {
          await page.getByRole('button', { name: 'XML, issues and login window' }).click()
        }
        await page
          .getByRole('tab', { name: new RegExp(`^${panel}`) })
          .last()
          .click()
        await expectClean(page, panel)
        if (narrow) {
          await page.keyboard.press('Escape')
        }
      }
      await page.getByRole('button', { name: 'Reset' }).click()
      await expect(page.getByText('Back to version 1.')).toBeVisible()
      await expectClean(page, 'notice')
      await page.getByRole('button', { name: 'Undo', exact: true }).first().click()
      await page.getByRole('button', { name: 'Export…' }).click()
      await expect(page.getByRole('dialog', { name: 'Export' })).toBeVisible()
      await expectClean(page, 'export')
      await choose(page.getByRole('dialog', { name: 'Export' }), 'Property list (.plist)')
      await expectClean(page, 'export of property lists')
      await page.keyboard.press('Escape')
      const editor = await openXmlView(page)
      await expectClean(page, 'xml')
      await editor.press('Control+f')
      await page.getByRole('textbox', { name: 'Find' }).pressSequentially('string')
      await expect(page.locator('.cm-searchMatch').first()).toBeVisible()
      await expectClean(page, 'search in the xml')
      await page.keyboard.press('Escape')
      await editor.press('Control+End')
      await page.keyboard.type('<broken')
      await expect(page.getByRole('main').getByRole('alert')).toBeVisible()
      await expectClean(page, 'broken xml')
    })

    test('axe finds nothing when a save is stale or refused', async ({ page, troubles }) => {
      troubles.expected.push(/412|ERR_FAILED/)
      const id = await edit(page, newProfileXml('EntraID'))
      const contents = await (await page.request.get(`/api/configurations/${id}/contents`)).body()
      await saveElsewhere(page, id, 1, contents)
      await field(page, 'OIDC Client ID').fill('mine')
      await page.getByRole('button', { name: 'Save', exact: true }).click()
      const dialog = page.getByRole('dialog', { name: /was saved while you were editing/ })
      await expect(dialog.getByRole('listitem')).not.toHaveCount(0)
      await expectClean(page, 'stale')
      await dialog.getByRole('button', { name: 'Keep editing' }).click()
      await page.route(`**/api/configurations/${id}/contents`, (route) => route.abort(), { times: 1 })
      await page.getByRole('button', { name: 'Save', exact: true }).click()
      await expect(page.getByText('Not saved.')).toBeVisible()
      await expectClean(page, 'not saved')
    })
  })
}

function file(name: string, folder: string) {
  return { name, mimeType: 'application/octet-stream', buffer: Buffer.from(fixture(`${folder}/${name}`)) }
}

test('where the system chooses the colors, what is selected is outlined', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await edit(page, newProfileXml('EntraID'))
  await openTab(page, 'Login')
  const chosen = [
    page.getByRole('tab', { name: 'Login', exact: true }),
    page.getByRole('button', { name: 'Form', exact: true }),
    row(page, 'Require Network Authentication').getByText('Not configured', { exact: true }),
  ]
  for (const part of chosen) {
    await expect(part).toHaveCSS('outline-style', 'solid')
    await expect(part).toHaveCSS('outline-width', '2px')
  }
  await expect(page.getByRole('tab', { name: 'Connect', exact: true })).toHaveCSS('outline-style', 'none')
})

test('where the system chooses the colors, errors stay filled and advice does not, and buttons have a border', async ({
  page,
}) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await edit(page, newProfileXml('EntraID'))
  const background = (sign: string) =>
    page
      .getByRole('img', { name: sign, exact: true })
      .first()
      .evaluate((element) => getComputedStyle(element).backgroundColor)
  expect(await background('Error')).not.toBe(await background('Advice'))
  const button = page.getByRole('button', { name: 'Save', exact: true })
  await expect(button).toHaveCSS('border-top-style', 'solid')
})
