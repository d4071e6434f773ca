import { connect, createServer } from 'node:net'
import type { Page } from '@playwright/test'
import { ticketIdOf } from '../lib/testers/oidc/flow'
import { tabTo } from './app'
import { expectClean, sizes } from './axe'
import {
  addressOf,
  card,
  demoProfile,
  expect,
  openSignIn,
  openTests,
  paste,
  result,
  signIn,
  startSignIn,
  test,
} from './tests-app'

// Nothing is set: the person at the screen is asked. They go on past the browser's warning.
test.use({ catchRedirect: '', ignoreHTTPSErrors: true, viewport: sizes.desktop })

const kind = 'Sign-in (OIDC)'
const profileAt = (world: Parameters<typeof demoProfile>[0], redirectUri: string) =>
  demoProfile(world, 'Everything works', { 'https://127.0.0.1/jamfconnect': redirectUri })

const question = (page: Page) => page.getByRole('region', { name: 'Shall Latchkey catch the answer?' })
const agree = (page: Page) => question(page).getByRole('button', { name: 'Catch the answer' })
const decline = (page: Page) => question(page).getByRole('button', { name: 'Paste it myself' })
const change = (page: Page) => page.getByRole('button', { name: 'Change how the answer comes back' })
const link = (page: Page) => page.getByRole('link', { name: 'Open the sign-in page' })
const passed = /^(Passed|Warning): The test user can sign in, as an administrator/

/** Whether anybody listens at a redirect URI of this machine. */
const isOpen = (redirectUri: string) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(Number(new URL(redirectUri).port), '127.0.0.1')
    const over = (open: boolean) => {
      socket.destroy()
      resolve(open)
    }
    socket.on('connect', () => over(true)).on('error', () => over(false))
  })

test('the answer is caught once somebody agrees, and nobody is asked twice', async ({ page, world }) => {
  await openTests(page, profileAt(world, world.caught), kind)
  await startSignIn(page)
  await expect(question(page)).toContainText(`port ${new URL(world.caught).port}`)
  await expect(link(page)).toBeHidden()
  expect(await isOpen(world.caught)).toBe(false)
  await agree(page).click()
  await expect(link(page)).toBeFocused()
  await expect.poll(() => isOpen(world.caught)).toBe(true)
  const popup = await openSignIn(page)
  await signIn(popup)
  await expect(result(page)).toHaveText(passed)
  await expect(popup.getByRole('heading')).toHaveText('Back from the sign-in page')
  await expect(popup.getByRole('status')).toContainText('the test goes on there')
  // The answer is not in its address any more: opened again, it hands over nothing.
  await popup.reload()
  await expect(popup.getByRole('status')).toContainText('No test in this browser has taken an answer')
  // Nobody waits there any more.
  await expect.poll(() => isOpen(world.caught)).toBe(false)
  await page.reload()
  await expect(result(page)).toBeVisible()
  await startSignIn(page)
  await expect(card(page, 'Sign in')).toContainText('The answer arrives by itself.')
  await expect(question(page)).toBeHidden()
  await expect.poll(() => isOpen(world.caught)).toBe(true)
  // Also for a page that takes the sign-in up again.
  await page.reload()
  await expect(card(page, 'Sign in')).toContainText('The answer arrives by itself.')
  await openSignIn(page)
  await expect(result(page)).toHaveText(passed)
  await expect.poll(() => isOpen(world.caught)).toBe(false)
})

test('a sign-in that is cancelled, or pasted after all, is not listened for', async ({ page, world }) => {
  await openTests(page, profileAt(world, world.caught), kind)
  await startSignIn(page)
  await agree(page).click()
  await expect.poll(() => isOpen(world.caught)).toBe(true)
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect.poll(() => isOpen(world.caught)).toBe(false)
  await startSignIn(page)
  await expect.poll(() => isOpen(world.caught)).toBe(true)
  await change(page).click()
  await decline(page).click()
  await expect.poll(() => isOpen(world.caught)).toBe(false)
  await expect(card(page, 'Sign in')).toContainText('You paste the answer yourself.')
})

