import type { Page } from '@playwright/test'
import { totp } from '../demo/okta/totp'
import { standInSeed } from '../demo/okta/users'
import { passwordOf } from '../demo/okta-authn'
import { card, demoProfile, expect, openTests, result, sendPassword, test, type World } from './tests-app'

const open = (page: Page, world: World) => openTests(page, demoProfile(world, 'Okta · Authentication API'))
const enter = (page: Page, user: string) =>
  sendPassword(page, `${user}@example.com`, passwordOf(`${user}@example.com`))
const press = (page: Page, name: string | RegExp) =>
  page.getByRole('main').getByRole('button', { name, exact: true }).click()
const code = () => totp(standInSeed, Date.now())

/** The button of a factor in the list. */
const use = (page: Page, factor: string) =>
  card(page, 'Choose a factor')
    .getByRole('listitem')
    .filter({ hasText: factor })
    .getByRole('button', { name: 'Use this factor' })

async function send(page: Page, label: string, value: string): Promise<void> {
  await page.getByRole('textbox', { name: label, exact: true }).fill(value)
  await press(page, 'Send')
}

const accepted = (page: Page) =>
  expect(result(page)).toHaveText(/^Passed: The test user can sign in/, { timeout: 15_000 })

test.describe('states', () => {
  test.use({ attempts: 10 })

  test('states that end the test are each explained', async ({ page, world }) => {
    await open(page, world)
    for (const [user, told] of [
      ['plain', 'Passed: The test user can sign in, as a standard user'],
      ['expired', 'Warning: The password is right, but it has expired'],
      ['reset', 'Failed: Not known whether the password is right: the user has to set a new one'],
      ['locked', 'Failed: Not known whether the password is right: the account is locked'],
      ['recovery', 'Failed: Not known whether the password is right: the account is being recovered'],
      ['stepup', /^Failed: Not known .*: Okta asks for a sign-in of another kind$/],
      ['novel', /^Warning: Not known .*: Latchkey does not know this state/],
      ['hidden', 'Failed: The identity provider refused; the user name or the password may be wrong'],
      ['busy', /^Failed: /],
      ['webpage', 'Failed: This host does not answer as Okta does'],
    ] as const) {
      await enter(page, user)
      await expect(result(page), user).toHaveText(told)
    }
    expect(world.okta.open()).toBe(0)
  })
})

test.describe('factors', () => {
  test.use({ attempts: 10 })

  test('codes that are sent, shown or known are asked for and checked', async ({ page, world }) => {
    await open(page, world)
    for (const [user, factor, label, value] of [
      ['sms', 'Text message', 'Code', '424242'],
      ['call', 'Phone call', 'Code', '424242'],
      ['email', 'E-mail', 'Code', '424242'],
      ['question', 'question', 'What is the food you least liked as a child?', 'turnip'],
      ['token', 'YubiKey', 'Code', '424242'],
    ] as const) {
      await enter(page, user)
      await use(page, factor).click()
      await send(page, label, value)
      await accepted(page)
    }
    expect(world.okta.open()).toBe(0)
  })

  test('a wrong code is told and may be corrected; the one after is accepted', async ({ page, world }) => {
    await open(page, world)
    await enter(page, 'totp')
    await use(page, 'One-time password (Okta Verify)').click()
    await send(page, 'Code', '000000')
    await expect(page.getByRole('main')).toContainText('The code or the answer is wrong.')
    await send(page, 'Code', code())
    await accepted(page)
  })

  test('a push is polled until the device says yes, and its number is shown', async ({ page, world }) => {
    await open(page, world)
    await enter(page, 'number')
    await use(page, 'Push').click()
    const asked = card(page, 'Choose this number on your device')
    await expect(asked).toContainText('92', { timeout: 10_000 })
    await accepted(page)
  })

  test('another sign-in can be started while Okta is being asked whether a push was approved', async ({
    page,
    world,
  }) => {
    await open(page, world)
    await enter(page, 'push')
    await use(page, 'Push').click()
    let asked = () => {}
    const underWay = new Promise<void>((resolve) => {
      asked = resolve
    })
    let letGo = () => {}
    const held = new Promise<void>((resolve) => {
      letGo = resolve
    })
    await page.route('**/api/tests/okta/answer', async (route) => {
      if (route.request().postData()?.includes('poll')) {
        asked()
        await held
      }
      await route.continue().catch(() => undefined)
    })
    await underWay
    await enter(page, 'plain')
    await accepted(page)
    letGo()
    await expect.poll(() => world.okta.open(), { timeout: 8000 }).toBe(0)
    await expect(result(page)).toHaveText(/^Passed: The test user can sign in/)
  })

  test('a push that was denied can be sent again', async ({ page, world }) => {
    await open(page, world)
    await enter(page, 'reject')
    await use(page, 'Push').click()
    await expect(card(page, 'The request was denied')).toBeVisible({ timeout: 10_000 })
    await press(page, 'Send again')
    await accepted(page)
  })

  test('factors that cannot be answered here say why', async ({ page, world }) => {
    await open(page, world)
    await enter(page, 'key')
    const list = card(page, 'Choose a factor').getByRole('listitem')
    await expect(list.filter({ hasText: 'cannot be tested here' })).toHaveCount(3)
    await expect(page.getByRole('button', { name: 'Use this factor' })).toHaveCount(1)
    // One way to stop, whatever Okta asks for.
    await expect(page.getByRole('main').getByRole('button', { name: /cancel|stop/i })).toHaveCount(1)
    await press(page, 'Cancel')
    await expect(result(page)).toHaveText(/cancelled/)
    await expect.poll(() => world.okta.open(), { timeout: 8000 }).toBe(0)
  })
})

