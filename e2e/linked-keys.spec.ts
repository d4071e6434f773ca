import type { Page } from '@playwright/test'
import {
  edit,
  expect,
  exported,
  field,
  newProfileXml,
  openTab,
  row,
  save,
  settingsOf,
  stored,
  test,
} from './app'

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

/** Both sides of a linked pair as the profile would be exported now. */
async function bothSides(page: Page, loginKey: string, menuBarKey: string): Promise<unknown[]> {
  const file = await exported(page)
  const { IdPSettings } = settingsOf(file, connect) as { IdPSettings: Record<string, unknown> }
  return [settingsOf(file, login)[loginKey], IdPSettings[menuBarKey]]
}

test('a code typed letter by letter is in both lists at every key press, and undo takes it out of both', async ({
  page,
}) => {
  const id = await edit(page, newProfileXml('OneLogin'))
  const codes = row(page, 'ROPG Success Codes')
  const sides = () => bothSides(page, 'ROPGSuccessCodes', 'SuccessCodes')
  await codes.getByRole('button', { name: 'Add code' }).focus()
  await page.keyboard.press('Enter')
  for (const typed of ['O', 'OT', 'OTP']) {
    await codes.getByRole('textbox').focus()
    await page.keyboard.press('End')
    await page.keyboard.type(typed.slice(-1))
    expect(await sides()).toEqual([[typed], [typed]])
  }
  await codes.getByRole('textbox').focus()
  await page.keyboard.press('Enter')
  await page.keyboard.type('push')
  await save(page)
  const { content } = await stored(page, id)
  expect(settingsOf(content, login).ROPGSuccessCodes).toEqual(['OTP', 'push'])
  expect(settingsOf(content, connect)).toMatchObject({ IdPSettings: { SuccessCodes: ['OTP', 'push'] } })
  while (await page.getByRole('button', { name: 'Undo', exact: true }).isEnabled()) {
    await page.getByRole('button', { name: 'Undo', exact: true }).click()
    const [one, other] = await sides()
    expect(other).toEqual(one)
  }
})

test('a secret and a provider are written to both payloads by keyboard, each in its spelling', async ({
  page,
}) => {
  await edit(page, newProfileXml('Custom'))
  await row(page, 'Client Secret').locator('input').focus()
  await page.keyboard.type('s3cret')
  expect(await bothSides(page, 'OIDCClientSecret', 'ClientSecret')).toEqual(['s3cret', 's3cret'])
  await row(page, 'Identity Provider').locator('select').selectOption('Okta-OIDC')
  expect(await bothSides(page, 'OIDCProvider', 'Provider')).toEqual(['Okta-OIDC', 'Okta OIDC'])
})

test('after Unlink both fields say what they hold, and nothing is copied from an empty one', async ({
  page,
}) => {
  await edit(page, newProfileXml('OneLogin'))
  const codes = () => row(page, 'ROPG Success Codes')
  await codes().getByRole('button', { name: 'Add code' }).click()
  await page.keyboard.type('MFA')
  await codes().getByRole('button', { name: 'Unlink' }).click()
  const [loginCodes, menuBarCodes] = [codes().first(), row(page, 'Password Verification Success Codes')]
  await expect(loginCodes).toContainText('SuccessCodes holds the same.')
  await expect(menuBarCodes).toContainText('ROPGSuccessCodes holds the same.')
  await menuBarCodes.getByRole('button', { name: 'Add code' }).click()
  await page.keyboard.type('push')
  await expect(loginCodes).toContainText('SuccessCodes holds MFA, push.')
  await expect(menuBarCodes).toContainText('ROPGSuccessCodes holds MFA.')
  await loginCodes.getByRole('button', { name: 'Remove Code 1' }).click()
  await expect(menuBarCodes).toContainText('ROPGSuccessCodes holds nothing.')
  await loginCodes.getByRole('button', { name: 'Use the value of SuccessCodes' }).click()
  expect(await bothSides(page, 'ROPGSuccessCodes', 'SuccessCodes')).toEqual([
    ['MFA', 'push'],
    ['MFA', 'push'],
  ])
  await expect(menuBarCodes).toHaveCount(0)
})
