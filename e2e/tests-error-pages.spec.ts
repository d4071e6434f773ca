import type { Page } from '@playwright/test'
import { field } from './app'
import { expectClean, sizes } from './axe'
import {
  addressOf,
  card,
  check,
  demoProfile,
  expect,
  openSignIn,
  openTests,
  paste,
  result,
  signIn,
  startSignIn,
  test,
  type World,
} from './tests-app'

const kind = 'Sign-in (OIDC)'
const configured = 'https://127.0.0.1/jamfconnect'
const refused = 'The provider refuses the request to sign in'
const shown = 'The identity provider shows an error page'

test.use({ viewport: sizes.desktop, ignoreHTTPSErrors: true })
test.describe.configure({ timeout: 120_000 })

/** A profile whose redirect URI nobody answers at, so that the answer is pasted. */
const pastedProfile = (world: World, name = 'Everything works') =>
  demoProfile(world, name, { [configured]: world.taken })

/** Everything that a person who selects all of a page copies. */
const textOf = (page: Page) => page.locator('body').innerText()

const pasteField = (page: Page) => page.getByRole('textbox', { name: /[Pp]aste/ })

/** Goes on with the sign-in of before as the person it belongs to. */
async function bringAnswer(page: Page, world: World): Promise<void> {
  const popup = await openSignIn(page)
  await signIn(popup)
  await paste(page, await addressOf(popup, `${world.taken}?code=`))
  await expect(result(page)).toHaveText(/^(Passed|Warning): The test user can sign in/)
}

test('a redirect URI that is not registered is found before anybody goes to the sign-in page', async ({
  page,
  world,
}) => {
  await openTests(page, pastedProfile(world, 'Redirect URI not registered'), kind)
  await startSignIn(page)
  const finding = check(page, refused)
  await expect(finding).toContainText('Failed:')
  await expect(finding).toContainText(/redirect URI/)
  await expect(finding).toContainText('the browser never comes back')
  await expect(finding).toContainText(/Add the redirect URI to the client/)
  // The person may go there all the same, and sees what the finding says.
  const popup = await openSignIn(page)
  await expect(popup.locator('body')).toContainText('redirect_uri')
  await expectClean(page, 'sign-in-refused')
  await finding.getByRole('button', { name: 'Show OIDCRedirectURI' }).click()
  await expect(field(page, 'OIDC Redirect URI')).toBeFocused()
})

test('a client that the provider does not know is found before anybody goes to the sign-in page', async ({
  page,
  world,
}) => {
  await openTests(page, pastedProfile(world, 'Wrong client ID'), kind)
  await startSignIn(page)
  const finding = check(page, refused)
  await expect(finding).toContainText('Failed:')
  await expect(finding).toContainText(/client ID/)
  await expect(finding.getByRole('button', { name: 'Show OIDCClientID' })).toBeVisible()
  await expect(finding).not.toContainText('another identity provider')
})

test('the address and the text of an error page are taken in place of an answer', async ({ page, world }) => {
  await openTests(page, pastedProfile(world, 'Redirect URI not registered'), kind)
  await startSignIn(page)
  const popup = await openSignIn(page)
  const address = await addressOf(popup, `${world.provider.url}/`)
  await paste(page, address)
  await expect(check(page, 'The browser is still at the identity provider')).toContainText('paste its text')
  await expect(pasteField(page)).toBeVisible()
  await expect(result(page)).toHaveCount(0)
  await paste(page, await textOf(popup))
  await expect(check(page, shown)).toContainText(/redirect URI/)
  await expect(check(page, shown).getByRole('button', { name: 'Show OIDCRedirectURI' })).toBeVisible()
  await expect(result(page)).toHaveText(/^Failed: /)
})

const pages = [
  {
    name: 'Entra ID',
    text: `Sign in
Sorry, but we’re having trouble signing you in.

AADSTS50011: The redirect URI 'https://127.0.0.1/jamf' specified in the request does not match the redirect URIs configured for the application '2f6d1c1e-0f51-4c38-9a9a-0d7f9f4f2a11'.
Troubleshooting details
Request Id: 7be4a9d2-5c0e-4d0c-9f43-4e3d5a1f2200
Timestamp: 2026-11-03T09:12:44Z`,
  },
  { name: 'Keycloak', text: 'ACME\nWe are sorry...\n\nInvalid parameter: redirect_uri\n' },
] as const

for (const { name, text } of pages) {
  test(`the text of the error page of ${name} is read, and leads to the key`, async ({ page, world }) => {
    await openTests(page, pastedProfile(world), kind)
    await startSignIn(page)
    await paste(page, text)
    const finding = check(page, shown)
    await expect(finding).toContainText('Failed:')
    await expect(finding).toContainText(/redirect URI/)
    await finding.getByRole('button', { name: 'Show OIDCRedirectURI' }).click()
    await expect(field(page, 'OIDC Redirect URI')).toBeFocused()
  })
}

/** What people have in the clipboard in place of an answer. */
const wrong = [
  'see you at lunch',
  '<p>Quarterly figures</p>',
  '%%%&&&===???',
  'https://intranet.example/wiki?page=2',
  '{"a":[1,2,{"b":null}]}',
  '\u200b\u202e…\t…',
  '"'.repeat(20_000),
]

test('a wrong paste ends no sign-in: the field stays and says why, and the right answer passes', async ({
  page,
  world,
}) => {
  await openTests(page, pastedProfile(world), kind)
  await startSignIn(page)
  const checks = card(page, 'Checks')
  for (const text of wrong) {
    await paste(page, text)
    await expect(checks).toContainText(/(There is no answer of a sign-in in this|Nothing was used up)/)
    await expect(pasteField(page)).toBeVisible()
    await expect(pasteField(page)).toHaveValue('')
    await expect(pasteField(page)).toBeFocused()
    await expect(result(page)).toHaveCount(0)
  }
  await expectClean(page, 'sign-in-wrong-paste')
  await bringAnswer(page, world)
})

test('more text than any answer has is refused beside the field, and the sign-in goes on', async ({
  page,
  world,
}) => {
  await openTests(page, pastedProfile(world), kind)
  await startSignIn(page)
  await pasteField(page).fill('lorem ipsum '.repeat(90_000))
  const alert = page.getByRole('alert').filter({ hasText: 'characters' })
  await expect(alert).toContainText('an answer has at most 200,000')
  await expect(pasteField(page)).toHaveAccessibleDescription(/Copy the address/)
  await expect(page.getByRole('button', { name: 'Go on' })).toBeDisabled()
  await expectClean(page, 'sign-in-long-paste')
  await bringAnswer(page, world)
})

test('an answer that did not reach the server can be brought once more', async ({
  page,
  world,
  troubles,
}) => {
  troubles.expected.push(/ERR_FAILED/)
  await openTests(page, pastedProfile(world), kind)
  await startSignIn(page)
  await expect(check(page, 'The provider takes the request to sign in')).toContainText('Passed:')
  await page.route('**/api/tests/oidc/finish', (route) => route.abort(), { times: 1 })
  await paste(page, 'see you at lunch')
  await expect(page.getByRole('alert').filter({ hasText: 'Latchkey does not answer' })).toBeVisible()
  await expect(pasteField(page)).toHaveValue('see you at lunch')
  await bringAnswer(page, world)
})