test.describe('enrollment and leaving', () => {
  test.use({ attempts: 10 })

  test('enrolling asks for a confirmation, shows its QR code, and takes the code', async ({
    page,
    world,
  }) => {
    await open(page, world)
    await enter(page, 'enroll')
    await card(page, 'Okta wants a factor to be enrolled')
      .getByRole('listitem')
      .filter({ hasText: 'One-time password (Okta Verify)' })
      .getByRole('button')
      .click()
    const calls = world.okta.calls.length
    await expect(page.getByRole('main')).toContainText('It stays there after the test.')
    expect(world.okta.calls.length).toBe(calls)
    await press(page, 'Enroll it in the account')
    const picture = page.getByRole('img', { name: 'QR code for the authenticator app' })
    await expect(picture).toBeVisible()
    expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(50)
    await send(page, 'Code', code())
    await accepted(page)
  })

  test('enrolling by phone asks for the number; an optional one can be left out', async ({ page, world }) => {
    await open(page, world)
    await enter(page, 'mayenroll')
    await press(page, 'Go on without a factor')
    await accepted(page)
    await enter(page, 'enroll')
    await card(page, 'Okta wants a factor to be enrolled')
      .getByRole('listitem')
      .filter({ hasText: 'Text message' })
      .getByRole('button')
      .click()
    await press(page, 'Enroll it in the account')
    await send(page, 'Phone number, with + and country code', '+1 555 010 0199')
    await send(page, 'Code', '424242')
    await accepted(page)
  })

  test('a password that expires soon is told, and the sign-in goes on without changing it', async ({
    page,
    world,
  }) => {
    await open(page, world)
    await enter(page, 'warn')
    await expect(page.getByRole('main')).toContainText('expires in 3 days')
    await press(page, 'Go on without changing it')
    await accepted(page)
    await expect(card(page, 'Checks')).toContainText('Warning:')
  })

  test('nothing stays open at Okta: not after Cancel, another test, or leaving the page', async ({
    page,
    world,
  }) => {
    await open(page, world)
    const gone = () => expect.poll(() => world.okta.open(), { timeout: 8000 }).toBe(0)
    await enter(page, 'push')
    await expect(card(page, 'Choose a factor')).toBeVisible()
    expect(world.okta.open()).toBe(1)
    await press(page, 'Cancel')
    await expect(result(page)).toHaveText(/cancelled/)
    await gone()
    await enter(page, 'push')
    await use(page, 'Push').click()
    await expect(card(page, 'Approve the request on your device')).toBeVisible()
    await press(page, 'Cancel')
    await gone()
    await enter(page, 'push')
    await expect(card(page, 'Choose a factor')).toBeVisible()
    await enter(page, 'push')
    await expect(card(page, 'Choose a factor')).toBeVisible()
    await expect.poll(() => world.okta.open(), { timeout: 8000 }).toBe(1)
    await page.goto('about:blank')
    // A page that is loaded again has a moment to come back.
    await expect.poll(() => world.okta.open(), { timeout: 20_000 }).toBe(0)
  })
})

test('a sign-in that is over says so', async ({ page, world, troubles }) => {
  troubles.expected.push(/404/)
  await open(page, world)
  await page.route('**/api/tests/okta', (route) =>
    route.fulfill({
      contentType: 'application/x-ndjson',
      body: `${[
        { type: 'started', kind: 'okta', at: new Date().toISOString(), checks: [] },
        {
          type: 'continue',
          next: {
            kind: 'okta',
            status: 'MFA_CHALLENGE',
            prompt: {
              handle: 'x'.repeat(43),
              title: 'Text message',
              text: '',
              input: { kind: 'code', label: 'Code' },
              actions: [],
            },
          },
        },
      ]
        .map((event) => JSON.stringify(event))
        .join('\n')}\n`,
    }),
  )
  await enter(page, 'sms')
  await send(page, 'Code', '424242')
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Run the test again')
})
