import {
  choose,
  edit,
  expect,
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
const actions = 'com.jamf.connect.actions'

test('a secret is masked in the form and in the preview until it is revealed', async ({ page }) => {
  await edit(page, newProfileXml('GoogleID'))
  const secret = row(page, 'Client Secret').locator('input')
  await secret.fill('example-secret-1')
  await expect(secret).toHaveAttribute('type', 'password')
  const preview = page.getByRole('region', { name: 'XML of the profile' })
  await expect(preview).toContainText('OIDCClientSecret')
  await expect(preview).not.toContainText('example-secret-1')
  await row(page, 'Client Secret').getByRole('button', { name: 'Show Client Secret' }).click()
  await expect(secret).toHaveAttribute('type', 'text')
  await page.getByRole('button', { name: 'Show secrets' }).click()
  await expect(preview).toContainText('example-secret-1')
})

test('a secret that stands in a CDATA section is masked in the preview too', async ({ page }) => {
  const xml = newProfileXml('GoogleID').replace(
    '<key>OIDCProvider</key>',
    '<key>OIDCClientSecret</key>\n\t\t\t<string><![CDATA[secret-in-cdata]]></string>\n\t\t\t<key>OIDCProvider</key>',
  )
  await edit(page, xml)
  const preview = page.getByRole('region', { name: 'XML of the profile' })
  await expect(preview).toContainText('OIDCClientSecret')
  await expect(preview).not.toContainText('secret-in-cdata')
})

test('a password in an address is masked in the preview, in repairs and beside linked fields', async ({
  page,
}) => {
  await edit(page, newProfileXml('Custom'))
  const address = 'https://ada:four-blind-mice@id.fabrikam.test/tenant?client_secret=five-blind-mice'
  await field(page, 'Discovery URL').fill(address)
  const preview = page.getByRole('region', { name: 'XML of the profile' })
  await expect(preview).toContainText('https://ada:••••••••@id.fabrikam.test/tenant?client_secret=••••••••')
  const repair = row(page, 'Discovery URL').getByRole('button', {
    name: /^Use (https:|the corrected address)/,
  })
  await expect(repair).toBeVisible()
  await expect(page.getByRole('main')).not.toContainText('blind-mice')
  await expect(preview).not.toContainText('blind-mice')
  await repair.click()
  await expect(field(page, 'Discovery URL')).toHaveValue(
    /^https:\/\/ada:four-blind-mice@id\.fabrikam\.test\/tenant\/\.well/,
  )
  await page.getByRole('button', { name: 'Show secrets' }).click()
  await expect(preview).toContainText('ada:four-blind-mice@')
})

test('a switch has three states: on, off and not configured', async ({ page }) => {
  const id = await edit(page, newProfileXml('EntraID'))
  await openTab(page, 'Login')
  const key = row(page, 'Create Admin Users')
  const value = async () => {
    await save(page)
    return settingsOf((await stored(page, id)).content, login).CreateAdminUser
  }
  await choose(key, 'Off')
  expect(await value()).toBe(false)
  await choose(key, 'On')
  expect(await value()).toBe(true)
  await choose(key, 'Not configured')
  expect(await value()).toBeUndefined()
})

test('a switch says beside it what it does, and its label is not the opposite of its key', async ({
  page,
}) => {
  const id = await edit(page, newProfileXml('EntraID'))
  await openTab(page, 'Identity Provider')
  const key = row(page, 'Ignore Cookies')
  await expect(key).toContainText('On: cookies that the sign-in web view has kept are ignored.')
  const ignored = async () => {
    await save(page)
    return settingsOf((await stored(page, id)).content, login).OIDCIgnoreCookies
  }
  await choose(key, 'Off')
  await expect(key).toContainText('Off: the cookies are kept and used.')
  expect(await ignored()).toBe(false)
  await choose(key, 'On')
  await expect(key.getByRole('radiogroup')).toHaveAccessibleDescription(/^On: cookies that .* are ignored\./)
  const preview = page.getByRole('region', { name: 'XML of the profile' })
  await expect(preview).toContainText(/<key>OIDCIgnoreCookies<\/key>\s*<true\/>/)
  expect(await ignored()).toBe(true)
  await choose(key, 'Not configured')
  await expect(key).toContainText('On: cookies that the sign-in web view has kept are ignored.')
  expect(await ignored()).toBeUndefined()
})

test('a number that is none is refused beside the field, and the profile keeps the last one', async ({
  page,
}) => {
  const id = await edit(page, newProfileXml('EntraID'))
  await openTab(page, 'Connect')
  const key = row(page, 'Network Check-in Frequency')
  const number = field(page, 'Network Check-in Frequency')
  await number.fill('15')
  await number.fill('15 minutes')
  await expect(key.getByRole('alert')).toContainText('Enter a whole number')
  await expect(number).toHaveAttribute('aria-invalid', 'true')
  await save(page)
  expect(settingsOf((await stored(page, id)).content, connect).PasswordPolicies).toEqual({
    NetworkCheck: 15n,
  })
  await expect(number).toHaveValue('15 minutes')
  await number.fill('99999999999999999999')
  await expect(key.getByRole('alert')).toContainText('64 bits')
  await number.fill('9007199254740993')
  await expect(key.getByRole('alert')).toHaveCount(0)
  await save(page)
  expect(settingsOf((await stored(page, id)).content, connect).PasswordPolicies).toEqual({
    NetworkCheck: 9007199254740993n,
  })
})

test('a list is added to, put in another order and emptied', async ({ page }) => {
  const id = await edit(page, newProfileXml('EntraID'))
  await openTab(page, 'Login')
  const list = row(page, 'Admin Roles')
  await list.getByRole('button', { name: /^Add / }).first().click()
  await page.keyboard.type('one')
  await page.keyboard.press('Enter')
  await page.keyboard.type('two')
  await expect(list.getByRole('textbox')).toHaveCount(2)
  await list.getByRole('button', { name: /^Move .* 2 up$/ }).click()
  await save(page)
  expect(settingsOf((await stored(page, id)).content, login).OIDCAdmin).toEqual(['two', 'one'])
  await list.getByRole('button', { name: /^Remove .* 1$/ }).click()
  await list.getByRole('button', { name: /^Remove .* 1$/ }).click()
  await expect(list).toContainText('Configured as an empty list.')
  await save(page)
  expect(settingsOf((await stored(page, id)).content, login).OIDCAdmin).toEqual([])
})

test('actions are dictionaries in an order, with lists of dictionaries inside', async ({ page }) => {
  const id = await edit(page, newProfileXml('EntraID'))
  await openTab(page, 'More')
  const list = row(page, 'Actions')
  await list.getByRole('button', { name: 'Add action' }).first().click()
  const first = page.getByRole('region', { name: 'Action 1', exact: true }).first()
  await field(first, 'Name').fill('Report a problem')
  await field(first, 'Timer').fill('60')
  await choose(row(first, 'Connected'), 'On')
  await row(first, 'Action').getByRole('button', { name: /^Add / }).first().click()
  const step = row(first, 'Action').getByRole('region').first()
  await row(step, 'Action command').locator('select, input').first().waitFor()
  const command = row(step, 'Action command').locator('select, input').first()
  if ((await command.evaluate((element) => element.tagName)) === 'SELECT') {
    await command.selectOption({ index: 1 })
  } else {
    await command.fill('url')
  }
  await field(step, 'Action command option').fill('https://help.example.com')
  await save(page)
  const saved = settingsOf((await stored(page, id)).content, actions).Actions as Record<string, unknown>[]
  expect(saved).toHaveLength(1)
  expect(saved[0]).toMatchObject({
    Name: 'Report a problem',
    Timer: 60n,
    Connected: true,
    Action: [{ CommandOptions: 'https://help.example.com' }],
  })
})

test('a name of a keychain item that another item has on the way is typed as it is meant', async ({
  page,
}) => {
  const id = await edit(page, newProfileXml('EntraID'))
  await openTab(page, 'Connect')
  const map = row(page, 'Internet Keychain Items')
  const add = map.getByRole('button', { name: /^Add / })
  await add.click()
  await map.getByRole('textbox').nth(0).fill('ex')
  await map.getByRole('textbox').nth(1).fill('one')
  await add.click()
  await map.getByRole('textbox').nth(2).fill('')
  await map.getByRole('textbox').nth(2).pressSequentially('example')
  await map.getByRole('textbox').nth(3).fill('two')
  await save(page)
  expect(settingsOf((await stored(page, id)).content, connect).Keychain).toEqual({
    InternetItems: { ex: 'one', example: 'two' },
  })
})

test('a name that two keychain items share is told, and the profile keeps the last good one', async ({
  page,
}) => {
  const id = await edit(page, newProfileXml('EntraID'))
  await openTab(page, 'Connect')
  const map = row(page, 'Internet Keychain Items')
  const add = map.getByRole('button', { name: /^Add / })
  await add.click()
  await map.getByRole('textbox').nth(0).fill('one')
  await add.click()
  await map.getByRole('textbox').nth(2).fill('two')
  await map.getByRole('textbox').nth(2).fill('one')
  await expect(map.getByRole('alert')).toContainText('one')
  await save(page)
  expect(settingsOf((await stored(page, id)).content, connect).Keychain).toEqual({
    InternetItems: { one: '', two: '' },
  })
})

const license = `<?xml version="1.0" encoding="UTF-8"?>
<plist version="1.0"><dict>
<key>Name</key><string>Example GmbH</string>
<key>NumberOfClients</key><integer>250</integer>
<key>ExpirationDate</key><string>2031-12-01 00:00:00 +0000</string>
</dict></plist>`

test('a license file is read, shown and written to both payloads', async ({ page }) => {
  const id = await edit(page, newProfileXml('EntraID'))
  const key = row(page, 'License').first()
  const file = { name: 'example.jamfconnectlicense', mimeType: 'text/xml', buffer: Buffer.from(license) }
  await key.locator('input[type=file]').setInputFiles(file)
  await expect(key).toContainText('Example GmbH, 250 computers')
  await expect(key).toContainText('1 December 2031')
  await save(page)
  const { content } = await stored(page, id)
  const text = (value: unknown) =>
    Buffer.from(typeof value === 'string' ? value : (value as { data: string }).data, 'base64').toString()
  expect(text(settingsOf(content, login).LicenseFile)).toBe(license)
  expect(text(settingsOf(content, connect).LicenseFile)).toBe(license)
  await key.getByRole('button', { name: 'Remove' }).click()
  expect(await key.locator('input[type=file]').inputValue()).toBe('')
  await key.locator('input[type=file]').setInputFiles({ ...file, buffer: Buffer.alloc(0) })
  await expect(key.getByRole('alert')).toContainText('holds nothing')
})

test('a key of unconfirmed type is written in the type that is chosen', async ({ page }) => {
  const id = await edit(page, newProfileXml('EntraID'))
  await openTab(page, 'Connect')
  const key = row(page, 'Offline MFA Reminder')
  await expect(key).toContainText('No public source confirms its type')
  await key.getByRole('textbox').fill('7')
  await save(page)
  expect(settingsOf((await stored(page, id)).content, connect).OfflineMFAReminder).toBe(7n)
  await key.getByRole('combobox', { name: 'Type of Offline MFA Reminder' }).selectOption('boolean')
  await choose(key, 'On')
  await save(page)
  expect(settingsOf((await stored(page, id)).content, connect).OfflineMFAReminder).toBe(true)
})

test('a choice offers the known values and keeps an unknown one', async ({ page }) => {
  const xml = newProfileXml('EntraID').replace(
    '<key>IdPSettings</key>',
    '<key>UserHelp</key>\n\t\t\t<dict>\n\t\t\t\t<key>HelpType</key>\n\t\t\t\t<string>pigeon</string>\n\t\t\t</dict>\n\t\t\t<key>IdPSettings</key>',
  )
  const id = await edit(page, xml)
  await openTab(page, 'Connect')
  const choice = row(page, 'Get Help Type').getByRole('combobox')
  await expect(choice).toHaveValue('pigeon')
  await choice.selectOption({ index: 2 })
  await save(page)
  const help = settingsOf((await stored(page, id)).content, connect).UserHelp as Record<string, unknown>
  expect(help.HelpType).not.toBe('pigeon')
  await choice.selectOption({ label: 'Not configured' })
  await save(page)
  expect(settingsOf((await stored(page, id)).content, connect).UserHelp).toBeUndefined()
})

test('characters that XML forbids are not written into the profile', async ({ page }) => {
  const id = await edit(page, newProfileXml('EntraID'))
  await field(page, 'Tenant').fill('exam\u0001ple\u000b')
  await expect(page.getByRole('button', { name: 'Save', exact: true })).toBeEnabled()
  await page.keyboard.press('Control+s')
  await expect(page.getByRole('status').filter({ hasText: /^Saved · version 2/ })).toBeVisible()
  await page.reload()
  await expect(field(page, 'Tenant')).toHaveValue('example')
  expect(settingsOf((await stored(page, id)).content, login).OIDCTenant).toBe('example')
})
