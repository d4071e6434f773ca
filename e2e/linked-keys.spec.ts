import { edit, expect, field, newProfileXml, openTab, row, save, settingsOf, stored, test } from './app'

const login = 'com.jamf.connect.login'
const connect = 'com.jamf.connect'

test('a linked key writes its partner, and unlinked the two go apart', async ({ page }) => {
  const id = await edit(page, newProfileXml('EntraID'))
  const values = async () => {
    await save(page)
    const { content } = await stored(page, id)
    const { IdPSettings } = settingsOf(content, connect) as { IdPSettings: Record<string, unknown> }
    return [settingsOf(content, login).OIDCROPGID, IdPSettings.ROPGID]
  }
  await field(page, 'ROPG Client ID').fill('both')
  expect(await values()).toEqual(['both', 'both'])
  await row(page, 'ROPG Client ID').getByRole('button', { name: 'Unlink' }).click()
  await expect(row(page, 'ROPG Client ID')).toHaveCount(2)
  await field(page, 'ROPG Client ID').first().fill('login only')
  expect(await values()).toEqual(['login only', 'both'])
  await field(page, 'ROPG Client ID').nth(1).fill('menu bar only')
  expect(await values()).toEqual(['login only', 'menu bar only'])
  await row(page, 'ROPG Client ID').nth(1).getByRole('button', { name: 'Use this value for both' }).click()
  expect(await values()).toEqual(['menu bar only', 'menu bar only'])
  await expect(row(page, 'ROPG Client ID')).toHaveCount(1)
})

test('linked keys that hold different values in a file are both shown and neither is changed', async ({
  page,
}) => {
  const xml = newProfileXml('EntraID')
    .replace(
      '<key>OIDCProvider</key>',
      '<key>OIDCTenant</key>\n\t\t\t<string>one</string>\n\t\t\t<key>OIDCProvider</key>',
    )
    .replace(
      '<key>Provider</key>',
      '<key>TenantID</key>\n\t\t\t\t<string>two</string>\n\t\t\t\t<key>Provider</key>',
    )
  const id = await edit(page, xml)
  await expect(field(page, 'Tenant')).toHaveValue('one')
  await expect(row(page, 'Tenant')).toContainText('TenantID holds two')
  await field(page, 'Tenant').fill('three')
  await save(page)
  const { content } = await stored(page, id)
  expect(settingsOf(content, login).OIDCTenant).toBe('three')
  expect(settingsOf(content, connect)).toMatchObject({ IdPSettings: { TenantID: 'two' } })
})

test('an emptied linked key is not configured in either payload', async ({ page }) => {
  const id = await edit(page, newProfileXml('EntraID'))
  await field(page, 'ROPG Client ID').fill('both')
  await field(page, 'ROPG Client ID').fill('')
  await openTab(page, 'Connect')
  await openTab(page, 'Identity Provider')
  await field(page, 'OIDC Client ID').fill('one')
  await save(page)
  const { content } = await stored(page, id)
  expect(settingsOf(content, login)).not.toHaveProperty('OIDCROPGID')
  expect(settingsOf(content, connect)).toEqual({ IdPSettings: { Provider: 'EntraID' } })
})
