import type { Page } from '@playwright/test'
import { OAuth2Server } from 'oauth2-mock-server'
import {
  addressOf,
  card,
  check,
  demoProfile,
  expect,
  onTheMac,
  openSignIn,
  openTests,
  paste,
  result,
  signIn,
  startSignIn,
  test,
  unfold,
  type World,
} from './tests-app'

const kind = 'Sign-in (OIDC)'
const configured = 'https://127.0.0.1/jamfconnect'

// The person goes on past the browser's warning: nobody signed the certificate of the listener.
test.use({ ignoreHTTPSErrors: true })

/** Chooses flow and mode, starts the sign-in, and opens the sign-in page. */
async function begin(page: Page, responseType = 'code', responseMode = 'default'): Promise<Page> {
  await unfold(page)
  await page
    .getByRole('radiogroup', { name: 'Response type' })
    .getByRole('radio', { name: responseType, exact: true })
    .click()
  await page.getByRole('combobox', { name: 'Response mode' }).selectOption(responseMode)
  await startSignIn(page)
  return openSignIn(page)
}

/** The ID token was verified rule by rule, and the Mac's side is told. */
async function expectAda(page: Page): Promise<void> {
  await expect(result(page)).toHaveText(/^(Passed|Warning): The test user can sign in, as an administrator/)
  for (const title of [
    'The signature is valid',
    'The token is from this issuer',
    'The token has not expired',
  ]) {
    await expect(check(page, title)).toContainText('Passed:')
  }
  await expect(onTheMac(page, 'Account name')).toContainText('ada')
  await expect(onTheMac(page, 'Full name')).toContainText('Ada Lovelace')
  await expect(onTheMac(page, 'Rights')).toContainText('Administrator')
  const token = card(page, 'ID token')
  await expect(token).toContainText('preferred_username')
  await expect(token).toContainText('Mac Admins')
  const rules = token.getByRole('list', { name: 'Rules for the ID token' }).getByRole('listitem')
  await expect(rules).toContainText(['signature', 'issuer', 'audience', 'expiry', 'issued at', 'nonce'])
}

/** A profile whose redirect URI this Latchkey cannot listen to. */
const pastedProfile = (world: World) => demoProfile(world, 'Everything works', { [configured]: world.taken })

