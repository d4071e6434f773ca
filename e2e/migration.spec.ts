import { writeXml } from '../lib/plist/xml/writer'
import { type Plain, payload, tree, uuids } from '../lib/profile/fixtures/sample-trees'
import { edit, expect, exported, home, issueList, newProfileXml, settingsOf, test, unique } from './app'
import { expectCleanIn, sizes } from './axe'

const profileWith = (...payloads: Plain[]) =>
  writeXml(
    tree({
      PayloadContent: payloads,
      PayloadDisplayName: unique('Former'),
      PayloadIdentifier: unique('com.example.former').replace(' ', '.'),
      PayloadType: 'Configuration',
      PayloadUUID: uuids.profile,
      PayloadVersion: 1,
    }),
  )

const former = () =>
  profileWith(
    payload('com.jamf.connect.verify', uuids.login, {
      OIDCProvider: 'Azure',
      OIDCROPGID: 'client-1',
      HideAbout: true,
      DontShowWelcome: true,
      OIDCClientSecret: 'not-to-be-shown',
      TimerLocalCheck: 15,
    }),
    payload('com.jamf.connect', uuids.connect, { IdPSettings: { ROPGID: 'client-2' } }),
  )

test('a profile of Jamf Connect 1.x is imported, reviewed, migrated as one edit, and back again', async ({
  page,
}) => {
  await home(page)
  await page.getByRole('button', { name: 'Import a profile' }).click()
  const importing = page.getByRole('dialog', { name: 'Import profiles' })
  const buffer = Buffer.from(former())
  await importing
    .getByLabel('Profiles to import')
    .setInputFiles([{ name: 'former.mobileconfig', mimeType: 'application/octet-stream', buffer }])
  await importing.getByRole('button', { name: /^Import/ }).click()
  await expect(page.getByRole('button', { name: 'Export…' })).toBeVisible()
  await (await issueList(page)).first().waitFor()

  const offer = page.getByRole('region', { name: 'Migration' })
  await expect(offer).toContainText('The profile holds settings of Jamf Connect Verify.')
  const open = offer.getByRole('button', { name: 'Review the migration…' })
  await open.focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Review the migration' })
  for (const heading of ['Clashes (1)', 'Renamed (1)', 'Changed (3)', 'No counterpart (1)']) {
    await expect(dialog.getByRole('heading', { name: heading })).toBeVisible()
  }
  await expect(dialog).not.toContainText('not-to-be-shown')
  await expect(dialog.getByRole('checkbox', { name: 'Take over OIDCProvider' })).toBeChecked()
  await expect(dialog.getByRole('checkbox', { name: 'Remove TimerLocalCheck' })).not.toBeChecked()
  await expect(dialog.getByRole('button', { name: 'Apply 4 changes' })).toBeVisible()
  await expectCleanIn(page, 'desktop', 'migration')

  // Escape gives the focus back.
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(open).toBeFocused()
  await open.click()

  // Everything is settled before the payload may go.
  const gone = dialog.getByRole('checkbox', { name: 'Remove the payload of Jamf Connect Verify' })
  await expect(gone).toBeDisabled()
  const clash = dialog.getByRole('radiogroup', { name: 'What becomes of OIDCROPGID' })
  await clash.getByRole('radio', { name: 'Take the old value' }).click()
  await dialog.getByRole('checkbox', { name: 'Remove TimerLocalCheck' }).check()
  await gone.check()
  await dialog.getByRole('button', { name: 'Apply 7 changes' }).click()
  await expect(dialog).toBeHidden()
  await expect(offer).toBeHidden()
  await expect(page.locator('body')).not.toBeFocused()

  const bytes = await exported(page)
  expect(Buffer.from(bytes).toString()).not.toContain('com.jamf.connect.verify')
  expect(settingsOf(bytes, 'com.jamf.connect')).toEqual({
    Appearance: { ShowWelcomeWindow: false },
    HiddenMenuItems: ['about'],
    IdPSettings: { ClientSecret: 'not-to-be-shown', Provider: 'EntraID', ROPGID: 'client-1' },
  })

  await page.getByRole('button', { name: 'Undo', exact: true }).first().click()
  await expect(offer).toBeVisible()
  expect(Buffer.from(await exported(page))).toEqual(buffer)
})

test('the review has room in a narrow window', async ({ page }) => {
  await page.setViewportSize(sizes.narrow)
  await edit(page, former())
  await page.getByRole('button', { name: 'XML, issues and login window' }).click()
  await (await issueList(page)).first().waitFor()
  await page.getByRole('button', { name: 'Review the migration…' }).click()
  await expect(page.getByRole('dialog', { name: 'Review the migration' })).toBeVisible()
  await expectCleanIn(page, 'narrow', 'migration')
  if (process.env.LATCHKEY_E2E_PICTURES) {
    await page.screenshot({ path: `${process.env.LATCHKEY_E2E_PICTURES}/migration-sheet.png` })
  }
})

test('what nobody knows stays, and a profile of today is offered nothing', async ({ page }) => {
  await edit(page, profileWith(payload('com.twocanoes.xcreds', uuids.login, { showDebug: true })))
  await (await issueList(page)).first().waitFor()
  await page.getByRole('button', { name: 'Review the migration…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Review the migration' })
  await expect(dialog.getByRole('button', { name: 'Apply 0 changes' })).toBeDisabled()
  await dialog.getByRole('button', { name: 'Cancel' }).click()

  await edit(page, newProfileXml('EntraID'))
  await (await issueList(page)).first().waitFor()
  await expect(page.getByRole('region', { name: 'Migration' })).toHaveCount(0)
})
