import { save, settingsOf, stored, tabTo } from './app'
import { demoProfile, expect, openTests, result, test } from './tests-app'

test.use({ attempts: 2 })

test('a password is checked, and the success code added, without a mouse', async ({ page, world }) => {
  const id = await openTests(page, demoProfile(world, 'Second factor not listed'))
  await tabTo(page, page.getByRole('radio', { name: 'Discovery' }))
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('radio', { name: 'Password check (ROPG)' })).toBeChecked()
  await tabTo(page, page.getByRole('textbox', { name: 'User name' }))
  await page.keyboard.type('mia@acme.example')
  await page.keyboard.press('Tab')
  await page.keyboard.type('golden-goal')
  await page.keyboard.press('Enter')
  await expect(result(page)).toContainText('may call it wrong')
  await expect(page.getByLabel('Password', { exact: true })).toBeFocused()
  const add = page.getByRole('region', { name: 'Result' }).getByRole('button')
  await tabTo(page, add)
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByLabel('Password', { exact: true }), 'Shift+Tab')
  await page.keyboard.type('golden-goal')
  await page.keyboard.press('Enter')
  await expect(result(page)).toHaveText('Passed: The password is right')
  await save(page)
  const { content } = await stored(page, id)
  expect(settingsOf(content, 'com.jamf.connect.login')).toMatchObject({ ROPGSuccessCodes: ['AADSTS50076'] })
})