/** What “back” leads to in this window must not show the code or the token to whoever sits there next. */
async function expectNoAnswerBehind(popup: Page): Promise<void> {
  const session = await popup.context().newCDPSession(popup)
  const { entries } = await session.send('Page.getNavigationHistory')
  const urls = entries.map(({ url }) => url)
  expect(urls.length).toBeGreaterThan(0)
  expect(urls.filter((url) => /[?&#](code|id_token)=|latchkey-answer/.test(url))).toEqual([])
}

/** A profile whose redirect URI this Latchkey listens to. */
const caughtProfile = (world: World, name = 'Everything works') =>
  demoProfile(world, name, { [configured]: world.caught })

test('a sign-in whose final address is pasted shows claims, groups and what the Mac does', async ({
  page,
  world,
}) => {
  await openTests(page, pastedProfile(world), kind)
  const popup = await begin(page)
  await expect(card(page, 'Sign in')).toContainText('is taken by another program')
  await signIn(popup)
  await paste(page, await addressOf(popup, `${world.taken}?code=`))
  await expectAda(page)
  const token = card(page, 'ID token')
  await token.getByRole('radio', { name: 'Header' }).click()
  await expect(token.locator('pre')).toContainText('"RS256"')
  await expect(card(page, 'Exchanges').getByRole('listitem')).toContainText([/Discovery/, /Token/])
})

for (const [type, mode] of [
  ['code', 'default'],
  ['code', 'form_post'],
  ['code', 'fragment'],
  ['code id_token', 'default'],
] as const) {
  test(`the listener on this machine catches ${type} by ${mode}`, async ({ page, world }) => {
    await openTests(page, caughtProfile(world), kind)
    const popup = await begin(page, type, mode)
    await expect(card(page, 'Sign in')).toContainText('The answer arrives by itself.')
    await signIn(popup)
    await expectAda(page)
    await expect(popup.getByRole('heading')).toHaveText('Back from the sign-in page')
    expect(popup.url()).not.toMatch(/code=|id_token=|state=/)
    await expectNoAnswerBehind(popup)
  })
}

for (const [type, mode] of [
  ['code', 'default'],
  ['code id_token', 'form_post'],
  ['id_token', 'default'],
  ['id_token', 'form_post'],
] as const) {
  test(`Latchkey's own callback takes ${type} by ${mode}`, async ({ page, world }) => {
    await openTests(page, demoProfile(world, 'Everything works'), kind)
    await page.getByRole('combobox', { name: 'Redirect URI' }).selectOption('Latchkey’s own')
    await expect(page.getByRole('main')).toContainText(`Register ${world.url}/callback`)
    const popup = await begin(page, type, mode)
    await signIn(popup)
    await expectAda(page)
    expect(popup.url()).toBe(`${world.url}/callback`)
    await expectNoAnswerBehind(popup)
  })
}

test('a standard user, and a group that differs in case, with its repair', async ({ page, world }) => {
  await openTests(page, caughtProfile(world, 'Group differs in case'), kind)
  await signIn(await begin(page))
  await expect(result(page)).toHaveText(/^Warning: .*standard user/)
  await expect(onTheMac(page, 'Rights')).toContainText('Standard')
  await expect(card(page, 'On the Mac')).toContainText('Mac Admins ≠ mac admins')
  await page.getByRole('region', { name: 'Result' }).getByRole('button').click()
  // The provider remembers who signed in.
  await begin(page)
  await expectAda(page)
})

test('a confidential client exchanges the code with its secret; another secret is the cause named', async ({
  page,
  world,
}) => {
  const profile = caughtProfile(world, 'Confidential client')
  await openTests(page, profile, kind)
  await signIn(await begin(page))
  await expectAda(page)
  await openTests(page, profile.replaceAll('latchkey-demo-secret', 'some-other-secret'), kind)
  await begin(page)
  await expect(result(page)).toHaveText('Failed: The code could not be exchanged for tokens')
  await expect(card(page, 'Checks')).toContainText('invalid_client')
})

test('an answer is good once, and one of another sign-in is refused', async ({ page, world }) => {
  await openTests(page, pastedProfile(world), kind)
  const popup = await begin(page)
  await signIn(popup)
  const address = await addressOf(popup, `${world.taken}?code=`)
  await paste(page, address)
  await expectAda(page)
  await startSignIn(page)
  // What is no answer of this sign-in says so, and its question stays.
  for (const other of [address, world.taken]) {
    await paste(page, other)
    await expect(card(page, 'Checks')).toContainText('Failed:')
    await expect(page.getByRole('link', { name: 'Open the sign-in page' })).toBeVisible()
    await expect(result(page)).toBeHidden()
  }
})

test('what the provider refuses before anybody signs in is explained when it comes back', async ({
  page,
  world,
}) => {
  await openTests(page, pastedProfile(world), kind)
  await startSignIn(page)
  const link = page.getByRole('link', { name: 'Open the sign-in page' })
  const state = new URL((await link.getAttribute('href')) ?? '').searchParams.get('state')
  const answer = new URLSearchParams({
    error: 'access_denied',
    error_description: 'AADSTS50105: The signed in user is not assigned to a role for the application.',
    state: String(state),
    iss: world.provider.url,
  })
  await paste(page, `${world.taken}?${answer}`)
  await expect(result(page)).toHaveText('Failed: The identity provider refused the sign-in')
  await expect(card(page, 'Checks')).toContainText('AADSTS50105')
  await expect(page.getByRole('region', { name: 'Result' })).toContainText(/assign/i)
})

test('a sign-in at oauth2-mock-server passes every rule for its token', async ({ page, world }) => {
  const server = new OAuth2Server()
  await server.issuer.keys.generate('RS256')
  await server.start(0, '127.0.0.1')
  const issuer = `http://127.0.0.1:${server.address().port}`
  server.issuer.url = issuer
  server.service.on('beforeUserinfo', (answer) => {
    answer.body = { sub: 'johndoe' }
  })
  try {
    const profile = pastedProfile(world).replaceAll(world.provider.url, issuer)
    await openTests(page, profile, kind)
    await startSignIn(page)
    const popup = await openSignIn(page)
    await paste(page, await addressOf(popup, `${world.taken}?code=`))
    await expect(result(page)).toHaveText(/^(Passed|Warning): /)
    await expect(check(page, 'The signature is valid')).toContainText('Passed:')
    await expect(card(page, 'ID token')).toContainText('johndoe')
  } finally {
    await server.stop()
  }
})
