import { save, settingsOf, stored } from './app'
import {
  card,
  check,
  demoProfile,
  expect,
  onTheMac,
  openTests,
  result,
  sendPassword,
  test,
  unfold,
} from './tests-app'

const kind = 'Password check (ROPG)'

test.describe('one password', () => {
  test.use({ attempts: 3 })

  test('a right password is told with what the Mac does', async ({ page, world }) => {
    await openTests(page, demoProfile(world, 'Everything works'), kind)
    await sendPassword(page, 'ada@acme.example', 'analytical-engine')
    await expect(result(page)).toHaveText('Passed: The password is right')
    await expect(page.getByLabel('Password', { exact: true })).toHaveValue('')
    await expect(onTheMac(page, 'Account name')).toContainText('ada')
    await expect(onTheMac(page, 'Rights')).toContainText('Administrator')
    await expect(card(page, 'Exchanges').getByRole('listitem')).toContainText([/Discovery/, /Token/])
    // The form is a line that says with what, so that the verdict is the first thing on the screen.
    await expect(page.getByRole('textbox', { name: 'User name' })).toBeHidden()
    await expect(page.getByRole('main').locator('form')).toContainText(
      /^Password check \(ROPG\) · ada@acme\.example · Login window · today/,
    )
    expect((await result(page).boundingBox())?.y).toBeLessThan(250)
    // The other app has keys of its own.
    await unfold(page)
    await page.getByRole('radiogroup', { name: 'As' }).getByRole('radio', { name: 'Self Service+' }).click()
    await sendPassword(page, 'ada@acme.example', 'analytical-engine')
    await expect(result(page)).toHaveText('Passed: The password is right')
    await expect(page.getByRole('region', { name: 'Result' })).toContainText(
      'Self Service+ takes that for a yes',
    )
  })

  test('a wrong password is told apart from everything else', async ({ page, world }) => {
    await openTests(page, demoProfile(world, 'Everything works'), kind)
    await sendPassword(page, 'ada@acme.example', 'not this one')
    await expect(result(page)).toHaveText('Failed: The user name or the password is wrong')
    await expect(check(page, 'The token endpoint issued no tokens')).toContainText('AADSTS50126')
    // The same again is not sent: it would only help to lock the account.
    await sendPassword(page, 'ada@acme.example', 'not this one')
    await expect(result(page)).toContainText('Nothing was sent')
    await expect(card(page, 'Exchanges')).not.toContainText('Token')
  })

  test('a second factor is added to both success codes by one click, and the next run passes', async ({
    page,
    world,
  }) => {
    const id = await openTests(page, demoProfile(world, 'Second factor not listed'), kind)
    await sendPassword(page, 'mia@acme.example', 'golden-goal')
    await expect(result(page)).toHaveText(
      'Warning: The password is right, but Jamf Connect may call it wrong',
    )
    const add = page.getByRole('main').getByRole('button', { name: 'Add AADSTS50076 to the success codes' })
    await expect(add).toHaveCount(1)
    await add.click()
    await sendPassword(page, 'mia@acme.example', 'golden-goal')
    await expect(result(page)).toHaveText('Passed: The password is right')
    await expect(card(page, 'Since the last run').getByRole('listitem')).not.toHaveCount(0)
    await save(page)
    const { content } = await stored(page, id)
    expect(settingsOf(content, 'com.jamf.connect.login')).toMatchObject({ ROPGSuccessCodes: ['AADSTS50076'] })
    expect(settingsOf(content, 'com.jamf.connect')).toMatchObject({
      IdPSettings: { SuccessCodes: ['AADSTS50076'] },
    })
  })

  test('a confidential client sends its secret, and its lack is named as the cause', async ({
    page,
    world,
  }) => {
    const profile = demoProfile(world, 'Confidential client')
    await openTests(page, profile, kind)
    await sendPassword(page, 'ben@acme.example', 'wooden-clock')
    await expect(result(page)).toHaveText('Passed: The password is right')
    await expect(onTheMac(page, 'Rights')).toContainText('Standard')
    const token = card(page, 'Exchanges')
      .getByRole('listitem')
      .filter({ hasText: /^Token/ })
    await expect(token).toContainText('POST')
    await expect(token).not.toContainText('authorization')
    await unfold(page)
    await page.getByRole('combobox', { name: 'Client secret' }).selectOption('header')
    await sendPassword(page, 'ben@acme.example', 'wooden-clock')
    await expect(result(page)).toHaveText('Passed: The password is right')
    await expect(token).toContainText('authorization')
    await openTests(page, profile.replaceAll('latchkey-demo-secret', 'some-other-secret'), kind)
    await sendPassword(page, 'ben@acme.example', 'wooden-clock')
    await expect(result(page)).toHaveText(/^Failed: Not known whether the password is right: .*client/)
  })

  test('a client without the password grant, an unknown one and a wrong address are told apart', async ({
    page,
    world,
  }) => {
    await openTests(page, demoProfile(world, 'Password grant not allowed'), kind)
    await sendPassword(page, 'ada@acme.example', 'analytical-engine')
    await expect(result(page)).toHaveText(
      'Failed: Not known whether the password is right: the client may not use the password grant',
    )
    await expect(card(page, 'Checks')).toContainText('unauthorized_client')
    await openTests(page, demoProfile(world, 'Wrong client ID'), kind)
    await sendPassword(page, 'ada@acme.example', 'analytical-engine')
    await expect(result(page)).toHaveText(/^Failed: Not known whether the password is right: .*client/)
    await openTests(page, demoProfile(world, 'Wrong discovery URL'), kind)
    await sendPassword(page, 'ada@acme.example', 'analytical-engine')
    await expect(result(page)).toHaveText('Failed: The identity provider cannot be discovered')
  })
})

test.describe('accounts', () => {
  test.use({ attempts: 2 })

  test('a locked account and an expired password are told apart from a wrong one', async ({
    page,
    world,
  }) => {
    await openTests(page, demoProfile(world, 'Everything works'), kind)
    for (const [name, password, told] of [
      ['lou', 'iron-horse', 'AADSTS50053'],
      ['eve', 'last-season', 'AADSTS50055'],
    ] as const) {
      await sendPassword(page, `${name}@acme.example`, password)
      await expect(result(page)).toHaveText(/^(Failed|Warning): /)
      await expect(result(page)).not.toContainText('is wrong')
      await expect(card(page, 'Checks')).toContainText(told)
    }
  })
})