test('who pastes sees what to copy, without a mouse, and is not asked again', async ({ page, world }) => {
  await openTests(page, profileAt(world, world.caught), kind)
  await startSignIn(page)
  await tabTo(page, decline(page))
  await page.keyboard.press('Enter')
  await expect(link(page)).toBeFocused()
  const steps = card(page, 'Sign in')
  await expect(steps).toContainText('Select the whole address and copy it.')
  const shown = `${world.caught.replace('https://', '')}?code=…&state=…`
  await expect(steps.getByText(`The address bar of the browser shows ${shown}`)).toHaveCount(1)
  const popup = page.context().waitForEvent('page')
  await page.keyboard.press('Enter')
  await signIn(await popup)
  await paste(page, await addressOf(await popup, `${world.caught}?code=`))
  await expect(result(page)).toHaveText(passed)
  await page.reload()
  await expect(result(page)).toBeVisible()
  await startSignIn(page)
  await expect(steps).toContainText('You paste the answer yourself.')
  await tabTo(page, change(page))
  await page.keyboard.press('Enter')
  await expect(agree(page)).toBeFocused()
  expect(await isOpen(world.caught)).toBe(false)
})

test('a port of another program is named, and the address is pasted', async ({ page, world }) => {
  await openTests(page, profileAt(world, world.taken), kind)
  await startSignIn(page)
  await agree(page).click()
  await expect(card(page, 'Sign in')).toContainText('is taken by another program')
  await expect(card(page, 'Sign in')).toContainText('Another program may answer there')
  await expect(card(page, 'Sign in')).not.toContainText('an address that it cannot open')
  const popup = await openSignIn(page)
  await signIn(popup)
  await paste(page, await addressOf(popup, `${world.taken}?code=`))
  await expect(result(page)).toHaveText(passed)
})

test('a port that becomes free can be had in the same sign-in', async ({ page, world }) => {
  const other = createServer()
  await new Promise<void>((resolve) => other.listen(Number(new URL(world.caught).port), '127.0.0.1', resolve))
  await openTests(page, profileAt(world, world.caught), kind)
  await startSignIn(page)
  await agree(page).click()
  await expect(card(page, 'Sign in')).toContainText('is taken by another program')
  await new Promise((resolve) => other.close(resolve))
  await change(page).click()
  await agree(page).click()
  await expect(card(page, 'Sign in')).toContainText('The answer arrives by itself.')
  await expect.poll(() => isOpen(world.caught)).toBe(true)
  await signIn(await openSignIn(page))
  await expect(result(page)).toHaveText(passed)
})

test('nobody is asked whose request a proxy has passed on', async ({ page, world }) => {
  await page.route('**/api/tests/oidc/*', (route) =>
    route.continue({
      headers: {
        ...route.request().headers(),
        'x-forwarded-for': '203.0.113.7',
        // Nobody but the gate says this.
        'x-latchkey-own-machine': '1',
      },
    }),
  )
  await openTests(page, profileAt(world, world.caught), kind)
  await startSignIn(page)
  await expect(card(page, 'Sign in')).toContainText('Select the whole address and copy it.')
  await expect(question(page)).toBeHidden()
  await expect(change(page)).toBeHidden()
  // Nor can it be had by asking for it.
  const state = new URL((await link(page).getAttribute('href')) ?? '').searchParams.get('state')
  const id = ticketIdOf(String(state))
  const answer = await page.evaluate(
    async (body) => {
      const headers = { 'Content-Type': 'application/json' }
      const response = await fetch('/api/tests/oidc/catch', { method: 'POST', headers, body })
      return response.json()
    },
    JSON.stringify({ id, caught: true }),
  )
  expect(answer).toMatchObject({ caught: false })
  expect(await isOpen(world.caught)).toBe(false)
})

test('an answer that comes as a form cannot be copied, and says so', async ({ page, world }) => {
  await openTests(page, profileAt(world, world.caught), kind)
  await page.getByRole('combobox', { name: 'Response mode' }).selectOption('form_post')
  await startSignIn(page)
  await decline(page).click()
  await expect(card(page, 'Sign in')).toContainText('the answer is not in the address')
})

test('axe finds nothing in the question and in both ways', async ({ page, world }) => {
  await openTests(page, profileAt(world, world.caught), kind)
  await startSignIn(page)
  await expect(question(page)).toBeVisible()
  await expectClean(page, 'catch-question')
  await agree(page).click()
  await page.getByText('What the buttons are called').click()
  await expectClean(page, 'catch-caught')
  await change(page).click()
  await decline(page).click()
  await expectClean(page, 'catch-pasted')
  await openTests(page, profileAt(world, world.taken), kind)
  await startSignIn(page)
  await change(page).click()
  await agree(page).click()
  await expect(card(page, 'Sign in')).toContainText('is taken by another program')
  await expectClean(page, 'catch-taken')
})
