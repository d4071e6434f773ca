import { passwordOf } from '../demo/okta-authn'
import { expectClean, sizes } from './axe'
import {
  card,
  chooseTest,
  demoProfile,
  expect,
  openSignIn,
  openTests,
  result,
  runButton,
  sendPassword,
  signIn,
  test,
} from './tests-app'

test.use({ viewport: sizes.desktop, attempts: 6, ignoreHTTPSErrors: true })
test.describe.configure({ timeout: 150_000 })

test('axe finds nothing in discovery and the password check', async ({ page, world }) => {
  await openTests(page, demoProfile(world, 'Second factor not listed'))
  await expect(page.getByRole('button', { name: 'Run the test' })).toBeVisible()
  await expectClean(page, 'discovery-form')
  await runButton(page).click()
  await expect(result(page)).toBeVisible()
  await card(page, 'Exchanges').locator('summary').first().click()
  await expectClean(page, 'discovery-warning')
  await chooseTest(page, 'Password check (ROPG)')
  await sendPassword(page, 'mia@acme.example', 'golden-goal')
  await expect(result(page)).toContainText('may call it wrong')
  await card(page, 'Checks').locator('summary').first().click()
  await card(page, 'On the Mac').getByRole('button', { name: /^Why/ }).first().click()
  await expectClean(page, 'password-second-factor')
  await page.getByRole('region', { name: 'Result' }).getByRole('button').click()
  await sendPassword(page, 'mia@acme.example', 'golden-goal')
  await expect(result(page)).toHaveText(/^Passed/)
  await page.getByRole('button', { name: 'Keep the report' }).click()
  await card(page, 'Kept reports')
    .getByRole('button', { name: /The password is right/ })
    .click()
  await expect(card(page, 'Checks of the kept report')).toBeVisible()
  await expectClean(page, 'password-passed-kept')
  await openTests(page, demoProfile(world, 'Wrong discovery URL'))
  await runButton(page).click()
  await expect(result(page)).toHaveText(/^Failed/)
  await expectClean(page, 'discovery-failed')
})

test('axe finds nothing in the sign-in', async ({ page, world }) => {
  const profile = demoProfile(world, 'Group differs in case', {
    'https://127.0.0.1/jamfconnect': world.caught,
  })
  await openTests(page, profile, 'Sign-in (OIDC)')
  await page.getByRole('combobox', { name: 'Redirect URI' }).selectOption('Latchkey’s own')
  await expectClean(page, 'sign-in-form')
  await page.getByRole('button', { name: 'Start the sign-in' }).click()
  await expect(card(page, 'Sign in')).toBeVisible()
  await expectClean(page, 'sign-in-waiting')
  const popup = await openSignIn(page)
  await signIn(popup)
  await expect(result(page)).toHaveText(/standard user/)
  await expectClean(page, 'sign-in-warning')
  await card(page, 'ID token').getByRole('radio', { name: 'Header' }).click()
  await expectClean(page, 'sign-in-header')
  await expectClean(popup, 'callback')
})

test('axe finds nothing in the questions of Okta', async ({ page, world }) => {
  await openTests(page, demoProfile(world, 'Okta · Authentication API'))
  // Each sign-in ends the one before, also one that waits for an answer.
  const enter = (name: string) => sendPassword(page, `${name}@example.com`, passwordOf(name))
  const press = (name: string) =>
    page.getByRole('main').getByRole('button', { name, exact: true }).first().click()
  const chooseFactor = () =>
    page
      .getByRole('main')
      .getByRole('button', { name: /^Use this factor: / })
      .first()
      .click()
  await enter('everything')
  await expect(card(page, 'Choose a factor')).toBeVisible()
  await expectClean(page, 'okta-factors')
  const names = await page
    .getByRole('button', { name: /^Use this factor: / })
    .evaluateAll((buttons) => buttons.map((button) => button.getAttribute('aria-label')))
  expect(new Set(names).size).toBe(names.length)
  await chooseFactor()
  await expect(card(page, 'Approve the request on your device')).toBeVisible()
  await expectClean(page, 'okta-push')
  await enter('totp')
  await chooseFactor()
  await expect(page.getByRole('textbox', { name: 'Code' })).toBeVisible()
  await expectClean(page, 'okta-code')
  await enter('enroll')
  await card(page, 'Okta wants a factor to be enrolled').getByRole('button').nth(1).click()
  await expectClean(page, 'okta-confirm')
  await press('Enroll it in the account')
  await expect(page.getByRole('img', { name: /QR code/ })).toBeVisible()
  await expectClean(page, 'okta-enroll')
  await enter('number')
  await chooseFactor()
  await expect(card(page, 'Choose this number on your device')).toBeVisible({ timeout: 10_000 })
  await expectClean(page, 'okta-number')
  // The device answers by itself; what is pressed while Okta is being asked would not be heard.
  await expect(result(page)).toHaveText(/^Passed: /, { timeout: 30_000 })
  await enter('locked')
  await expect(result(page)).toHaveText(/locked/)
  await expectClean(page, 'okta-locked')
})
